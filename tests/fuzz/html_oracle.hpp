// What the core's HTML may look like, checked by a tokenizer of its own.
//
// In: HTML as the core wrote it. Out: "" or what is wrong: a tag or attribute beyond the writer's lists, an
// unbalanced element, a raw '<', '>', '"' or '&' where text or a value stands, an address that is not
// http(s).
#pragma once

#include <string>
#include <string_view>

namespace faceoff_fuzz {

std::string html_fault(std::string_view html);

// Tags and attribute names alone: what no character of a text may change.
std::string skeleton(std::string_view html);

}  // namespace faceoff_fuzz
