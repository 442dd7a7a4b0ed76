// SHA-256 in lower-case hexadecimal digits. "": cannot be had, as on a page from plain http.
import {hexOf} from './hex.js';

export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle?.digest('SHA-256', bytes);
  return digest ? hexOf(new Uint8Array(digest)) : '';
}
