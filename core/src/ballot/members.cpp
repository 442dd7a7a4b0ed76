#include "members.hpp"

#include "faceoff/digest.hpp"

namespace faceoff {
namespace {

using json::kind;
using json::value;

constexpr const char* expected_texts[] = {"", "a count", "text", "text", "64 hex digits"};

bool read(const value* found, holds what, void* into) {
  const kind type = found ? found->type : kind::null;
  if (what == holds::count) {
    if (type == kind::integer) *static_cast<std::uint64_t*>(into) = found->integer;
    return type == kind::integer;
  }
  if (type != kind::string) return type == kind::null && what == holds::text_or_null;
  if (what == holds::hash) return from_hex(found->text, *static_cast<hash256*>(into));
  *static_cast<string*>(into) = found->text;
  return true;
}

}  // namespace

const value* read_members(const value& object, const member* table, void* into, const member** row) {
  for (; table->what != holds::nothing; ++table) {
    const value* found = object.find(table->key);
    if (read(found, table->what, static_cast<char*>(into) + table->offset)) continue;
    if (row) *row = table;
    return found ? found : &object;
  }
  return nullptr;
}

const char* expected_of(const member& row) { return expected_texts[static_cast<std::size_t>(row.what)]; }

}  // namespace faceoff
