# A project that adds this one as a subfolder gets the library and nothing else: no tests, no programs, no flags.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
set(work "${build}/consumer/subproject")
file(REMOVE_RECURSE "${work}")
run("${CMAKE_COMMAND}" -G Ninja -S "${CMAKE_CURRENT_LIST_DIR}/subproject" -B "${work}"
  -D "CMAKE_CXX_COMPILER=${compiler}")
run("${CMAKE_COMMAND}" --build "${work}")
run("${work}/consumer")
file(GLOB_RECURSE surplus "${work}/*faceoff_tests*" "${work}/*faceoff_server*")
if(surplus)
  message(FATAL_ERROR "a parent project should not build these: ${surplus}")
endif()
