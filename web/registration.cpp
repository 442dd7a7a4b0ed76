// What Embind registers, on its way to embind.ts: under short names, and of each registration only what is
// read there.
//
// Embind's own imports carry signatures and destructors, and their names stand in the script as well as in
// the module, where no compression makes the first of them smaller. The types of bindings.cpp are known by
// their fields alone.
#include <emscripten/bind.h>

#include <cstddef>

using emscripten::internal::GenericFunction;
using emscripten::internal::TYPEID;

#define FACEOFF_IMPORT(NAME) __attribute__((import_module("embind"), import_name(NAME)))

extern "C" {

FACEOFF_IMPORT("flag") void faceoff_flag(TYPEID type);
FACEOFF_IMPORT("text") void faceoff_text(TYPEID type);
FACEOFF_IMPORT("field")
void faceoff_field(TYPEID type, const char* name, TYPEID returns, GenericFunction get, void* context);
FACEOFF_IMPORT("call")
void faceoff_call(const char* name, const TYPEID* types, GenericFunction invoke, GenericFunction target);

void _embind_register_void(TYPEID, const char*) {}
void _embind_register_bool(TYPEID type, const char*, std::size_t, bool, bool) { faceoff_flag(type); }
void _embind_register_std_string(TYPEID type, const char*) { faceoff_text(type); }
void _embind_register_value_object(TYPEID, const char*, const char*, GenericFunction, const char*,
                                   GenericFunction) {}
void _embind_finalize_value_object(TYPEID) {}

void _embind_register_value_object_field(TYPEID type, const char* name, TYPEID returns, const char*,
                                         GenericFunction get, void* context, TYPEID, const char*,
                                         GenericFunction, void*) {
  faceoff_field(type, name, returns, get, context);
}

void _embind_register_function(const char* name, unsigned, const TYPEID types[], const char*,
                               GenericFunction invoke, GenericFunction target) {
  faceoff_call(name, types, invoke, target);
}

}  // extern "C"
