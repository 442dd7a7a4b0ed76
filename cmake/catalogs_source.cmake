# cmake "-DLANGUAGES=de fr" -DFROM=core/messages -DOUT=catalogs.cpp -P catalogs_source.cmake
# Writes the message catalogs as one C++ source, so that the native programs carry them.
separate_arguments(LANGUAGES)
set(texts "")
set(rows "")
foreach(language IN LISTS LANGUAGES)
  file(READ "${FROM}/${language}.json" bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(APPEND texts "static const unsigned char ${language}[] = {${bytes}};\n")
  string(APPEND rows "    {\"${language}\", {reinterpret_cast<const char*>(${language}), sizeof ${language}}},\n")
endforeach()
file(WRITE "${OUT}" "// Written from core/messages by cmake/catalogs_source.cmake.
#include \"compiled_in.hpp\"

namespace faceoff {

${texts}
static const compiled_catalog all[] = {
${rows}};
const compiled_catalog* const compiled_catalogs = all;
const std::size_t compiled_catalog_count = sizeof all / sizeof *all;

}  // namespace faceoff
")
