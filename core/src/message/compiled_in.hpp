// A catalog carried by the program; the sources are written at build time from core/messages/*.json.
#pragma once

#include <string_view>

namespace faceoff {

struct compiled_catalog {
  std::string_view language;
  std::string_view text;
};

extern const compiled_catalog catalog_de;

}  // namespace faceoff
