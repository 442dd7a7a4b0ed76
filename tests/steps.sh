# The steps of script/test, one a line: a name, then the command, run from the top of the tree. Order matters:
# the native programs carry the widget, and the browser tests need the programs.
all_steps() {
  cat <<'STEPS'
setup      script/setup
build      script/build
release    ctest --preset release -j 2
check      cmake --preset check && cmake --build --preset check && ctest --preset check -j 2
clang      cmake --preset clang && cmake --build --preset clang && ctest --preset clang -j 2
fuzz       tests/fuzz/run 60
widget     node widgets/test/run.mjs
e2e        node --test tests/e2e/*.test.mjs
size       node tests/checks/size.mjs
STEPS
}
