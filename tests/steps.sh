# The steps of script/test, one a line: a name, the steps it needs (commas; - for none), then the command, run
# from the top of the tree. The native programs carry the widget, and the browser tests need the programs.
# Compilers are niced: they fill what the tests beside them leave of the machine, and a browser waits for nobody.
all_steps() {
  cat <<'STEPS'
setup    -      script/setup
build    setup  nice script/build
check    build  cmake --preset check && nice cmake --build --preset check && ctest --preset check -j 2
release  build  ctest --preset release -j 2
fuzz     check  tests/fuzz/run 60
widget   build  node widgets/test/run.mjs
e2e      build  node --test tests/e2e/*.test.mjs
access   build  node --test tests/access/*.test.mjs
size     build  node tests/checks/size.mjs
package  build  node widgets/package/build.mjs && node --test tests/package/*.test.mjs
STEPS
}
