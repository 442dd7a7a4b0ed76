// Deliberate breaks of a comparison on a page, for tests of the tests: what a check has to tell.

// A change by more styles.
export const styled = (css) => `(root) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(css)});
  root.adoptedStyleSheets.push(sheet);
}`;

// change: a function of the shadow root, or its text.
export const spoil = (page, change) => page.evaluate(`(${change})(document.querySelector('face-off').shadowRoot)`);
