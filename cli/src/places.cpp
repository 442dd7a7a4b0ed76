#include "places.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace faceoff::cli {
namespace {

namespace fs = std::filesystem;

fs::path program_folder(const std::string& called_as) {
  std::error_code failed;
  fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (failed && called_as.find('/') != std::string::npos) program = fs::canonical(called_as, failed);
  return failed ? fs::path() : program.parent_path();
}

std::string setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

std::vector<std::string> widget_places(const std::string& program) {
  const fs::path folder = program_folder(program);
  std::vector<std::string> out;
  if (folder.empty()) return out;
  out.push_back((folder.parent_path() / "share/faceoff/widget").string());
  out.push_back(
      (folder.parent_path().parent_path() / "widget").string());  // build/widget beside build/release/cli
  return out;
}

std::string find_widget(const std::vector<std::string>& places) {
  std::error_code failed;
  for (const std::string& place : places) {
    if (fs::is_regular_file(fs::path(place) / "faceoff.js", failed) &&
        fs::is_regular_file(fs::path(place) / "faceoff.wasm", failed)) {
      const fs::path real = fs::canonical(place, failed);
      if (!failed) return real.string();
    }
  }
  return {};
}

std::string default_store() {
  const std::string state = setting("XDG_STATE_HOME");
  if (!state.empty() && state.front() == '/') return state + "/faceoff/votes.db";
  const std::string home = setting("HOME");
  return home.empty() ? "" : home + "/.local/state/faceoff/votes.db";
}

std::string make_folder_of(const std::string& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  std::error_code failed;
  if (fs::is_directory(folder, failed)) return {};
  const mode_t before = umask(0077);
  fs::create_directories(folder, failed);
  umask(before);
  return failed ? failed.message() : "";
}

bool lies_in(const std::string& file, const std::string& real_folder) {
  std::error_code failed;
  const fs::path real = fs::weakly_canonical(fs::absolute(file), failed);
  const std::string text = failed ? fs::absolute(file).lexically_normal().string() : real.string();
  return text.starts_with(real_folder == "/" ? real_folder : real_folder + "/");
}

}  // namespace faceoff::cli
