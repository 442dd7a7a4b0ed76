// Parsing and writing JSON, at 1, 10 and 100 times a small document's size.
#include <benchmark/benchmark.h>

#include <string>

#include "faceoff/json.hpp"

namespace {

constexpr faceoff::json::bounds wide{std::size_t{1} << 24, 16, 1'000'000};

std::string text_of(std::int64_t entries) {
  std::string text = "{\"list\":[";
  for (std::int64_t i = 0; i < entries; ++i) {
    text += i == 0 ? "" : ",";
    text +=
        R"({"id":"contender-)" + std::to_string(i) + R"(","name":"Gr\u00fcn \"3\"","score":)" +
        std::to_string(i) +
        R"(,"text":"A sentence of the usual length, as reviewers write them \u2014 and another one.","tags":["a","b"]})";
  }
  return text + "]}";
}

void parse_json(benchmark::State& state) {
  const std::string text = text_of(16 * state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::json::parse(text, wide));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void write_json(benchmark::State& state) {
  const auto tree = faceoff::json::parse(text_of(16 * state.range(0)), wide);
  std::size_t bytes = 0;
  for (auto _ : state) benchmark::DoNotOptimize(bytes = faceoff::json::write(*tree).size());
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

// The worst object: nothing but keys, all of them different.
void parse_distinct_keys(benchmark::State& state) {
  std::string text = "{\"k\":0";
  for (std::int64_t i = 0; i < 1'000 * state.range(0); ++i) text += ",\"k" + std::to_string(i) + "\":0";
  text += '}';
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::json::parse(text, wide));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

}  // namespace

BENCHMARK(parse_json)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(write_json)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(parse_distinct_keys)->Arg(1)->Arg(10)->Arg(100);
