#include "faceoff/ballot.hpp"

#include <benchmark/benchmark.h>

#include "voters.hpp"

using namespace faceoff;
using namespace faceoff::bench;

static void parse_ballot(benchmark::State& state) {
  const poll asked = poll_of_contenders(static_cast<std::size_t>(state.range(0)));
  const std::string body = write_ballot({std::string(43, 'k'), ballot_of_voter(asked, 1, 1)});
  for (auto _ : state) benchmark::DoNotOptimize(parse_ballot(body, asked));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(body.size()));
}
BENCHMARK(parse_ballot)->Arg(2)->Arg(4)->Arg(8);

static void pseudonym(benchmark::State& state) {
  const std::string key(43, 'k');
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::pseudonym("ink-vs-chalk", key));
}
BENCHMARK(pseudonym);

static void content_hash(benchmark::State& state) {
  const poll asked = poll_of_contenders(static_cast<std::size_t>(state.range(0)));
  const ballot cast = ballot_of_voter(asked, 1, 1);
  for (auto _ : state) benchmark::DoNotOptimize(content_hash(cast));
}
BENCHMARK(content_hash)->Arg(2)->Arg(4)->Arg(8);
