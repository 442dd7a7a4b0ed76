// From a text to a checked comparison, at 1, 10 and 100 times the size: reviews of a document, items of a
// feed, findings of a broken document.
#include "faceoff/feed.hpp"

#include <benchmark/benchmark.h>

#include <string>

namespace {

std::string list(std::int64_t count, const auto& entry) {
  std::string text;
  for (std::int64_t i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + entry(i);
  return text;
}

std::string document(std::int64_t reviews, const std::string& id = "pens") {
  const auto contender = [](std::int64_t i) {
    return R"({"id":"c)" + std::to_string(i) +
           R"(","name":"Contender","price":{"kind":"free"},"pros":["good"]})";
  };
  const auto reviewer = [](std::int64_t i) {
    return R"({"id":"r)" + std::to_string(i) + R"(","name":"Reviewer","kind":"human"})";
  };
  const auto review = [](std::int64_t i) {
    return R"({"reviewer":"r)" + std::to_string(i / 8) + R"(","contender":"c)" + std::to_string(i % 8) +
           R"(","verdict":"ship","reason":"It does what it says on the box, and a little more."})";
  };
  return R"({"faceoff":1,"id":")" + id + R"(","contenders":[)" + list(8, contender) + R"(],"reviewers":[)" +
         list((reviews + 7) / 8, reviewer) + R"(],"reviews":[)" + list(reviews, review) + "]}";
}

void read(benchmark::State& state, const std::string& text, std::string_view item) {
  for (auto _ : state) benchmark::DoNotOptimize(faceoff::parse_feed(text, {item, false}));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void read_document(benchmark::State& state) { read(state, document(5 * state.range(0)), ""); }

void read_last_item(benchmark::State& state) {
  const auto item = [](std::int64_t i) {
    const std::string id = "pens-" + std::to_string(i);
    return R"({"id":")" + id + R"(","_faceoff":{"comparison":)" + document(40, id) + "}}";
  };
  const std::string last = "pens-" + std::to_string(5 * state.range(0) - 1);
  read(state,
       R"({"version":"https://jsonfeed.org/version/1.1","items":[)" + list(5 * state.range(0), item) + "]}",
       last);
}

void read_broken_document(benchmark::State& state) {
  const auto key = [](std::int64_t i) { return "\"lable" + std::to_string(i) + "\":0"; };
  std::string text = document(50);
  text.insert(1, list(100 * state.range(0), key) + ",");
  read(state, text, "");
}

}  // namespace

BENCHMARK(read_document)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(read_last_item)->Arg(1)->Arg(10)->Arg(100);
BENCHMARK(read_broken_document)->Arg(1)->Arg(10)->Arg(100);
