// Golden cases, natively. A case is a folder: document.json, and where wanted tally.json, own.json and
// options.json (compare.hpp says what they hold), and below it expected/: report.json, page.html,
// findings.json.
//
//   faceoff_golden check CASES [NAME...]    compares byte for byte; exit 1 and a line each where one differs
//   faceoff_golden accept CASES [NAME...]   writes what came out as what is expected
//   faceoff_golden page FOLDER              prints one case's HTML
//
// golden.mjs does the same over the WebAssembly module, and never accepts.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "faceoff/compare.hpp"

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

faceoff::compare_result run(const fs::path& folder) {
  return faceoff::compare_texts(read(folder / "document.json"), read(folder / "tally.json"),
                                read(folder / "own.json"), read(folder / "options.json"));
}

struct output {
  const char* name;
  std::string text;
};

std::vector<output> outputs_of(const fs::path& folder) {
  const faceoff::compare_result got = run(folder);
  return {{"report.json", got.report},
          {"page.html", got.html},
          {"findings.json", faceoff::findings_json(got.findings)}};
}

// The number of outputs that differ; under `accept` they are written instead.
int visit(const fs::path& folder, bool accept) {
  int differing = 0;
  for (const output& one : outputs_of(folder)) {
    const fs::path file = folder / "expected" / one.name;
    if (fs::exists(file) && read(file) == one.text) continue;
    differing++;
    if (accept) {
      write(file, one.text);
    } else {
      write(fs::path("golden") / folder.filename() / one.name, one.text);
    }
    std::printf("%s: %s %s\n", folder.filename().c_str(), one.name,
                accept ? "accepted" : "differs; what came out is below golden/ in the build folder");
  }
  return differing;
}

std::vector<fs::path> cases(const fs::path& folder, const std::vector<std::string>& names) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    const bool wanted = names.empty() || std::find(names.begin(), names.end(), name) != names.end();
    if (wanted && fs::exists(entry.path() / "document.json")) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

int main(int count, char** given) {
  const std::vector<std::string> words(given + 1, given + count);
  const std::string verb = words.empty() ? "" : words[0];
  if (words.size() < 2 || (verb != "check" && verb != "accept" && verb != "page")) {
    std::fprintf(stderr, "usage: faceoff_golden check|accept CASES [NAME...] | page FOLDER\n");
    return 2;
  }
  if (verb == "page") return std::puts(std::string(run(words[1]).html).c_str()) < 0;
  const auto found = cases(words[1], {words.begin() + 2, words.end()});
  int differing = 0;
  for (const fs::path& folder : found) differing += visit(folder, verb == "accept");
  std::printf("%zu cases, %d outputs differ\n", found.size(), differing);
  return found.empty() || (differing > 0 && verb == "check") ? 1 : 0;
}
