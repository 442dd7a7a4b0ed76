# nlohmann/json, headers only, as the target `faceoff_json`: the oracle our own parser is tested against. The
# folder holding nlohmann/ is linked into the build tree by itself: handing a compiler the system's whole include
# folder as well would reorder the C library's own.
find_path(FACEOFF_JSON_INCLUDE_DIR nlohmann/json.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH
  DOC "Folder that holds nlohmann/json.hpp (3.11 or later)" REQUIRED)
set(json_alone "${PROJECT_BINARY_DIR}/json_headers")
file(MAKE_DIRECTORY "${json_alone}")
file(CREATE_LINK "${FACEOFF_JSON_INCLUDE_DIR}/nlohmann" "${json_alone}/nlohmann" SYMBOLIC COPY_ON_ERROR)
add_library(faceoff_json INTERFACE)
target_include_directories(faceoff_json SYSTEM INTERFACE "${json_alone}")
