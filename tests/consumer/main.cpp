// What a program of somebody else's needs to compile and link.
#include <faceoff/version.hpp>

int main() { return faceoff::version().empty() ? 1 : 0; }
