// `faceoff serve`: a folder on the web with its comparisons' polls.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exit_code.hpp"

namespace faceoff::cli {

struct serve_options {
  std::string folder;
  std::string votes;  // the store; "" in the user's state folder
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;
  std::string widget;   // folder with faceoff.js and faceoff.wasm; "" look where this program was installed
  std::string program;  // argv[0]
  std::string public_url;  // the site's address as readers see it, behind a proxy; "" the one listened on
  bool strict = false;
  std::vector<std::string> embed_on;  // origins whose pages may frame embed.html; none: this site's own
};

// Until SIGTERM or SIGINT, then fine. Says on stdout where it serves once it does.
exit_code serve(const serve_options& options);

}  // namespace faceoff::cli
