declare module 'nanomorph' {
  // Makes the shown tree like the fresh one, whose nodes it uses up.
  export default function nanomorph(shown: Element, fresh: Element): Element;
}
