#include "faceoff/version.hpp"

namespace faceoff {

std::string_view version() { return FACEOFF_VERSION; }

}  // namespace faceoff
