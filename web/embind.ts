// The JavaScript half of Embind, for exactly what bindings.cpp uses: functions of strings (or bytes), results
// that are strings, booleans and one value_object.
//
// In: an instance of faceoff_wasm as it registers itself. Out: its functions by name. Emscripten's own half
// is written for everything Embind can do: 8.8 KiB of brotli where this is 0.8, and unless told otherwise it
// compiles code from strings, which a strict content security policy forbids. The build loads the module
// once, so an Emscripten that registers differently fails there and not at a reader's.

export type Argument = string | Uint8Array;
export type Bound = Record<string, (...given: Argument[]) => unknown>;

type Native = (...words: number[]) => number;
type Read = (wire: number) => unknown;

interface Exports {
  memory: WebAssembly.Memory;
  __indirect_function_table: WebAssembly.Table;
  malloc(bytes: number): number;
  heap_top(): number;
  heap_cut(to: number): void;
  _initialize(): void;
}

type Shape = [name: string, type: number, get: Native, context: number][];

export async function bind(module: WebAssembly.Module): Promise<Bound> {
  const bound: Bound = Object.create(null);
  const readers: Read[] = []; // by type, as are the shapes
  const shapes: Shape[] = [];
  const nothing = () => {};

  const bytes = () => new Uint8Array(core.memory.buffer);
  const words = () => new Uint32Array(core.memory.buffer);
  const call = (index: number) => core.__indirect_function_table.get(index) as Native;
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
  const readShape = (shape: Shape): Read => (at) => {
    const out = Object.create(null);
    for (const [field, type, get, context] of shape) out[field] = readers[type]!(get(context, at));
    return out;
  };

  const env: Record<string, (...args: number[]) => void> = {
    _embind_register_void: (type) => void (readers[type!] = nothing),
    _embind_register_bool: (type) => void (readers[type!] = Boolean),
    _embind_register_std_string: (type) => void (readers[type!] = readString),
    _embind_register_value_object: (type) => {
      const shape: Shape = [];
      shapes[type!] = shape;
      readers[type!] = readShape(shape);
    },
    _embind_register_value_object_field: (type, field, returns, _signature, get, context) => {
      shapes[type!]!.push([name(field!), returns!, call(get!), context!]);
    },
    _embind_register_function: (title, count, types, _signature, invoke, target) => {
      const invoker = call(invoke!);
      const returns = words()[types! >> 2]!;
      bound[name(title!)] = (...given) => {
        if (given.length !== count! - 1) throw new TypeError(name(title!));
        // All that a call allocates is given back at once: see memory.cpp.
        const heap = core.heap_top();
        try {
          return readers[returns]!(invoker(target!, ...given.map(writeString)));
        } finally {
          core.heap_cut(heap);
        }
      };
    },
    proc_exit: () => {
      throw new WebAssembly.RuntimeError('exit');
    },
  };
  // Whatever else is asked for registers types that bindings.cpp never uses.
  const wanted: WebAssembly.Imports = Object.create(null);
  for (const {module: from, name: what} of WebAssembly.Module.imports(module)) {
    (wanted[from] ??= Object.create(null))[what] = env[what] ?? nothing;
  }
  const core = (await WebAssembly.instantiate(module, wanted)).exports as unknown as Exports;
  core._initialize();
  return bound;
}
