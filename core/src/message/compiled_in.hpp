// The catalogs carried by native programs; the source is written at build time from core/messages/*.json.
#pragma once

#include <cstddef>
#include <string_view>

namespace faceoff {

struct compiled_catalog {
  std::string_view language;
  std::string_view text;
};

extern const compiled_catalog* const compiled_catalogs;
extern const std::size_t compiled_catalog_count;

}  // namespace faceoff
