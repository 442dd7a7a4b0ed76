// JSON from elsewhere, read member by member.
//
// In: a text or a value that may be anything. Out: a member of the wanted kind, or what stands for "none" of that
// kind. Own properties alone: the page may have put anything on Object.prototype.

// A value as JSON, whatever toJSON a page gave to lists and objects (Prototype 1.6 makes texts of lists).
export const written = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, name) {
    return this[name];
  });

// Undefined: not JSON.
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const member = (from: unknown, name: string): unknown =>
  Object.hasOwn(from ?? {}, name) ? (from as Record<string, unknown>)[name] : undefined;

export function word(from: unknown, name: string): string {
  const value = member(from, name);
  return typeof value === 'string' ? value : '';
}

export function count(from: unknown, name: string): number | undefined {
  const value = member(from, name) as number;
  return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

// What `read` makes of each item, without those it makes nothing of.
export function list<T>(from: unknown, name: string, read: (item: unknown) => T | null): T[] {
  const items = member(from, name);
  return Array.isArray(items) ? items.map(read).filter((item) => item !== null) : [];
}

// Documents or tallies: what the items of a JSON Feed carry, or the one thing there is.
export function carried(whole: unknown, name: 'comparison' | 'tally'): unknown[] {
  const items = member(whole, 'items');
  return Array.isArray(items) ? items.map((item) => member(member(item, '_faceoff'), name)) : [whole];
}
