#include "fields.hpp"

namespace faceoff {

void add_field(sha256& hash, std::string_view field) {
  std::array<char, 8> length;
  for (std::size_t i = 0; i < length.size(); ++i) {
    length[i] = static_cast<char>(std::uint64_t{field.size()} >> (56 - 8 * i) & 0xff);
  }
  hash.add({length.data(), length.size()}).add(field);
}

}  // namespace faceoff
