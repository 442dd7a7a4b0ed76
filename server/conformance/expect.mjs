// What a rule says when it is broken. A failed expectation is an Error whose message names what came instead.
export class Broken extends Error {}
export class Skipped extends Error {}

export function expect(held, what, got) {
  if (held) return;
  throw new Broken(got === undefined ? what : `${what}; got ${shown(got)}`);
}

export function equal(got, wanted, what) {
  const same = JSON.stringify(got) === JSON.stringify(wanted);
  if (!same) throw new Broken(`${what}: wanted ${shown(wanted)}, got ${shown(got)}`);
}

/** This feed has nothing to try the rule on. */
export function skip(why) {
  throw new Skipped(why);
}

function shown(value) {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
