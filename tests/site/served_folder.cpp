#include "faceoff/site/served_folder.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "temporary_folder.hpp"

using namespace faceoff;
using namespace faceoff::site;
using faceoff::testing::temporary_folder;

namespace {

const std::string document =
    R"({"faceoff":1,"id":"a","contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}],"poll":{"mode":"verdicts"}})";

struct opened {
  server::poll_registry polls;
  std::unique_ptr<site::served_folder> pages;

  explicit opened(const temporary_folder& folder, const std::string& widget = "") {
    site_options options;
    options.folder = folder.path();
    options.widget_folder = widget;
    auto made = site::served_folder::open(std::move(options), polls);
    REQUIRE(made);
    pages = std::move(*made);
  }

  server::page_answer get(std::string_view target, std::string_view etag = "",
                          std::string_view encoding = "") {
    return pages->find({"GET", target, etag, encoding});
  }
  std::string body(std::string_view target) {
    const server::page_answer answer = get(target);
    return answer.body == nullptr ? "" : *answer.body;
  }
};

std::string header(const server::page_answer& answer, std::string_view name) {
  for (const auto& [key, value] : answer.headers) {
    if (key == name) return value;
  }
  return "";
}

}  // namespace

TEST_CASE("site: answers files with their type, an ETag and 304") {
  const temporary_folder folder;
  folder.write("index.html", "<p>front");
  folder.write("sub/index.html", "<p>sub");
  folder.write("a b.css", "p{}");
  opened it(folder);
  CHECK(it.body("/") == "<p>front");
  CHECK(it.body("/sub/") == "<p>sub");
  CHECK(it.get("/sub?x=1").status == 301);
  CHECK(header(it.get("/sub?x=1"), "Location") == "/sub/?x=1");
  CHECK(it.get("/a%20b.css").media_type == "text/css; charset=utf-8");
  const std::string etag = it.get("/").etag;
  REQUIRE(etag.size() > 2);
  CHECK(it.get("/", etag).status == 304);
  CHECK(it.get("/", etag).body == nullptr);
  CHECK(it.get("/", "\"other\"").status == 200);
  CHECK(it.get("/missing").status == 404);
  CHECK(it.pages->find({"POST", "/", "", ""}).status == 405);
}

TEST_CASE("site: nothing outside the folder or hidden in it is ever answered") {
  const temporary_folder outside;
  outside.write("secret.txt", "secret");
  const temporary_folder folder;
  folder.write(".env", "secret");
  folder.write("index.html~", "secret");
  folder.write("#index.html#", "secret");
  folder.write(".a.faceoff.json.swp", "secret");
  folder.link("out.txt", outside.path("secret.txt"));
  folder.link("env.txt", ".env");
  folder.link("outdir", outside.path());
  opened it(folder);
  const std::string climb = "/.." + outside.path("secret.txt");
  for (const std::string& target :
       {std::string("/.env"), std::string("/index.html~"), std::string("/%23index.html%23"),
        std::string("/.a.faceoff.json.swp"), std::string("/out.txt"), std::string("/env.txt"),
        std::string("/outdir/secret.txt"), climb, "/%2e%2e" + outside.path("secret.txt"),
        "/x/../.." + outside.path("secret.txt"), "/" + outside.path("secret.txt")}) {
    CAPTURE(target);
    CHECK(it.get(target).status == 404);
    CHECK(it.body(target).find("secret") == std::string::npos);
  }
}

TEST_CASE("site: encodings are negotiated and have ETags of their own") {
  const temporary_folder folder;
  folder.write("a.html", std::string(5000, 'x'));
  folder.write("small.html", "x");
  folder.write("a.png", std::string(5000, 'x'));
  opened it(folder);
  const server::page_answer plain = it.get("/a.html");
  const server::page_answer packed = it.get("/a.html", "", "gzip, br");
  CHECK(plain.content_encoding == "");
  CHECK(packed.content_encoding == "br");
  CHECK(packed.body->size() < plain.body->size());
  CHECK(packed.etag != plain.etag);
  CHECK(header(packed, "Vary") == "Accept-Encoding");
  CHECK(it.get("/a.html", packed.etag, "br").status == 304);
  CHECK(it.get("/small.html", "", "br").content_encoding == "");
  CHECK(it.get("/a.png", "", "br").content_encoding == "");
}

