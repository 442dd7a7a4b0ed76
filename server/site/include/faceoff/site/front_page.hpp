// The page at "/" of a folder that has no index.html: every comparison in it, as a publisher's preview.
//
// In: what is known of the documents. Out: a whole HTML page; every foreign text escaped. Cost: linear. Needs
// no style or script of its own, so it holds under any policy.
#pragma once

#include <string>
#include <vector>

#include "faceoff/site/library.hpp"

namespace faceoff::site {

std::string front_page(const std::vector<library_document>& documents);

}  // namespace faceoff::site
