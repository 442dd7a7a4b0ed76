#include <benchmark/benchmark.h>

#include "faceoff/version.hpp"

static void version(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::version());
}
BENCHMARK(version);
