// Texts as bytes and back. What is not UTF-8 is decoded as far as it goes: the core tells where it is wrong.
export const decoded = (bytes: AllowSharedBufferSource): string => new TextDecoder().decode(bytes);
export const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
