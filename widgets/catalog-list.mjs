// A message catalog as the browser's module reads it: its messages by place instead of by key.
//
// In: a catalog as in core/messages, parsed. Out: the same with a list of messages in the order of message_keys.hpp,
// null for one it lacks; forms that are as the last one are left out, for the core takes that one then. What the widget
// says without the core (words.ts) stands in one place. A key that the core does not know is an error: it would be said
// nowhere.
import {readFileSync} from 'node:fs';

const header = readFileSync(new URL('../core/include/faceoff/message_keys.hpp', import.meta.url), 'utf8');
export const messageKeys = Array.from(header.matchAll(/^ {2}(?:TEXT|COUNT)\((\w+),/gm), ([, key]) => key);

function neededForms(forms) {
  const all = Object.entries(forms);
  const [, last] = all.at(-1);
  return Object.fromEntries(all.filter(([, form], at) => at === all.length - 1 || form !== last));
}

export function catalogList(catalog) {
  const unknown = Object.keys(catalog.messages).filter((key) => !messageKeys.includes(key));
  if (unknown.length > 0) throw new Error(`catalog-list: no such message: ${unknown.join(', ')}`);
  const {language, direction, widget} = catalog;
  const messages = messageKeys.map((key) => {
    const said = catalog.messages[key] ?? null;
    return said && typeof said === 'object' ? neededForms(said) : said;
  });
  return {...catalog, messages, widget: {language, direction, ...widget}};
}
