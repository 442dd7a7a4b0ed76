// Where things are on this machine: the widget that was installed with the program, the user's state folder.
#pragma once

#include <string>
#include <vector>

namespace faceoff::cli {

// Folders where faceoff.js and faceoff.wasm may be, best first: beside this program's install, then its
// build. `program`: argv[0], used where the system does not say which file runs.
std::vector<std::string> widget_places(const std::string& program);
// The first of these that holds both; "" none.
std::string find_widget(const std::vector<std::string>& places);

// $XDG_STATE_HOME/faceoff/votes.db, or ~/.local/state/faceoff/votes.db; "" when neither variable says where.
std::string default_store();

// Makes the folder of a file and those above it, for the user alone. "" or what went wrong.
std::string make_folder_of(const std::string& file);

// Whether the file, which need not exist yet, would lie in the folder or below; both are taken by real path.
bool lies_in(const std::string& file, const std::string& real_folder);

}  // namespace faceoff::cli
