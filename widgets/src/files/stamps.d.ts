// Written by the build: what the script's own files are asked for with, and checked against.
declare module 'stamps' {
  import type {Stamp} from './own-file.js';

  export const version: string;
  export const wasm: Stamp;
  export const wholeWasm: Stamp;
  export const problems: Stamp;
  export const catalogs: Record<string, Stamp>; // by language tag
}
