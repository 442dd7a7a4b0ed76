// What happened to a served folder, as lines for the operator.
#pragma once

#include <string>

#include "faceoff/site/library.hpp"

namespace faceoff::cli {

std::string news_text(const site::library_news& news);

}  // namespace faceoff::cli
