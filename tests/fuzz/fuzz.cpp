#include <cstddef>
#include <cstdint>

#include "faceoff/version.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t*, std::size_t) {
  return faceoff::version().empty() ? 1 : 0;
}
