// libFuzzer's target: every input goes the whole way, parse -> compare -> html.
//
// An input is up to three texts parted by the byte 0xFF: document or feed, tally, own vote. Held to: nothing
// crashes; the HTML holds no unescaped input (html_oracle.hpp), and the characters that mean something in
// HTML change nothing in its structure; what is valid reads the same from its canonical text; findings have a
// place in the text; all our JSON is JSON.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "faceoff/compare.hpp"
#include "faceoff/feed.hpp"
#include "faceoff/json.hpp"
#include "html_oracle.hpp"

namespace {

constexpr faceoff::json::bounds any{std::size_t{1} << 30, 64, 10'000'000};

void require(bool holds, const char* what, std::string_view about = {}) {
  if (holds) return;
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(about.size()), about.data());
  std::abort();
}

std::string_view cut(std::string_view& rest) {
  const std::string_view text = rest.substr(0, rest.find('\xFF'));
  rest.remove_prefix(std::min(rest.size(), text.size() + 1));
  return text;
}

void check_parsing(std::string_view text) {
  const faceoff::parsed_feed parsed = faceoff::parse_feed(text, {});
  const std::string findings = faceoff::findings_json(parsed.findings);
  require(bool(faceoff::json::parse(findings, any)), "findings are no JSON", findings);
  for (const faceoff::finding& found : parsed.findings) {
    require(found.column <= text.size() + 1 && found.line <= text.size() + 1, "finding outside", findings);
    const bool error = found.level == faceoff::severity::error;
    require(!error || !parsed.document, "valid with errors", findings);
  }
  const std::string again = parsed.canonical;
  if (!parsed.document) return;
  const faceoff::parsed_feed second = faceoff::parse_feed(again, {});
  require(second.document.has_value() && second.canonical == again, "canonical reads otherwise", again);
  require(second.findings.size() == parsed.findings.size(), "canonical has other findings", again);
}

std::string check_html(const faceoff::compare_request& request) {
  const faceoff::compare_result result = faceoff::compare(request);
  const std::string fault = faceoff_fuzz::html_fault(result.html);
  require(fault.empty(), fault.c_str(), result.html);
  if (result.usable)
    require(bool(faceoff::json::parse(result.report, any)), "report is no JSON", result.report);
  return result.html;
}

// Each of them could change the structure only by getting through unescaped.
std::string without_markup(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c == '<' || c == '>' || c == '&') c = '+';
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  faceoff::compare_request request;
  request.document = cut(rest);
  request.tally = cut(rest);
  request.own = cut(rest);
  check_parsing(request.document);
  request.options.base_url = "https://page.example/a/";
  request.options.page_url = "https://page.example/a/index.html";
  request.options.language = size % 2 == 0 ? "" : "de";
  request.options.today = {2026, 11, 25};
  request.options.state = static_cast<faceoff::vote_state>(size % 5);
  request.options.refusal = "<&\"'>";
  const std::string plain = without_markup(request.document);
  for (const auto purpose :
       {faceoff::html_purpose::widget, faceoff::html_purpose::fallback, faceoff::html_purpose::feed}) {
    request.options.purpose = purpose;
    const std::string html = check_html(request);
    if (html.empty() || plain == request.document) continue;
    faceoff::compare_request other = request;
    other.document = plain;
    const std::string unmarked = faceoff::compare(other).html;
    const bool same = unmarked.empty() || faceoff_fuzz::skeleton(unmarked) == faceoff_fuzz::skeleton(html);
    require(same, "text changed the structure", html);
  }
  return 0;
}
