#include "faceoff/url.hpp"

#include "faceoff/limits.hpp"

namespace faceoff {

namespace {

// A reference's components (RFC 3986 appendix B), each from one place to the next; what is not given is
// empty.
struct parts {
  const char* scheme;
  const char* colon;      // behind the scheme; where there is none, the start
  const char* authority;  // without its slashes
  const char* path;
  const char* query;     // with its mark
  const char* fragment;  // with its mark
  const char* end;
  bool has_authority;
};

const char* find(const char* from, const char* end, char mark) {
  while (from != end && *from != mark) ++from;
  return from;
}

parts split(const char* text, std::size_t bytes) {
  parts out{text, text, text, text, text, text, text + bytes, false};
  out.fragment = find(text, out.end, '#');
  out.query = find(text, out.fragment, '?');
  const char* const colon = find(text, find(text, out.query, '/'), ':');
  if (colon != out.query && *colon == ':' && colon != text) {
    out.colon = colon;
    out.path = colon + 1;
  }
  out.has_authority = out.query - out.path >= 2 && out.path[0] == '/' && out.path[1] == '/';
  if (out.has_authority) {
    out.authority = out.path + 2;
    out.path = find(out.authority, out.query, '/');
  }
  return out;
}

parts split(const string& text) { return split(text.data(), text.size()); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_letters(const char* a, const char* b, std::ptrdiff_t bytes) {
  for (; bytes > 0; --bytes, ++a, ++b) {
    if (lower(*a) != lower(*b)) return false;
  }
  return true;
}

// host [":" port], without user info. A host is letters and digits of any script and the marks a registered
// name may hold, or an address in brackets.
bool plain_authority(const parts& url) {
  const char *at = url.authority, *const end = url.path;
  const bool bracket = at != end && *at == '[';
  at += bracket;
  const std::size_t host = span_of(at, end, bracket ? "09afAF::.." : "azAZ09--..__~~\x80\xFF");
  at += host;
  if (host == 0 || (bracket && (at == end || *at++ != ']'))) return false;
  if (at == end) return true;
  const auto digits = static_cast<std::size_t>(end - at - 1);
  return *at == ':' && digits > 0 && digits <= 5 && span_of(at + 1, end, "09") == digits;
}

// The length of "https" or "http"; 0 for any other scheme.
std::ptrdiff_t web_scheme(const parts& url) {
  const std::ptrdiff_t length = url.colon - url.scheme;
  return (length == 4 || length == 5) && same_letters(url.scheme, "https", length) ? length : 0;
}

bool absolute(const parts& url) { return web_scheme(url) != 0 && url.has_authority && plain_authority(url); }

bool relative(const parts& url) {
  return url.colon == url.scheme && !url.has_authority && (url.path == url.query || *url.path != ':');
}

bool ipv4_loopback(const char* at, const char* end) {
  if (end - at < 4 || !same_letters(at, "127.", 4)) return false;
  for (int groups = 1;; ++groups) {
    const std::size_t digits = span_of(at, end, "09");
    if (digits == 0) return false;
    at += digits;
    if (at == end) return groups == 4;
    if (*at++ != '.') return false;
  }
}

// localhost and what is below it (RFC 6761), 127.0.0.0/8, ::1.
bool loopback(const parts& url) {
  const char* const host = url.authority;
  if (url.path - host >= 5 && same_letters(host, "[::1]", 5)) return true;
  const char* const end = find(host, url.path, ':');
  const std::ptrdiff_t below = end - host - 9;  // bytes before "localhost"
  if (below < 0 || !same_letters(end - 9, "localhost", 9)) return ipv4_loopback(host, end);
  return below == 0 || end[-10] == '.';
}

void put(string& out, const char* from, const char* end) {
  out += std::string_view(from, static_cast<std::size_t>(end - from));
}

// Appends a path that starts with a slash, without its "." and ".." (RFC 3986 5.2.4).
void put_without_dots(string& out, const string& path) {
  const std::size_t origin = out.size();
  for (const char *at = path.begin(), *const end = path.end(); at != end;) {
    const char* const next = find(at + 1, end, '/');
    const auto dots = static_cast<std::ptrdiff_t>(span_of(at + 1, next, ".."));
    if (next - at != dots + 1 || dots == 0 || dots > 2) {
      put(out, at, next);
    } else {
      for (bool slash = dots == 1; !slash && out.size() > origin; out.pop_back()) slash = out.back() == '/';
      if (next == end) out += '/';
    }
    at = next;
  }
}

// RFC 3986 5.2.2, for a relative reference and a base that has an authority.
string resolved(const parts& reference, const parts& base) {
  string out;
  if (reference.path == reference.query) {
    put(out, base.scheme, reference.query == reference.fragment ? base.fragment : base.query);
  } else {
    put(out, base.scheme, base.path);
    string path;
    if (*reference.path != '/') {
      const char* end = base.query;
      while (end != base.path && end[-1] != '/') --end;
      put(path, base.path, end);
      if (path.empty()) path += '/';
    }
    put(path, reference.path, reference.query);
    put_without_dots(out, path);
  }
  put(out, reference.query, reference.end);
  return out;
}

// All but control characters, spaces, quotes, angle brackets and backslashes.
bool acceptable(const parts& url) {
  const auto bytes = static_cast<std::size_t>(url.end - url.scheme);
  return bytes <= limits::url_bytes && span_of(url.scheme, url.end, "!!#;==?[]~\x80\xFF") == bytes;
}

}  // namespace

std::optional<safe_url> resolve_url(std::string_view reference, std::string_view base) {
  const parts given = split(reference.data(), reference.size()), own = split(base.data(), base.size());
  if (!acceptable(given) || !acceptable(own)) return {};
  const bool based = absolute(own);
  string whole;
  if (absolute(given)) {
    whole = reference;
  } else {
    if (!based || !relative(given)) return {};
    whole = resolved(given, own);
  }
  const parts target = split(whole);
  const std::ptrdiff_t origin = target.path - target.scheme;
  const bool own_origin =
      based && own.path - own.scheme == origin && same_letters(target.scheme, own.scheme, origin);
  if (web_scheme(target) != 5 && !own_origin && !loopback(target)) return {};
  if (whole.size() > limits::url_bytes) return {};
  return safe_url(std::move(whole));
}

bool insecure_url(const string& reference) {
  const parts given = split(reference);
  return web_scheme(given) == 4 && !loopback(given);
}

bool plausible_url(const string& reference) {
  const parts given = split(reference);
  return !reference.empty() && acceptable(given) && (absolute(given) || relative(given));
}

}  // namespace faceoff
