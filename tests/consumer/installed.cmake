# `cmake --install`, then a project that has nothing but the installed files and find_package(faceoff).
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")
set(work "${build}/consumer/installed")
file(REMOVE_RECURSE "${work}")
run("${CMAKE_COMMAND}" --install "${build}" --prefix "${work}/prefix")
run("${CMAKE_COMMAND}" -G Ninja -S "${CMAKE_CURRENT_LIST_DIR}/installed" -B "${work}/build"
  -D "CMAKE_PREFIX_PATH=${work}/prefix" -D "CMAKE_CXX_COMPILER=${compiler}")
run("${CMAKE_COMMAND}" --build "${work}/build")
run("${work}/build/consumer")
