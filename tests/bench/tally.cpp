#include "faceoff/tally.hpp"

#include <benchmark/benchmark.h>

#include "voters.hpp"

using namespace faceoff;
using namespace faceoff::bench;

namespace {

// Contenders, so that pairs grow from 1 over 6 to 28.
void sizes(benchmark::internal::Benchmark* bench) { bench->Arg(2)->Arg(4)->Arg(8); }

tally sum_of_voters(const poll& asked, std::uint64_t voters) {
  tally sum = empty_tally(asked);
  sum.epoch = "4f1d";
  for (std::uint64_t voter = 0; voter < voters; ++voter) {
    voter_row row;
    fold(row, ballot_of_voter(asked, voter, 1));
    add(sum, row);
  }
  return sum;
}

}  // namespace

static void fold_two_ballots(benchmark::State& state) {
  const poll asked = poll_of_contenders(static_cast<std::size_t>(state.range(0)));
  const ballot first = ballot_of_voter(asked, 1, 1);
  const ballot second = ballot_of_voter(asked, 2, 2);
  for (auto _ : state) {
    voter_row row;
    benchmark::DoNotOptimize(fold(row, first));
    benchmark::DoNotOptimize(fold(row, second));
  }
}
BENCHMARK(fold_two_ballots)->Apply(sizes);

static void add_and_remove(benchmark::State& state) {
  const poll asked = poll_of_contenders(static_cast<std::size_t>(state.range(0)));
  tally sum = sum_of_voters(asked, 100);
  voter_row row;
  fold(row, ballot_of_voter(asked, 5, 1));
  for (auto _ : state) {
    add(sum, row);
    remove(sum, row);
    benchmark::ClobberMemory();
  }
}
BENCHMARK(add_and_remove)->Apply(sizes);

static void count_voters(benchmark::State& state) {
  const poll asked = poll_of_contenders(2);
  for (auto _ : state) {
    benchmark::DoNotOptimize(sum_of_voters(asked, static_cast<std::uint64_t>(state.range(0))));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(count_voters)->Arg(100)->Arg(1'000)->Arg(10'000);

// What the server does for one ballot apart from HTTP and disk: a voter who changes a vote.
static void whole_ballot(benchmark::State& state) {
  const poll asked = poll_of_contenders(static_cast<std::size_t>(state.range(0)));
  tally sum = sum_of_voters(asked, 100);
  voter_row before;
  fold(before, ballot_of_voter(asked, 5, 1));
  add(sum, before);
  const std::string body = write_ballot({std::string(43, 'k'), ballot_of_voter(asked, 6, 2)});
  for (auto _ : state) {
    const auto posted = parse_ballot(body, asked);
    benchmark::DoNotOptimize(pseudonym(asked.first_id, posted->key));
    voter_row row = before;
    remove(sum, row);
    fold(row, posted->ballot);
    add(sum, row);
    remove(sum, row);  // back to the start
    add(sum, before);
  }
}
BENCHMARK(whole_ballot)->Apply(sizes);

static void write_tally(benchmark::State& state) {
  const tally sum = sum_of_voters(poll_of_contenders(static_cast<std::size_t>(state.range(0))), 100);
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::write_tally(sum));
}
BENCHMARK(write_tally)->Apply(sizes);

// A votes feed with the wanted item last.
static void parse_tally_in_feed(benchmark::State& state) {
  tally sum = sum_of_voters(poll_of_contenders(2), 100);
  std::string items;
  for (std::int64_t i = state.range(0); i > 0; --i) {
    sum.comparison = "ink-vs-chalk-" + std::to_string(i);
    items += R"({"id":")" + sum.comparison + R"(","_faceoff":{"tally":)" + faceoff::write_tally(sum) + "}},";
  }
  items.pop_back();
  const std::string text = R"({"version":"https://jsonfeed.org/version/1.1","items":[)" + items + "]}";
  if (!parse_tally(text, "ink-vs-chalk-1")) state.SkipWithError("not found");
  for (auto _ : state) benchmark::DoNotOptimize(parse_tally(text, "ink-vs-chalk-1"));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(parse_tally_in_feed)->Arg(1)->Arg(10)->Arg(100);

static void with_own_vote(benchmark::State& state) {
  const poll asked = poll_of_contenders(static_cast<std::size_t>(state.range(0)));
  tally sum = sum_of_voters(asked, 100);
  own_vote own;
  own.epoch = sum.epoch;
  for (std::uint64_t rev = 1; rev < remembered_ballots; ++rev) {
    own.counted.push_back({rev, ballot_of_voter(asked, rev, rev)});
  }
  own.pending = ballot_of_voter(asked, 9, remembered_ballots);
  for (auto _ : state) {
    tally seen = sum;
    count_own_vote(seen, own);
    count_own_preferences(seen, own);
    benchmark::DoNotOptimize(seen);
  }
}
BENCHMARK(with_own_vote)->Apply(sizes);
