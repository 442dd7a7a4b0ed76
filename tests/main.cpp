// The one test program of the C++ side: `faceoff_tests --help` lists how to choose cases.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
