# What every target of this project is compiled with. A target links `faceoff_settings` PRIVATE, so a parent
# project's own targets are never touched, and nothing here is exported.
add_library(faceoff_settings INTERFACE)
target_compile_features(faceoff_settings INTERFACE cxx_std_20)
# A fused multiply-add rounds once where the source says twice: the same document would give other bytes on
# another machine.
target_compile_options(faceoff_settings INTERFACE -ffp-contract=off -Wall -Wextra -Wshadow -Wconversion)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlaps of impossible sizes in every std::string sum (its bug 105329, mended in 13).
  target_compile_options(faceoff_settings INTERFACE -Wno-restrict)
endif()

# Not vptr: the core has classes with virtual functions and no RTTI, which that check reads.
set(FACEOFF_SANITIZE "" CACHE STRING "Sanitizers for every target of this project, e.g. address,undefined")
if(FACEOFF_SANITIZE)
  target_compile_options(faceoff_settings INTERFACE
    -fsanitize=${FACEOFF_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(faceoff_settings INTERFACE -fsanitize=${FACEOFF_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # Clang 14 cannot emit what that check reads for Boost's templates: "Cannot represent a difference
    # across sections".
    target_compile_options(faceoff_settings INTERFACE -fno-sanitize=function)
  endif()
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
