#include "faceoff/site/public_name.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace faceoff::site;

TEST_CASE("site: names that editors, systems and secrets use are not public") {
  for (const char* name : {".env", ".git", ".", "..", "", "index.html~", "a.bak", "A.BAK", "a.orig",
                           ".a.html.swp", "a.swp", "#index.html#", "a.tmp", "a\\b", "a\nb"}) {
    CAPTURE(name);
    CHECK_FALSE(public_name(name));
  }
  for (const char* name :
       {"index.html", "a.faceoff.json", "#", "c#", "bak", "a.b.c", "na\xC3\xAFve.html", "-"}) {
    CAPTURE(name);
    CHECK(public_name(name));
  }
}

TEST_CASE("site: a target names a path only when nothing in it climbs, hides or is encoded twice") {
  CHECK(path_of_target("/") == "");
  CHECK(path_of_target("/a/b.html?x=../..") == "a/b.html");
  CHECK(path_of_target("/a/") == "a/");
  CHECK(path_of_target("/a%20b") == "a b");
  CHECK(path_of_target("/na%C3%AFve.html") == "na\xC3\xAFve.html");
  for (const char* target : {"", "a", "//a", "/a//b", "/../etc/passwd", "/a/../../etc/passwd",
                             "/%2e%2e/etc/passwd", "/a%2f..%2f..", "/a%00.html", "/%", "/%4", "/%zz", "/.env",
                             "/a/.git/config", "/a%5cb", "/index.html~", "http://other/", "*"}) {
    CAPTURE(target);
    CHECK_FALSE(path_of_target(target).has_value());
  }
}

TEST_CASE("site: a path and its address are each other's inverse") {
  for (const char* path : {"a/b.html", "a b", "50%", "na\xC3\xAFve?.html", "x#y"}) {
    CAPTURE(path);
    CHECK(path_of_target(url_path(path)) == path);
  }
}

TEST_CASE("site: media types come from the name's end, whatever its case") {
  CHECK(media_type_of("a/index.html") == "text/html; charset=utf-8");
  CHECK(media_type_of("PHOTO.JPG") == "image/jpeg");
  CHECK(media_type_of("a.faceoff.json") == "application/json");
  CHECK(media_type_of("faceoff.wasm") == "application/wasm");
  CHECK(media_type_of("LICENSE") == "application/octet-stream");
}
