// What an element is told by attributes, and the same as properties in camelCase.
import {bare} from '../page/bare.js';

export const attributes = [
  'src', // the document, or a feed
  'item', // of a feed: the comparison's id
  'votes', // the votes feed, if not the document's
  'lang', // language of our own words
  'theme', // light, dark, auto
  'theme-from', // a selector: the element whose theme is followed
  'deal-breakers', // limit codes that matter to this page's readers
  'heading-level', // of the title: 1 to 6
  'loading', // lazy, eager, click
  'contender', // a badge's
] as const;

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

// "" where there is no such attribute; null or undefined takes it away.
export type AttributeProperties = {[Name in (typeof attributes)[number] as Camel<Name>]: string};

const camel = (name: string) => name.replace(/-./g, ([, letter]) => letter!.toUpperCase());

export function reflect(prototype: HTMLElement): void {
  for (const name of attributes) {
    const accessors: PropertyDescriptor & ThisType<HTMLElement> = {
      get() {
        return this.getAttribute(name) ?? '';
      },
      set(value?: string | null) {
        if (value == null) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
      configurable: true,
      enumerable: true,
    };
    Object.defineProperty(prototype, camel(name), bare(accessors));
  }
}

// Properties set before the element was defined stand in the way of those of its class: they are set again.
export function upgradeProperties(element: HTMLElement): void {
  const own = element as unknown as Record<string, unknown>;
  for (const name of ['data', ...attributes.map(camel)]) {
    if (!Object.hasOwn(own, name)) continue;
    const value = own[name];
    delete own[name];
    own[name] = value;
  }
}
