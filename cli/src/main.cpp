#include <cstdio>

#include "faceoff/version.hpp"

int main() {
  std::printf("faceoff %.*s\n", static_cast<int>(faceoff::version().size()), faceoff::version().data());
  return 0;
}
