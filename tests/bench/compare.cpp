// The whole way from texts to report and HTML, and its parts, at 1, 10 and 100 times the size: two contenders
// with one reviewer, with ten, and eight contenders with twelve reviewers and longer texts.
#include "faceoff/compare.hpp"

#include <benchmark/benchmark.h>

#include <string>

#include "faceoff/feed.hpp"
#include "faceoff/html_writer.hpp"
#include "faceoff/json.hpp"
#include "faceoff/message.hpp"

namespace {

using namespace faceoff;

struct size {
  int contenders, reviewers, sentences;
};

constexpr size sizes[] = {{2, 1, 3}, {2, 10, 6}, {8, 12, 10}};

std::string document_of(const size& of) {
  std::string prose;
  for (int i = 0; i < of.sentences; i++) prose += "It starts at once, and `run` works on the first day. ";
  json::writer out;
  out.begin_object().key("faceoff").integer(1).key("id").text("bench").key("contenders").begin_array();
  for (int i = 0; i < of.contenders; i++) {
    out.begin_object()
        .key("id")
        .text("c" + std::to_string(i))
        .key("name")
        .text("Contender " + std::to_string(i));
    out.key("description").text(prose).end_object();
  }
  out.end_array().key("reviewers").begin_array();
  for (int i = 0; i < of.reviewers; i++) {
    out.begin_object()
        .key("id")
        .text("r" + std::to_string(i))
        .key("name")
        .text("Reviewer " + std::to_string(i));
    out.end_object();
  }
  out.end_array().key("reviews").begin_array();
  for (int i = 0; i < of.reviewers * of.contenders; i++) {
    out.begin_object().key("reviewer").text("r" + std::to_string(i / of.contenders));
    out.key("contender").text("c" + std::to_string(i % of.contenders));
    out.key("verdict").text(i % 3 == 0 ? "skip" : "ship").key("quote").text(prose).end_object();
  }
  out.end_array().end_object();
  return out.take();
}

void compare_document(benchmark::State& state) {
  const std::string document = document_of(sizes[state.range(0)]);
  std::size_t html = 0;
  for (auto _ : state) html = compare_texts(document, "", "", R"({"today":"2026-11-25"})").html.size();
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(document.size()));
  state.counters["document"] = static_cast<double>(document.size());
  state.counters["html"] = static_cast<double>(html);
}

void write_html(benchmark::State& state) {
  const comparison document = *parse_feed(document_of(sizes[state.range(0)]), {}).document;
  const panel_reading panel = read_panel(document);
  const price_reading prices = read_prices(document, {});
  const split_reading split = read_split(document);
  const answer reading = decide(document, {}, {});
  const catalog words;
  const html_input input{document, panel, prices, split, reading, words};
  for (auto _ : state) benchmark::DoNotOptimize(render_html(input));
}

void escape_text(benchmark::State& state) {
  const std::string text(static_cast<std::size_t>(state.range(0)), '<');
  for (auto _ : state) {
    html_writer out(false);
    out.open(tag::p).text(std::string_view(text));
    benchmark::DoNotOptimize(out.take());
  }
  state.SetBytesProcessed(state.iterations() * state.range(0));
}

void say_sentence(benchmark::State& state) {
  const catalog words;
  const faceoff::string name = "Tarn", other = "Lumen";
  arguments with;
  with.foreign(slot::name, name).foreign(slot::other, other).number(slot::n, 2).number(slot::of, 4);
  for (auto _ : state) benchmark::DoNotOptimize(words.text(message::dominance, with));
}

void read_catalog(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(catalog::parse(catalog::compiled_in("de")));
}

}  // namespace

BENCHMARK(compare_document)->DenseRange(0, 2);
BENCHMARK(write_html)->DenseRange(0, 2);
BENCHMARK(escape_text)->Arg(1000)->Arg(10'000)->Arg(100'000);
BENCHMARK(say_sentence);
BENCHMARK(read_catalog);
