// Which catalogs a native program carries. A browser loads the one it needs instead.
#include "compiled_in.hpp"

#include "faceoff/message.hpp"

namespace faceoff {
#ifdef FACEOFF_CATALOGS
namespace {

string lower(std::string_view tag) {
  string out;
  for (const char c : tag) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}

// Told by a script, else by a country where it is what people write.
bool traditional_chinese(std::string_view tag) {
  if (!tag.starts_with("zh-") || tag.starts_with("zh-hans")) return false;
  for (std::size_t at = tag.find('-'); at != tag.npos; at = tag.find('-', at + 1)) {
    const std::string_view subtag = tag.substr(at + 1, tag.find('-', at + 1) - at - 1);
    if (subtag == "hant" || subtag == "tw" || subtag == "hk" || subtag == "mo") return true;
  }
  return false;
}

}  // namespace

std::string_view catalog::compiled_in(std::string_view language) {
  const string tag = lower(language);
  if (traditional_chinese(tag)) return {};
  const std::string_view first = tag.view().substr(0, tag.view().find('-'));
  for (std::size_t i = 0; i < compiled_catalog_count; i++) {
    if (compiled_catalogs[i].language == first) return compiled_catalogs[i].text;
  }
  return {};
}

#else

std::string_view catalog::compiled_in(std::string_view) { return {}; }

#endif
}  // namespace faceoff
