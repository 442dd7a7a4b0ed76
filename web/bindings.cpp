// The core in a browser: plain functions of strings and numbers.
#include <emscripten/bind.h>

#include <string>

#include "faceoff/version.hpp"

namespace {

std::string version() { return std::string(faceoff::version()); }

}  // namespace

EMSCRIPTEN_BINDINGS(faceoff) { emscripten::function("version", &version); }
