// Stands in, at link time, for what Embind's library asks for and bindings.cpp never uses: the types it
// registers beside strings, the printf behind a type's name in a message nobody reads, and the way to end a
// process.
//
// Measured with Emscripten 3.1.6 and an empty core: 5,189 bytes of brotli without this file, 2,446 with it. A
// binding that takes or returns numbers or vectors needs the registration in question taken out here.
#if __has_include(<emscripten/version.h>)
#include <emscripten/version.h>
#endif

extern "C" {

void _embind_register_integer(const void*, const char*, unsigned long, int, unsigned) {}
void _embind_register_bigint(const void*, const char*, unsigned long, long long, unsigned long long) {}
void _embind_register_float(const void*, const char*, unsigned long) {}
void _embind_register_std_wstring(const void*, unsigned long, const char*) {}
// Named until 3.1.50. A definition of another signature would trap when called.
#if __EMSCRIPTEN_major__ < 3 || \
    (__EMSCRIPTEN_major__ == 3 && __EMSCRIPTEN_minor__ == 1 && __EMSCRIPTEN_tiny__ <= 50)
void _embind_register_emval(const void*, const char*) {}
#else
void _embind_register_emval(const void*) {}
#endif
void _embind_register_memory_view(const void*, unsigned, const char*) {}

// Called for the address of a type as text; the text stays empty. The name depends on the Emscripten.
int __wrap_sprintf(char* to, const char*, ...) {
  *to = 0;
  return 0;
}
int __wrap_siprintf(char* to, const char*, ...) {
  *to = 0;
  return 0;
}
int __wrap___small_sprintf(char* to, const char*, ...) {
  *to = 0;
  return 0;
}

// Emscripten's own asks the host to exit.
void __wrap_abort() { __builtin_trap(); }

}  // extern "C"
