#include "faceoff/digest.hpp"

#include <benchmark/benchmark.h>

#include <string>

static void sha256(benchmark::State& state) {
  const std::string bytes(static_cast<std::size_t>(state.range(0)), 'x');
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::sha256_of(bytes));
  state.SetBytesProcessed(state.iterations() * state.range(0));
}
// A short ballot's content, ten and a hundred times that.
BENCHMARK(sha256)->Arg(200)->Arg(2'000)->Arg(20'000);
