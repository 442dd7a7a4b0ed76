// The same as the main entry, except that the WebAssembly module stays a file of its own, which bundlers copy.
import './define.js';

export * from './element.js';
