#include "faceoff/url.hpp"

#include <doctest/doctest.h>

#include <string>

#include "faceoff/limits.hpp"

namespace {

std::string resolved(std::string_view reference, std::string_view base) {
  const auto url = faceoff::resolve_url(reference, base);
  return url ? url->text() : "refused";
}

}  // namespace

TEST_CASE("references resolve as in RFC 3986 section 5.4") {
  const std::string_view base = "http://a/b/c/d;p?q";
  const std::pair<std::string_view, std::string_view> table[] = {
      // 5.4.1, normal; the two that name another scheme or authority are refused by our rules.
      {"g:h", "refused"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "refused"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x", "http://a/b/c/g;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../", "http://a/"},
      {"../../g", "http://a/g"},
      // 5.4.2, abnormal.
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {".g", "http://a/b/c/.g"},
      {"g..", "http://a/b/c/g.."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/./y", "http://a/b/c/g;x=1/y"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/./x", "http://a/b/c/g#s/./x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
      {"http:g", "refused"},  // strict
  };
  for (const auto& one : table) {
    const auto& reference = one.first;
    const auto& wanted = one.second;
    INFO(reference);
    CHECK(resolved(reference, base) == wanted);
  }
}

TEST_CASE("https is allowed anywhere, http on loopback and on the base's own origin") {
  CHECK(resolved("https://other.example/x", "") == "https://other.example/x");
  CHECK(resolved("HTTPS://Other.example/x", "") == "HTTPS://Other.example/x");
  CHECK(resolved("http://other.example/x", "") == "refused");
  CHECK(resolved("http://other.example/x", "https://other.example/") == "refused");
  CHECK(resolved("http://Blog.example/x", "http://blog.example/y") == "http://Blog.example/x");
  CHECK(resolved("http://blog.example:81/x", "http://blog.example/y") == "refused");
  for (const char* local : {"http://localhost/", "http://LOCALHOST:8080/v", "http://a.localhost",
                            "http://127.0.0.1:1/", "http://127.9.9.9/", "http://[::1]:8080/"}) {
    CHECK(resolved(local, "") == local);
  }
  for (const char* remote : {"http://127.0.0.1.evil.example/", "http://localhost.evil.example/",
                             "http://evillocalhost/", "http://127.0.0/", "http://127.0.0.1./",
                             "http://[::2]/", "http://[::1].evil/", "http://0x7f.0.0.1/"}) {
    INFO(remote);
    CHECK(resolved(remote, "") == "refused");
  }
}

TEST_CASE("what is no web address is refused") {
  const std::string base = "https://blog.example/a/b.json";
  for (const char* bad : {"javascript:alert(1)",
                          "JavaScript:alert(1)",
                          "data:text/html,x",
                          "vbscript:x",
                          "blob:https://a/b",
                          "file:///etc/passwd",
                          "//evil.example/x",
                          "///evil.example/x",
                          "/\\evil.example",
                          "\\\\evil.example",
                          "https:evil",
                          "https:/evil",
                          "https:///evil",
                          "https://",
                          "https://user@evil.example/",
                          "https://user:word@evil.example/",
                          "https://a b/",
                          " https://a/",
                          "https://a/\n",
                          "java\tscript:x",
                          "https://a:b/",
                          "https://a:/",
                          "https://a:123456/",
                          "https://a%2eb/",
                          "https://[::1/",
                          "https://[x]/",
                          "a:b",
                          "1:b",
                          ":b",
                          "https://a/<b>",
                          "https://a/\"",
                          "https://a/\x7F",
                          "mailto:a@b.example"}) {
    INFO(bad);
    CHECK(resolved(bad, base) == "refused");
    CHECK(!faceoff::plausible_url(bad));
  }
}

TEST_CASE("relative references need a base") {
  CHECK(resolved("x.json", "") == "refused");
  CHECK(resolved("x.json", "file:///home/x") == "refused");
  CHECK(resolved("x.json", "https://user@blog.example/") == "refused");
  CHECK(resolved("x.json", "https://blog.example") == "https://blog.example/x.json");
  CHECK(resolved("?a", "https://blog.example") == "https://blog.example?a");
  CHECK(resolved("..//evil.example", "https://blog.example/a/b") == "https://blog.example//evil.example");
  CHECK(resolved("a/b:c", "https://blog.example/") == "https://blog.example/a/b:c");
}

TEST_CASE("a document may hold relative references and addresses whose origin may be its own") {
  for (const char* good :
       {"x", "/x", "?x", "#x", "../x/y:z", "https://a", "http://a/", "https://[2001:db8::1]:443/x"}) {
    INFO(good);
    CHECK(faceoff::plausible_url(good));
  }
  CHECK(!faceoff::plausible_url(""));
}

TEST_CASE("addresses have a longest length, before and after resolving") {
  const std::string base = "https://blog.example/";
  const std::size_t room = faceoff::limits::url_bytes - base.size();
  CHECK(resolved(std::string(room, 'x'), base) == base + std::string(room, 'x'));
  CHECK(resolved(std::string(room + 1, 'x'), base) == "refused");
  CHECK(!faceoff::plausible_url(std::string(faceoff::limits::url_bytes + 1, 'x')));
}
