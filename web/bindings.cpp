// The core in a browser or in node: plain functions of strings in, one plain object out.
//
// Strings cross as UTF-8; a std::string parameter also takes a Uint8Array, byte for byte. Nothing made here
// has to be freed by the caller.
#include <emscripten/bind.h>

#include <cstdlib>
#include <cstring>

#include "faceoff/ballot.hpp"
#include "faceoff/compare.hpp"
#include "faceoff/version.hpp"

// The core's string crosses as std::string does.
namespace emscripten::internal {

template <>
struct CanonicalizedID<faceoff::string> : CanonicalizedID<std::string> {};

template <>
struct BindingType<faceoff::string> {
  using WireType = BindingType<std::string>::WireType;
  template <class... Policies>
  static WireType toWireType(const faceoff::string& text, Policies...) {
    const auto wire = static_cast<WireType>(std::malloc(sizeof(std::size_t) + text.size()));
    wire->length = text.size();
    std::memcpy(wire->data, text.data(), text.size());
    return wire;
  }
  static faceoff::string fromWireType(WireType wire) { return std::string_view(wire->data, wire->length); }
};

}  // namespace emscripten::internal

namespace {

using faceoff::string;

struct compared {
  bool usable = false;
  bool newer_format = false;
  string findings;
  string attachment;
  string report;
  string html;
};

compared compare(const string& document, const string& tally, const string& own, const string& options) {
  faceoff::compare_result got = faceoff::compare_texts(document, tally, own, options);
  return {got.usable,
          got.newer_format,
          faceoff::findings_json(got.findings),
          std::move(got.attachment),
          std::move(got.report),
          std::move(got.html)};
}

string reader_key(const string& secret, const string& votes_url, const string& first_id) {
  return faceoff::reader_key(secret, votes_url, first_id);
}

string version() { return faceoff::version(); }

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
