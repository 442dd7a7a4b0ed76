// Which catalogs a native program carries. A browser loads the one it needs instead.
#include "compiled_in.hpp"

#include "faceoff/message.hpp"

namespace faceoff {

std::string_view catalog::compiled_in([[maybe_unused]] std::string_view language) {
#ifdef FACEOFF_CATALOGS
  if (language.substr(0, language.find('-')) == catalog_de.language) return catalog_de.text;
#endif
  return {};
}

}  // namespace faceoff
