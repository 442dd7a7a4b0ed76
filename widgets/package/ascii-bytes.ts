// Reads what ascii-bytes.mjs wrote: bytes that stand in a script as text.
//
// alphabet: the characters in use, the last two of which lead a spelling of two; table: in hex, the byte that each
// spelling means.
export function bytesOf(alphabet: string, table: string, text: string): Uint8Array<ArrayBuffer> {
  const meant = Uint8Array.from(table.match(/../g)!, (byte) => parseInt(byte, 16));
  const places = new Uint8Array(128);
  for (let place = 0; place < alphabet.length; place++) places[alphabet.charCodeAt(place)] = place;
  const direct = alphabet.length - 2;
  const bytes = new Uint8Array(text.length);
  let end = 0;
  for (let at = 0; at < text.length; at++) {
    let place = places[text.charCodeAt(at)]!;
    if (place >= direct) place = direct + (place - direct) * alphabet.length + places[text.charCodeAt(++at)]!;
    bytes[end++] = meant[place]!;
  }
  return bytes.subarray(0, end);
}
