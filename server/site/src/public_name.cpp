#include "faceoff/site/public_name.hpp"

#include <array>
#include <utility>

namespace faceoff::site {
namespace {

constexpr std::array<std::string_view, 7> backup_ends = {"~",    ".bak", ".orig", ".swp",
                                                         ".swo", ".swx", ".tmp"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 30> media_types = {{
    {".avif", "image/avif"},
    {".css", "text/css; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".gif", "image/gif"},
    {".htm", "text/html; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".ico", "image/x-icon"},
    {".jpeg", "image/jpeg"},
    {".jpg", "image/jpeg"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".md", "text/markdown; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".mp3", "audio/mpeg"},
    {".mp4", "video/mp4"},
    {".oga", "audio/ogg"},
    {".otf", "font/otf"},
    {".pdf", "application/pdf"},
    {".png", "image/png"},
    {".svg", "image/svg+xml"},
    {".ttf", "font/ttf"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".webm", "video/webm"},
    {".webmanifest", "application/manifest+json"},
    {".webp", "image/webp"},
    {".woff", "font/woff"},
    {".woff2", "font/woff2"},
    {".xml", "application/xml"},
}};

bool ends_with_any_case(std::string_view text, std::string_view end) {
  if (text.size() < end.size()) return false;
  for (std::size_t at = 0; at < end.size(); ++at) {
    const char byte = text[text.size() - end.size() + at];
    const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    if (lower != end[at]) return false;
  }
  return true;
}

int hex_digit(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
  return -1;
}

// One component, percent escapes decoded; nothing for a broken escape or a slash hidden in one.
std::optional<std::string> decoded(std::string_view part) {
  std::string out;
  for (std::size_t at = 0; at < part.size(); ++at) {
    if (part[at] != '%') {
      out.push_back(part[at]);
      continue;
    }
    if (at + 2 >= part.size()) return std::nullopt;
    const int high = hex_digit(part[at + 1]);
    const int low = hex_digit(part[at + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    out.push_back(static_cast<char>(high * 16 + low));
    at += 2;
  }
  if (out.find('/') != std::string::npos) return std::nullopt;
  return out;
}

}  // namespace

bool public_name(std::string_view name) {
  if (name.empty() || name.front() == '.') return false;
  if (name.size() > 1 && name.front() == '#' && name.back() == '#') return false;
  for (const char byte : name) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x20 || code == 0x7F || byte == '\\') return false;
  }
  for (const std::string_view end : backup_ends) {
    if (ends_with_any_case(name, end)) return false;
  }
  return true;
}

std::string_view media_type_of(std::string_view path) {
  for (const auto& [end, type] : media_types) {
    if (ends_with_any_case(path, end)) return type;
  }
  return "application/octet-stream";
}

bool compressible(std::string_view media_type) {
  return media_type.starts_with("text/") || media_type == "application/json" ||
         media_type == "image/svg+xml" || media_type == "application/wasm" ||
         media_type == "application/xml" || media_type == "application/manifest+json";
}

std::optional<std::string> path_of_target(std::string_view target) {
  target = target.substr(0, target.find_first_of("?#"));
  if (target.empty() || target.front() != '/') return std::nullopt;
  std::string path;
  for (std::size_t start = 1; start < target.size();) {
    const std::size_t slash = target.find('/', start);
    const std::size_t end = slash == std::string_view::npos ? target.size() : slash;
    const std::optional<std::string> part = decoded(target.substr(start, end - start));
    if (!part || !public_name(*part)) return std::nullopt;
    path += *part;
    if (slash != std::string_view::npos) path += '/';
    start = end + 1;
  }
  return path;
}

std::string url_path(std::string_view path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  static constexpr std::string_view plain = "-._~/!$&'()*+,;=:@";
  std::string out = "/";
  for (const char byte : path) {
    const bool letter =
        (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
    if (letter || plain.find(byte) != std::string_view::npos) {
      out.push_back(byte);
    } else {
      const auto code = static_cast<unsigned char>(byte);
      out.append({'%', digits[code >> 4], digits[code & 15]});
    }
  }
  return out;
}

bool is_document_name(std::string_view path) { return path.ends_with(".faceoff.json"); }

}  // namespace faceoff::site
