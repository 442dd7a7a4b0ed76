// The core in a browser or in node: plain functions of strings in, one plain object out.
//
// Strings cross as UTF-8; a std::string parameter also takes a Uint8Array, byte for byte. Nothing made here
// has to be freed by the caller.
#include <emscripten/bind.h>

#include <string>

#include "faceoff/ballot.hpp"
#include "faceoff/compare.hpp"
#include "faceoff/version.hpp"

namespace {

struct compared {
  bool usable = false;
  bool newer_format = false;
  std::string findings;
  std::string attachment;
  std::string report;
  std::string html;
};

compared compare(const std::string& document, const std::string& tally, const std::string& own,
                 const std::string& options) {
  faceoff::compare_result got = faceoff::compare_texts(document, tally, own, options);
  return {got.usable,
          got.newer_format,
          faceoff::findings_json(got.findings),
          std::move(got.attachment),
          std::move(got.report),
          std::move(got.html)};
}

std::string reader_key(const std::string& secret, const std::string& votes_url, const std::string& first_id) {
  return faceoff::reader_key(secret, votes_url, first_id);
}

std::string version() { return std::string(faceoff::version()); }

}  // namespace

EMSCRIPTEN_BINDINGS(faceoff) {
  emscripten::value_object<compared>("compared")
      .field("usable", &compared::usable)
      .field("newerFormat", &compared::newer_format)
      .field("findings", &compared::findings)
      .field("attachment", &compared::attachment)
      .field("report", &compared::report)
      .field("html", &compared::html);
  emscripten::function("compare", &compare);
  emscripten::function("readerKey", &reader_key);
  emscripten::function("version", &version);
}
