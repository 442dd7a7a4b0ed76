// What the cases ask of a widget in a page, in words of the page.

export const shows = (page) =>
  page.waitFor(() => Boolean(document.querySelector('face-off')?.shadowRoot?.querySelector('h2')));

export const state = (page, wanted, timeout) =>
  page.waitFor(
    (wanted) => document.querySelector('face-off')?.shadowRoot?.querySelector('.state')?.dataset.state === wanted,
    wanted,
    timeout,
  );

// The labels of the buttons that are pressed.
export const pressed = (page) =>
  page.evaluate(() =>
    [...document.querySelector('face-off').shadowRoot.querySelectorAll('[aria-pressed=true]')].map(
      (button) => button.getAttribute('aria-label') ?? button.textContent.trim(),
    ),
  );

// Waits until a row of the summary says so, cell by cell.
export const rowSays = (page, title, cells) =>
  page.waitFor(
    ({title, cells}) => {
      const rows = [...document.querySelector('face-off').shadowRoot.querySelectorAll('.summary tr')];
      const row = rows.find((each) => each.querySelector('th .q')?.textContent.includes(title));
      const said = [...row.querySelectorAll('td')].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim());
      return JSON.stringify(said) === JSON.stringify(cells);
    },
    {title, cells},
  );

export const heard = (page, name) =>
  page.evaluate((name) => window.recorder.heard.filter((each) => each.name === name).map((each) => each.detail), name);

export const hears = (page, name) =>
  page.waitFor((name) => window.recorder.heard.find((each) => each.name === name)?.detail, name);

export const visible = (page, text) =>
  page.evaluate((text) => {
    const found = [...document.querySelectorAll('body *')].findLast((each) => each.textContent === text);
    return Boolean(found?.getClientRects().length);
  }, text);
