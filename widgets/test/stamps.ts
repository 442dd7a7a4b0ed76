// What the build would say of the script's own files: nothing here asks for them.
export const version = '0.0.0';
export const wasm = '';
export const wholeWasm = '';
export const problems = '';
export const catalogs = {};
