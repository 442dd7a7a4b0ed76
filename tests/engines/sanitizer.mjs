// What a sanitizer would be told to let through: exactly what the core's HTML writer can write, read from the list
// the writer itself is made of.
import {readFileSync} from 'node:fs';
import {top} from '../e2e/site.mjs';

const svg = ['path', 'rect', 'svg']; // the rest is HTML

export function sanitizerConfig(header = readFileSync(`${top}core/include/faceoff/html_names.hpp`, 'utf8')) {
  const list = header.replace(/\/\/.*/g, '');
  const names = [...list.matchAll(/\bTAG\((\w+), "/g)].map(([, name]) => name);
  const attributes = [...list.matchAll(/\b(?:OPEN|DRESS|ADDRESS)\(\w+, "([^"]+)"\)/g)].map(([, name]) => name);
  const elements = names.map((name) => (svg.includes(name) ? {name, namespace: 'http://www.w3.org/2000/svg'} : name));
  // "href" stands twice: what a page's address and what a link within the page is written with.
  return {elements, attributes: [...new Set(attributes)], comments: false, dataAttributes: false};
}
