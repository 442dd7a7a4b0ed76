#include <algorithm>

#include "faceoff/server/page_source.hpp"
#include "token_list.hpp"

namespace faceoff::server {
namespace {

// A quality value in thousandths (RFC 9110 section 12.4.2); what is not one counts as 0.
int quality_of(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return 0;
  if (text.size() > 1 && text[1] != '.') return 0;
  int value = (text[0] - '0') * 1000, unit = 100;
  for (char c : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (c < '0' || c > '9') return 0;
    value += (c - '0') * unit;
    unit /= 10;
  }
  return std::min(value, 1000);
}

struct offer {
  std::string_view coding;
  int quality = 1000;
};

offer offer_of(std::string_view element) {
  offer made;
  std::size_t semicolon = element.find(';');
  made.coding = trimmed(element.substr(0, semicolon));
  while (semicolon != std::string_view::npos) {
    element.remove_prefix(semicolon + 1);
    semicolon = element.find(';');
    std::string_view parameter = trimmed(element.substr(0, semicolon));
    if (parameter.size() > 2 && (parameter[0] == 'q' || parameter[0] == 'Q') && parameter[1] == '=') {
      made.quality = quality_of(parameter.substr(2));
    }
  }
  return made;
}

}  // namespace

std::string_view choose_encoding(std::string_view accept_encoding, bool has_brotli, bool has_gzip) {
  int brotli = -1, gzip = -1, identity = -1, any = -1;  // -1: not named
  each_element(accept_encoding, [&](std::string_view element) {
    offer made = offer_of(element);
    if (same_token(made.coding, "br")) brotli = made.quality;
    if (same_token(made.coding, "gzip") || same_token(made.coding, "x-gzip")) gzip = made.quality;
    if (same_token(made.coding, "identity")) identity = made.quality;
    if (made.coding == "*") any = made.quality;
  });
  if (brotli < 0) brotli = std::max(any, 0);
  if (gzip < 0) gzip = std::max(any, 0);
  if (!has_brotli) brotli = 0;
  if (!has_gzip) gzip = 0;
  // Identity is always acceptable unless it is told apart; where it is, the higher quality wins.
  int least = std::max(identity, 1);
  if (brotli >= gzip && brotli >= least) return "br";
  if (gzip >= least) return "gzip";
  return "";
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
  if (etag.empty()) return false;
  bool found = false;
  each_element(if_none_match, [&](std::string_view element) {
    if (element == "*") found = true;
    if (element.substr(0, 2) == "W/") element.remove_prefix(2);
    if (element == etag) found = true;
  });
  return found;
}

}  // namespace faceoff::server
