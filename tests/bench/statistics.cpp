#include "faceoff/statistics.hpp"

#include <benchmark/benchmark.h>

static void read_community(benchmark::State& state) {
  const auto n = static_cast<std::uint64_t>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::read_community(n, 2 * n));
}
BENCHMARK(read_community)->Arg(100)->Arg(1'000)->Arg(10'000);

static void paired_difference(benchmark::State& state) {
  const auto n = static_cast<std::uint64_t>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::paired_difference(n, 2 * n, n / 2, 3 * n));
}
BENCHMARK(paired_difference)->Arg(100)->Arg(1'000)->Arg(10'000);
