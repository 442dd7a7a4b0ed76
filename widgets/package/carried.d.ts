// Written by the build: the widget's own files by name, each as a response like the network's.
declare module 'carried' {
  export const carried: Record<string, (options: RequestInit) => Promise<Response>>;
}

declare module 'carried/core.wasm' {
  const bytes: Uint8Array<ArrayBuffer>;
  export default bytes;
}
