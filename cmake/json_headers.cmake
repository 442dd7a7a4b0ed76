# nlohmann/json, headers only, as the target `faceoff_json`: the oracle our own parser is tested against. The
# folder holding nlohmann/ is linked into the build tree by itself: with the system's whole include folder on
# its path as well, a compiler could search the C library in another order.
find_path(FACEOFF_JSON_INCLUDE_DIR nlohmann/json.hpp REQUIRED
  DOC "Folder that holds nlohmann/json.hpp (3.11 or later)")
set(json_alone "${PROJECT_BINARY_DIR}/json_headers")
file(MAKE_DIRECTORY "${json_alone}")
file(CREATE_LINK "${FACEOFF_JSON_INCLUDE_DIR}/nlohmann" "${json_alone}/nlohmann" SYMBOLIC COPY_ON_ERROR)
add_library(faceoff_json INTERFACE)
target_include_directories(faceoff_json SYSTEM INTERFACE "${json_alone}")
