// The JSON members of a ballot, shared by what a device posts and what it keeps.
//
// In: a parsed object. Out: a ballot, or the value that is wrong. Cost: linear; calls are few. Never judges
// whether a poll knows the contenders: that takes the poll.
#pragma once

#include "faceoff/ballot.hpp"
#include "faceoff/json.hpp"
#include "faceoff/string.hpp"

namespace faceoff {

// Reads {rev, definition, calls, pick} into a ballot; its calls stay in the text's order. Null when all is
// well, else the value that is wrong, or the object that lacks one.
const json::value* read_ballot(const json::value& object, ballot& into);
// Sorts the calls by contender, as every other function expects them.
void sort_calls(ballot& cast);

// Writes {rev, definition, calls, pick} into an open object.
void write_ballot_members(json::writer& out, const ballot& cast);

}  // namespace faceoff
