# Boost's headers, 1.81 or later, as Boost::headers_181: the system's where they are new enough, else those
# that script/setup unpacked under build/deps/boost. FACEOFF_BOOST_INCLUDE_DIR, as an option or in the
# environment, names any other folder.
set(boost_places /usr/include /usr/local/include "${PROJECT_SOURCE_DIR}/build/deps/boost/usr/include")
set(FACEOFF_BOOST_INCLUDE_DIR "$ENV{FACEOFF_BOOST_INCLUDE_DIR}"
  CACHE PATH "Folder that holds boost/version.hpp, 1.81 or later")
if(FACEOFF_BOOST_INCLUDE_DIR)
  set(boost_places "${FACEOFF_BOOST_INCLUDE_DIR}")
endif()
foreach(place IN LISTS boost_places)
  if(NOT BoostHeaders_INCLUDE_DIR AND EXISTS "${place}/boost/version.hpp")
    file(STRINGS "${place}/boost/version.hpp" boost_line REGEX "^#define BOOST_VERSION [0-9]+")
    string(REGEX MATCH "[0-9]+$" boost_number "${boost_line}")
    if(boost_number GREATER_EQUAL 108100)
      set(BoostHeaders_INCLUDE_DIR "${place}")
    endif()
  endif()
endforeach()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(BoostHeaders REQUIRED_VARS BoostHeaders_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "Boost 1.81 headers not found: run script/setup, or set FACEOFF_BOOST_INCLUDE_DIR")
if(BoostHeaders_FOUND AND NOT TARGET Boost::headers_181)
  add_library(Boost::headers_181 INTERFACE IMPORTED)
  target_include_directories(Boost::headers_181 INTERFACE "${BoostHeaders_INCLUDE_DIR}")
endif()