TEST_CASE("site: a replaced document is served without a restart, a broken one keeps its last good version") {
  const temporary_folder folder;
  folder.write("a.faceoff.json", document);
  folder.write("b.faceoff.json", "{\"faceoff\":1");
  opened it(folder);
  CHECK(it.body("/a.faceoff.json") == document);
  CHECK(it.get("/b.faceoff.json").status == 503);
  CHECK(it.body("/b.faceoff.json").find("not available") != std::string::npos);
  CHECK(it.pages->broken().size() == 1);
  CHECK(it.polls.current()->find("a") != nullptr);

  const std::string etag = it.get("/a.faceoff.json").etag;
  folder.replace("a.faceoff.json", document + "\n");
  it.pages->look_again();
  CHECK(it.body("/a.faceoff.json") == document + "\n");
  CHECK(it.get("/a.faceoff.json", etag).status == 200);

  folder.replace("a.faceoff.json", "{");
  CHECK(it.body("/a.faceoff.json") == document + "\n");
  folder.replace("b.faceoff.json",
                 R"({"faceoff":1,"id":"b","contenders":[{"id":"x","name":"X"},{"id":"y","name":"Y"}]})");
  it.pages->look_again();
  CHECK(it.body("/a.faceoff.json") == document + "\n");
  CHECK(it.get("/b.faceoff.json").status == 200);
  CHECK(it.polls.current()->find("a") != nullptr);
}

TEST_CASE("site: a replaced page is served at the next look") {
  const temporary_folder folder;
  folder.write("index.html", "<p>one");
  opened it(folder);
  CHECK(it.body("/") == "<p>one");
  folder.replace("index.html", "<p>two");
  it.pages->look_again();
  CHECK(it.body("/") == "<p>two");
  folder.remove("index.html");
  folder.write("new.css", "p{}");
  it.pages->look_again();
  CHECK(it.get("/index.html").status == 404);
  CHECK(it.body("/new.css") == "p{}");
}

TEST_CASE("site: watching sees a change by itself") {
  const temporary_folder folder;
  folder.write("a.txt", "one");
  opened it(folder);
  it.pages->watch(10);
  folder.replace("a.txt", "two");
  for (int tries = 0; tries < 500 && it.body("/a.txt") != "two"; ++tries) usleep(10'000);
  CHECK(it.body("/a.txt") == "two");
}

TEST_CASE("site: the widget is the program's own, whatever the folder holds") {
  const temporary_folder widget;
  widget.write("faceoff.js", "real();");
  widget.write("faceoff.wasm", "abc");
  widget.write("faceoff.de.json", "abc");
  widget.write("faceoff.meta.json", "build");
  const temporary_folder folder;
  folder.write("faceoff.js", "other();");
  folder.write("index.html", "<script src=\"/faceoff.js\"></script>");
  folder.write("plain.html", "<face-off src=\"a.faceoff.json\">");
  folder.write("static.html", "<script src=\"/faceoff.js\"></script><article data-digest=\"0\">");
  folder.write("later.html", "<script src=\"/faceoff.js\"></script><face-off loading=\"click\">");
  opened it(folder, widget.path());
  CHECK(it.body("/faceoff.js") == "real();");
  CHECK(it.get("/faceoff.js").media_type == "text/javascript; charset=utf-8");
  CHECK(it.get("/faceoff.wasm").media_type == "application/wasm");
  // SHA-256 of "abc", FIPS 180-4 example.
  CHECK(header(it.get("/faceoff.wasm?h=ba7816bf8f01cfea"), "Cache-Control").find("immutable") !=
        std::string::npos);
  CHECK(header(it.get("/faceoff.de.json?h=ba7816bf8f01cfea"), "Cache-Control").find("immutable") !=
        std::string::npos);
  CHECK(it.get("/faceoff.fr.json").status == 404);
  CHECK(it.get("/faceoff.meta.json").status == 404);
  CHECK(header(it.get("/faceoff.wasm?h=0000000000000000"), "Cache-Control") == "no-cache");
  CHECK(header(it.get("/faceoff.wasm?h="), "Cache-Control") == "no-cache");
  CHECK(header(it.get("/"), "Link") ==
        "</faceoff.wasm?h=ba7816bf8f01cfea>; rel=preload; as=fetch; crossorigin=anonymous");
  CHECK(header(it.get("/plain.html"), "Link") == "");
  CHECK(header(it.get("/static.html"), "Link") == "");
  CHECK(header(it.get("/later.html"), "Link") == "");

  opened without(folder);
  CHECK(without.get("/faceoff.js").status == 503);
  CHECK(header(without.get("/"), "Link") == "");
}

TEST_CASE("site: a folder without a front page shows its comparisons, escaped") {
  const temporary_folder folder;
  folder.write("<b>.faceoff.json", document);
  folder.write("broken.faceoff.json", "{");
  opened it(folder);
  const std::string page = it.body("/");
  CHECK(page.find("<face-off src=\"/%3Cb%3E.faceoff.json\" votes=\"/votes\">") != std::string::npos);
  CHECK(page.find("&lt;b&gt;.faceoff.json") != std::string::npos);
  CHECK(page.find("broken.faceoff.json</a>: not available. ") != std::string::npos);
}
