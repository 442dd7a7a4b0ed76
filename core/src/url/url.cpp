#include "faceoff/url.hpp"

#include "faceoff/limits.hpp"

namespace faceoff {

namespace {

// The five components of RFC 3986 appendix B. `has_` tells "given but empty" from "not given".
struct parts {
  std::string_view scheme, authority, path, query;  // query and fragment with their leading mark
  std::string_view fragment;
  bool has_authority = false;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_letters(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

std::string_view cut_from(std::string_view& text, std::string_view marks) {
  const std::size_t at = text.find_first_of(marks);
  if (at == text.npos) return {};
  const std::string_view tail = text.substr(at);
  text = text.substr(0, at);
  return tail;
}

parts split(std::string_view text) {
  parts out;
  out.fragment = cut_from(text, "#");
  out.query = cut_from(text, "?");
  const std::size_t colon = text.find_first_of(":/");
  if (colon != text.npos && colon != 0 && text[colon] == ':') {
    out.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  out.has_authority = text.starts_with("//");
  if (out.has_authority) {
    text.remove_prefix(2);
    out.authority = text;
    out.path = cut_from(out.authority, "/");
  } else {
    out.path = text;
  }
  return out;
}

bool only_safe_characters(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || c == '\\' || c == '<' || c == '>' || c == '"') return false;
  }
  return true;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// Letters and digits of any script, and the marks a registered name may hold.
bool host_name(std::string_view text) {
  for (const char c : text) {
    const bool mark = c == '-' || c == '.' || c == '_' || c == '~';
    if (!letter(c) && !digit(c) && !mark && static_cast<unsigned char>(c) < 0x80) return false;
  }
  return !text.empty();
}

// host [":" port], without user info.
bool plain_authority(std::string_view authority) {
  std::string_view host = authority, port;
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    const std::string_view inside = host.substr(1, end - 1);
    if (end == host.npos || inside.empty()) return false;
    if (inside.find_first_not_of("0123456789abcdefABCDEF:.") != inside.npos) return false;
    port = host.substr(end + 1);
  } else {
    port = cut_from(host, ":");
    if (!host_name(host)) return false;
  }
  if (port.empty()) return true;
  if (port.front() != ':' || port.size() < 2 || port.size() > 6) return false;
  return port.find_first_not_of("0123456789", 1) == port.npos;
}

bool web_scheme(std::string_view scheme) {
  return same_letters(scheme, "https") || same_letters(scheme, "http");
}

bool absolute(const parts& url) {
  return web_scheme(url.scheme) && url.has_authority && plain_authority(url.authority);
}

bool relative(const parts& url) {
  return url.scheme.empty() && !url.has_authority && url.path.find(':') >= url.path.find('/');
}

bool ipv4_loopback(std::string_view host) {
  if (!host.starts_with("127.") || host.find_first_not_of("0123456789.") != host.npos) return false;
  std::size_t dots = 0;
  for (const char c : host) dots += c == '.';
  return dots == 3 && host.back() != '.' && host.find("..") == host.npos;
}

// localhost and what is below it (RFC 6761), 127.0.0.0/8, ::1.
bool loopback(std::string_view authority) {
  if (authority.starts_with("[::1]")) return true;
  const std::string_view host = authority.substr(0, authority.find(':'));
  constexpr std::string_view local = "localhost";
  if (host.size() < local.size() || !same_letters(host.substr(host.size() - local.size()), local)) {
    return ipv4_loopback(host);
  }
  return host.size() == local.size() || host[host.size() - local.size() - 1] == '.';
}

// RFC 3986 5.2.4.
string without_dots(std::string_view path) {
  string out;
  while (!path.empty()) {
    const std::size_t next = path.find('/', 1);
    const std::string_view segment = path.substr(0, next);
    const bool last = next == path.npos;
    path = last ? std::string_view{} : path.substr(next);
    if (segment == "/." || segment == "/..") {
      while (segment == "/.." && !out.empty()) {
        const bool slash = out.back() == '/';
        out.pop_back();
        if (slash) break;
      }
      if (last) out += '/';
    } else {
      out += segment;
    }
  }
  return out;
}

// RFC 3986 5.2.3, for a base that always has an authority.
string merged(std::string_view base_path, std::string_view path) {
  if (path.starts_with('/')) return string(path);
  string out(base_path.substr(0, base_path.rfind('/') + 1));
  if (out.empty()) out += '/';
  return out += path;
}

string resolved(const parts& reference, const parts& base) {
  string out;
  const auto put = [&out](std::string_view piece) { out += piece; };
  put(base.scheme);
  put("://");
  put(base.authority);
  if (reference.path.empty()) {
    put(base.path);
    put(reference.query.empty() ? base.query : reference.query);
  } else {
    put(without_dots(merged(base.path, reference.path)));
    put(reference.query);
  }
  put(reference.fragment);
  return out;
}

bool acceptable(std::string_view text) {
  return text.size() <= limits::url_bytes && only_safe_characters(text);
}

}  // namespace

std::optional<safe_url> resolve_url(std::string_view reference, std::string_view base) {
  if (!acceptable(reference) || !acceptable(base)) return {};
  const parts own = split(base);
  const bool based = absolute(own);
  string whole(reference);
  const parts given = split(reference);
  if (!absolute(given)) {
    if (!based || !relative(given)) return {};
    whole = resolved(given, own);
  }
  const parts target = split(whole);
  const bool own_origin =
      based && same_letters(target.scheme, own.scheme) && same_letters(target.authority, own.authority);
  if (!same_letters(target.scheme, "https") && !own_origin && !loopback(target.authority)) return {};
  if (whole.size() > limits::url_bytes) return {};
  return safe_url(std::move(whole));
}

bool insecure_url(std::string_view reference) {
  const parts given = split(reference);
  return same_letters(given.scheme, "http") && !loopback(given.authority);
}

bool plausible_url(std::string_view reference) {
  const parts given = split(reference);
  return !reference.empty() && acceptable(reference) && (absolute(given) || relative(given));
}

}  // namespace faceoff
