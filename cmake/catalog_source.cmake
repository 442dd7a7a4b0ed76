# cmake -DCATALOG=de.json -DLANGUAGE=de -DOUT=catalog_de.cpp -P catalog_source.cmake
# Writes a message catalog as a C++ source, so that the native programs carry it.
file(READ "${CATALOG}" bytes HEX)
string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
file(WRITE "${OUT}" "// Written from ${LANGUAGE}.json by cmake/catalog_source.cmake.
#include \"compiled_in.hpp\"

namespace faceoff {

static const unsigned char bytes[] = {${bytes}};
const compiled_catalog catalog_${LANGUAGE}{\"${LANGUAGE}\", {reinterpret_cast<const char*>(bytes), sizeof bytes}};

}  // namespace faceoff
")
