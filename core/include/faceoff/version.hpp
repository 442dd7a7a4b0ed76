// The version of this library, as CMakeLists.txt states it.
#pragma once

#include <string_view>

namespace faceoff {

// "major.minor.patch" after semver.org; lives as long as the program.
std::string_view version();

}  // namespace faceoff
