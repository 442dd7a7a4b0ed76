// The numbers 0..n-1 sorted by a comparison of what they stand for.
//
// In: how many, and a strict order as a plain function. Out: the numbers in that order. Cost: n log n
// comparisons (heap sort), no recursion. One function instead of a std::sort for every type: each of those is
// a KiB of WebAssembly. Not stable: the comparison breaks ties by the numbers themselves.
#pragma once

#include <cstdint>

#include "faceoff/list.hpp"

namespace faceoff::json {

list<std::uint32_t> sort_indices(std::size_t count,
                                 bool (*before)(const void* what, std::uint32_t a, std::uint32_t b),
                                 const void* what);

}  // namespace faceoff::json
