#include "fields.hpp"

namespace faceoff {

void add_field(sha256& hash, std::string_view field) {
  std::uint8_t length[8];
  write_big_endian(field.size(), length, sizeof length);
  hash.add({reinterpret_cast<const char*>(length), sizeof length}).add(field);
}

}  // namespace faceoff
