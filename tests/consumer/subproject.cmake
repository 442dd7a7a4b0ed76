# A project that adds this one as a subfolder is given the library and nothing else: no tests, no programs, no
# flags. Configuring tells; building the library once more would tell nothing new.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
set(work "${build}/consumer/subproject")
file(REMOVE_RECURSE "${work}")
run("${CMAKE_COMMAND}" -G Ninja -S "${CMAKE_CURRENT_LIST_DIR}/subproject" -B "${work}"
  -D "CMAKE_CXX_COMPILER=${compiler}")
run("${CMAKE_COMMAND}" --build "${work}" -- -n consumer)
foreach(own faceoff_tests faceoff_bench faceoff_server)
  execute_process(COMMAND "${CMAKE_COMMAND}" --build "${work}" -- -n ${own}
    RESULT_VARIABLE unknown OUTPUT_QUIET ERROR_QUIET)
  if(NOT unknown)
    message(FATAL_ERROR "a parent project should not have the target ${own}")
  endif()
endforeach()
