// A message catalog as the browser's module reads it: its messages by place instead of by key.
//
// In: a catalog as in core/messages, parsed. Out: the same with a list of messages in the order of message_keys.hpp,
// null for one it lacks, and with what the widget says without the core (words.ts) in one place. A key that the core
// does not know is an error: it would be said nowhere.
import {readFileSync} from 'node:fs';

const header = readFileSync(new URL('../core/include/faceoff/message_keys.hpp', import.meta.url), 'utf8');
const keys = Array.from(header.matchAll(/^ {2}(?:TEXT|COUNT)\((\w+),/gm), ([, key]) => key);

export function catalogList(catalog) {
  const unknown = Object.keys(catalog.messages).filter((key) => !keys.includes(key));
  if (unknown.length > 0) throw new Error(`catalog-list: no such message: ${unknown.join(', ')}`);
  const {language, direction, widget} = catalog;
  const messages = keys.map((key) => catalog.messages[key] ?? null);
  return {...catalog, messages, widget: {language, direction, ...widget}};
}
