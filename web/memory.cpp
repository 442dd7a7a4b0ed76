// The heap of one call: memory is handed out upwards and given back all at once.
//
// In: sizes. Out: memory, zero or not. Cost: an addition; nothing is ever freed singly, which also removes
// the code of every destructor in the core: 54,876 bytes of brotli became 53,010. The core keeps nothing
// between calls, so whoever called cuts the heap back to where it was (embind.ts). Out of memory ends the
// module.
#include <emscripten/emscripten.h>

#include <cstddef>
#include <cstdint>
#include <new>

extern "C" {

extern unsigned char __heap_base;

namespace {
std::uintptr_t top = reinterpret_cast<std::uintptr_t>(&__heap_base);
}

EMSCRIPTEN_KEEPALIVE std::uintptr_t heap_top() { return top; }
EMSCRIPTEN_KEEPALIVE void heap_cut(std::uintptr_t to) { top = to; }

EMSCRIPTEN_KEEPALIVE __attribute__((noinline)) void* malloc(std::size_t bytes) {
  constexpr std::size_t page = 65536, alignment = 8;
  const std::uintptr_t at = (top + alignment - 1) & ~(alignment - 1);
  const std::size_t held = __builtin_wasm_memory_size(0) * page;
  top = at + bytes;
  // In steps of 16 pages. Where the addition overflows, so would the memory.
  if (top < at || (top > held && __builtin_wasm_memory_grow(0, (top - held) / page + 16) == SIZE_MAX)) {
    __builtin_trap();
  }
  return reinterpret_cast<void*>(at);
}

EMSCRIPTEN_KEEPALIVE void free(void*) {}

}  // extern "C"

void* operator new(std::size_t bytes) { return malloc(bytes); }
void operator delete(void*) noexcept {}
void operator delete(void*, std::size_t) noexcept {}
// Emscripten's own are loops for machines without these instructions: a KiB and a half.
extern "C" {

void* memcpy(void* to, const void* from, std::size_t bytes) { return __builtin_memcpy(to, from, bytes); }
void* memmove(void* to, const void* from, std::size_t bytes) { return __builtin_memmove(to, from, bytes); }
void* memset(void* to, int with, std::size_t bytes) { return __builtin_memset(to, with, bytes); }

}  // extern "C"
