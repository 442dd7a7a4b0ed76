// Bytes as text that can stand in a script of any encoding and still compresses like the bytes.
//
// Printable characters stand for themselves, the most frequent other bytes for the characters left over, the rest are
// written as two. Base64 hides from a compressor where bytes begin: of the module's 34,206 bytes of brotli it makes
// 43,621, deflated first 38,863, this 34,709; 84,820 characters instead of 106,680. ascii-bytes.ts reads it back.

// Neither quotes, nor what is an escape or a substitution in a string, nor what could end a script.
const usable = Array.from({length: 95}, (_, index) => String.fromCharCode(32 + index))
  .filter((character) => !`'"\`\\$<`.includes(character));
const leads = usable.slice(-2); // each with any usable character behind it: 178 rare bytes
const direct = usable.slice(0, -leads.length);

function byFrequency(bytes) {
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte]++;
  return [...counts.keys()].sort((one, other) => counts[other] - counts[one] || one - other);
}

// Which byte each spelling means, as the reader's table: first the direct ones in order of their characters.
function spellings(bytes) {
  const order = byFrequency(bytes);
  const frequent = new Set(order.slice(0, direct.length));
  const own = direct.filter((character) => frequent.has(character.charCodeAt(0)));
  const others = [...frequent].filter((byte) => !own.includes(String.fromCharCode(byte))).sort((a, b) => a - b);
  const table = direct.map((character) => (own.includes(character) ? character.charCodeAt(0) : others.shift()));
  return [...table, ...order.slice(direct.length).sort((a, b) => a - b)];
}

const spelled = (place) => {
  if (place < direct.length) return direct[place];
  const rest = place - direct.length;
  return leads[Math.floor(rest / usable.length)] + usable[rest % usable.length];
};

// {alphabet, table, text}: what `bytesOf` of ascii-bytes.ts is called with.
export function asAscii(bytes) {
  const table = spellings(bytes);
  const by = [];
  table.forEach((byte, place) => (by[byte] = spelled(place)));
  const text = Array.from(bytes, (byte) => by[byte]).join('');
  return {alphabet: usable.join(''), table: Buffer.from(table).toString('hex'), text};
}
