# What `find_package(faceoff)` needs: the library `faceoff::core`, its headers, and the version it is.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

install(TARGETS faceoff_core EXPORT faceoffTargets)
install(DIRECTORY core/include/faceoff TYPE INCLUDE FILES_MATCHING PATTERN "*.hpp")
install(EXPORT faceoffTargets NAMESPACE faceoff:: FILE faceoffConfig.cmake
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/faceoff")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/faceoffConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/faceoffConfigVersion.cmake"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/cmake/faceoff")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")
if(TARGET faceoff)
  install(TARGETS faceoff)
  # The widget is built by `npm run build`, before or after; `faceoff serve` and `render` look for it here.
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/build/widget/" DESTINATION "${CMAKE_INSTALL_DATADIR}/faceoff/widget"
    OPTIONAL FILES_MATCHING PATTERN "faceoff.js" PATTERN "faceoff.frame.js" PATTERN "embed.html"
    PATTERN "faceoff.css" PATTERN "faceoff.wasm" PATTERN "faceoff-core.wasm" PATTERN "faceoff.problems.json"
    PATTERN "faceoff.??.json")
endif()
