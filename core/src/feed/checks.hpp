// What no single field can tell: rules over several fields of one object, called after its fields are read.
#pragma once

#include "faceoff/json.hpp"

namespace faceoff::feed {

class reader;

void check_price(reader& reading, const json::value& object, void* into);
void check_record(reader& reading, const json::value& object, void* into);
void check_review(reader& reading, const json::value& object, void* into);
void check_pick(reader& reading, const json::value& object, void* into);
void check_poll(reader& reading, const json::value& object, void* into);
void check_comparison(reader& reading, const json::value& object, void* into);

}  // namespace faceoff::feed
