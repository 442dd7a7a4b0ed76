// Where a device keeps what is ours: under keys that begin with "faceoff:", one a poll, and one for its secret.
//
// In: a Storage that may throw, be full, or be emptied by whoever else uses it. Out: texts. Only our own keys are read.
// What this page wrote it knows as long as it lives, so that none of that loses or doubles a vote meanwhile.
import {hexOf} from '../page/hex.js';

export interface Shelf {
  get(key: string, form: RegExp): string; // what has this form; "": nothing
  set(key: string, text: string): void;
  drop(key: string): void;
  // Another tab took this away; null: everything.
  dropped(key: string | null): void;
  keys(): string[]; // our own
  kept(): boolean; // false once something could not be stored: it is forgotten with the page
}

// `open` is asked each time: merely touching localStorage can throw.
export function shelfOver(open: () => Storage): Shelf {
  const memory = new Map<string, string>();
  let kept = true;
  const ask = <T>(what: (storage: Storage) => T): T | null => {
    try {
      return what(open());
    } catch {
      return null;
    }
  };
  const remove = (key: string) => ask((storage) => storage.removeItem(key));
  const put = (key: string, text: string) => ask((storage) => (storage.setItem(key, text), true));
  return {
    get(key, form) {
      const [stored, own] = [ask((storage) => storage.getItem(key)), memory.get(key)];
      return (kept ? [stored, own] : [own, stored]).find((text) => text && form.test(text)) ?? '';
    },
    set(key, text) {
      memory.set(key, text);
      // What is older would be told as if it still held; and without it there may be room.
      if (!put(key, text) && (remove(key), !put(key, text))) kept = false;
    },
    drop(key) {
      memory.delete(key);
      remove(key);
    },
    dropped: (key) => void (key === null ? memory.clear() : memory.delete(key)),
    keys: () => [...memory.keys(), ...(ask(Object.keys) ?? [])].filter((key) => key.startsWith('faceoff:')),
    kept: () => kept,
  };
}

// What a record is kept under. votes "": a note on this device.
export interface Place {
  votes: string;
  firstId: string;
}

export const keyOf = ({votes, firstId}: Place): string => `faceoff:${firstId} ${votes}`;

// Null: no record's key.
export function placeOf(key: string): Place | null {
  const [, firstId, votes] = /^faceoff:(\S+) (.*)$/.exec(key) ?? [];
  return firstId ? {firstId, votes: votes!} : null;
}

export const secretKey = 'faceoff:secret';
export const secretOf = (shelf: Shelf): string => shelf.get(secretKey, /^[0-9a-f]{64}$/);

// The device's secret: 32 bytes, made at the first vote. Two tabs may make one at once, and the storage keeps one of
// them: `settled` waits until both can see which. Throws where all was forgotten meanwhile.
export function deviceSecret(
  shelf: Shelf,
  draw: () => Uint8Array,
  settled: () => Promise<unknown>,
): () => Promise<Uint8Array> {
  let drawn: Promise<unknown> | undefined;
  return async () => {
    let text = secretOf(shelf);
    if (!text) {
      text = hexOf(draw());
      shelf.set(secretKey, text);
      drawn = settled();
    }
    await drawn;
    text = secretOf(shelf);
    const bytes = Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16));
    shelf.set(secretKey, text); // once more: something may have emptied the storage
    return bytes;
  };
}
