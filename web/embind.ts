// The JavaScript half of Embind, for exactly what bindings.cpp uses: functions of strings (or bytes), results
// that are strings, booleans and one value_object.
//
// In: faceoff_wasm, whose instances register themselves. Out: its functions by name; after a trap (out of memory, a
// bug) those of a fresh instance, as soon as there is one. Emscripten's own half is written for everything Embind can
// do: 8.8 KiB of brotli where this is 0.6, and unless told otherwise it compiles code from strings, which a strict
// content security policy forbids. The build loads the module once, so an Emscripten that registers differently fails
// there and not at a reader's.

export type Argument = string | Uint8Array;
export type Bound = Record<string, (...given: Argument[]) => unknown>;

type Native = (...words: number[]) => number;
type Read = (wire: number) => any;

interface Exports {
  memory: WebAssembly.Memory;
  __indirect_function_table: WebAssembly.Table;
  malloc(bytes: number): number;
  heap_top(): number;
  heap_cut(to: number): void;
  _initialize(): void;
}

export async function bind(module: WebAssembly.Module): Promise<Bound> {
  const bound: Bound = Object.create(null);
  let readers: Read[]; // by type
  let core: Exports;

  const bytes = () => new Uint8Array(core.memory.buffer);
  const words = () => new Uint32Array(core.memory.buffer);
  const native = (index: number) => core.__indirect_function_table.get(index) as Native;
  const utf8 = new TextDecoder('utf-8', {__proto__: null, ignoreBOM: true} as TextDecoderOptions);
  const decode = (from: number, to: number) => utf8.decode(bytes().subarray(from, to));
  const name = (at: number) => decode(at, bytes().indexOf(0, at));

  // A string on the wire is an allocated block: its length in bytes, then the bytes.
  const readString: Read = (at) => decode(at + 4, at + 4 + words()[at >> 2]!);
  const writeString = (given: Argument) => {
    const raw = typeof given === 'string' ? new TextEncoder().encode(given) : given;
    const at = core.malloc(raw.length + 5);
    words()[at >> 2] = raw.length;
    bytes().set(raw, at + 4);
    return at;
  };

  // As registration.cpp passes them on.
  const embind: Record<string, (...args: number[]) => void> = {
    flag: (type) => void (readers[type!] = Boolean),
    text: (type) => void (readers[type!] = readString),
    field: (type, title, returns, get, context) => {
      const [before, field, getter] = [readers[type!], name(title!), native(get!)];
      readers[type!] = (at) => ({...before?.(at), [field]: readers[returns!]!(getter(context!, at))});
    },
    call: (title, types, invoke, target) => {
      const invoker = native(invoke!);
      const returns = words()[types! >> 2]!;
      bound[name(title!)] = (...given) => {
        // All that a call allocates is given back at once: see memory.cpp.
        const heap = core.heap_top();
        try {
          return readers[returns]!(invoker(target!, ...given.map(writeString)));
        } catch (trap) {
          void start();
          throw trap;
        } finally {
          core.heap_cut(heap);
        }
      };
    },
  };
  const start = async () => {
    const {exports} = await WebAssembly.instantiate(module, {embind});
    core = exports as unknown as Exports;
    readers = [];
    core._initialize();
  };
  await start();
  return bound;
}
