# Toolchain file of the `wasm` preset: finds Emscripten's own one beside `emcc`, wherever it is installed
# (Debian's package or an activated emsdk).
find_program(FACEOFF_EMCC emcc HINTS ENV EMSDK PATH_SUFFIXES upstream/emscripten REQUIRED
  DOC "The Emscripten compiler driver")
file(REAL_PATH "${FACEOFF_EMCC}" emcc_itself)
get_filename_component(emscripten_root "${emcc_itself}" DIRECTORY)
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
