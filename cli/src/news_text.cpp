#include "news_text.hpp"

#include "finding_text.hpp"
#include "terminal.hpp"

namespace faceoff::cli {
namespace {

std::string kept(const site::library_news& news) {
  return news.last_good_kept ? "its last good version is still served"
                             : "it is not available until it is mended";
}

}  // namespace

std::string news_text(const site::library_news& news) {
  const std::string name = visible(news.path);
  std::string out;
  for (const finding& found : news.findings) out += finding_text(name, news.source, found, stderr);
  switch (news.what) {
    case site::news_kind::served:
      return out + name + ": served\n";
    case site::news_kind::changed:
      return out + name + ": changed, its new version is served\n";
    case site::news_kind::removed:
      return out + name + ": gone, no longer served\n";
    case site::news_kind::conflict:
      return out + toned(stderr, tone::error, name + ": error:") + " its id \"" + visible(news.id) +
             "\" is taken by " + visible(news.other) + "; " + kept(news) + "\n";
    case site::news_kind::broken:
      if (news.findings.empty()) {
        out += toned(stderr, tone::error, name + ": error:") + " " + visible(news.sentence) + "\n";
      }
      return out + name + ": broken; " + kept(news) + "\n";
  }
  return out;
}

}  // namespace faceoff::cli
