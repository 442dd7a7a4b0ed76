# Brotli's encoder as Brotli::encoder (Debian's package ships no CMake file).
find_path(BROTLI_INCLUDE_DIR brotli/encode.h)
find_library(BROTLI_ENCODER_LIBRARY brotlienc)
find_library(BROTLI_COMMON_LIBRARY brotlicommon)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(BrotliEncoder
  REQUIRED_VARS BROTLI_ENCODER_LIBRARY BROTLI_COMMON_LIBRARY BROTLI_INCLUDE_DIR)
if(BrotliEncoder_FOUND AND NOT TARGET Brotli::encoder)
  add_library(Brotli::encoder INTERFACE IMPORTED)
  target_include_directories(Brotli::encoder INTERFACE "${BROTLI_INCLUDE_DIR}")
  target_link_libraries(Brotli::encoder INTERFACE "${BROTLI_ENCODER_LIBRARY}" "${BROTLI_COMMON_LIBRARY}")
endif()
