// The verdict stage at 1, 10 and 64 reviewers of two, and of eight contenders.
#include "faceoff/verdict.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace faceoff;

comparison sized(std::int64_t contenders, std::int64_t reviewers) {
  comparison document;
  for (std::int64_t index = 0; index < contenders; ++index) {
    contender one;
    one.id = "c" + std::to_string(index);
    one.price.kind = price_kind::usage;
    one.price.amount = std::to_string(10 + index) + ".50";
    one.price.currency = "EUR";
    one.price.per = "month";
    if (index % 3 == 1) one.limits.push_back({limit_code::non_commercial, "", ""});
    if (index % 4 == 2) one.status.value = status_code::unconfirmed;
    document.contenders.push_back(one);
  }
  for (std::int64_t row = 0; row < reviewers; ++row) {
    reviewer speaker;
    speaker.id = "r" + std::to_string(row);
    document.reviewers.push_back(speaker);
    for (std::int64_t column = 0; column < contenders; ++column) {
      review given;
      given.reviewer = static_cast<std::uint8_t>(row);
      given.contender = static_cast<std::uint8_t>(column);
      given.verdict = (row * 7 + column * 5) % 3 ? verdict_code::ship : verdict_code::skip;
      document.reviews.push_back(given);
    }
  }
  return document;
}

void read_verdict(benchmark::State& state) {
  const comparison document = sized(state.range(0), state.range(1));
  for (auto _ : state) {
    benchmark::DoNotOptimize(read_panel(document));
    benchmark::DoNotOptimize(read_prices(document, {2026, 11, 25}));
    benchmark::DoNotOptimize(read_split(document));
  }
}

void decide_answer(benchmark::State& state) {
  const comparison document = sized(state.range(0), state.range(1));
  for (auto _ : state) benchmark::DoNotOptimize(decide(document, {}, {2026, 11, 25}));
}

}  // namespace

BENCHMARK(read_verdict)->Args({2, 1})->Args({2, 10})->Args({2, 64})->Args({8, 64});
BENCHMARK(decide_answer)->Args({2, 1})->Args({2, 10})->Args({2, 64})->Args({8, 64});
