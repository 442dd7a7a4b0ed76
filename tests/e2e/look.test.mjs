// One look: what `faceoff render` writes, dressed by faceoff.css in the page, in a quotation or in a declarative shadow
// root, is to the pixel what the widget shows. The page has a style sheet of its own, with opinions about every tag.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync, mkdirSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import {closeBrowser, openBrowser} from './reader.mjs';
import {comparison, pageOf, Site, top} from './site.mjs';

const program = process.env.FACEOFF ?? `${top}build/release/cli/faceoff`;
const out = `${top}build/screenshots/`;
const sheet = '<link rel="stylesheet" href="/faceoff.css">';
const script = '<script async src="/faceoff.js"></script>';
const pageStyle = `<style>${readFileSync(`${top}examples/blog/blog.css`, 'utf8')}
  h2, h3, h4 { color: green; text-transform: uppercase; letter-spacing: 2px } p, li { text-indent: 1em; line-height: 2 }
  table { border: 3px solid red } td, th { background: yellow; vertical-align: bottom } a { font-weight: 900 }
  button { border-radius: 20px; text-shadow: 1px 1px red } details { border: 1px dashed } .root { zoom: 1 }
</style>`;

const photos = JSON.parse(readFileSync(`${top}examples/blog/four-photo-servers.faceoff.json`, 'utf8'));
const notes = JSON.parse(readFileSync(`${top}examples/blog/quillmoor-vs-tarnpad.faceoff.json`, 'utf8'));
const documents = {plain: comparison('plain'), photos: {...photos, id: 'photos'}, notes: {...notes, id: 'notes'}};
const widths = [320, 768, 1100];

let site;
before(async () => {
  mkdirSync(out, {recursive: true});
  site = await Site.make(Object.fromEntries(Object.entries(documents).map(([id, each]) => [`${id}.faceoff.json`, each])));
  for (const id of Object.keys(documents)) {
    const tally = `${site.root}/${id}.tally.json`;
    writeFileSync(tally, JSON.stringify(await site.tally(id)));
    const args = ['render', `${site.folder}/${id}.faceoff.json`, '--to', 'fragment', '--tally', tally, '--votes', '/votes'];
    args.push('--base', `${site.url}/${id}.faceoff.json`);
    const html = execFileSync(program, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
    const element = (inner) => `<face-off src="${id}.faceoff.json" theme="light">${inner}</face-off>`;
    const page = (body, head) => pageOf(`<article>${body}</article>`, pageStyle + head);
    await site.publish(`${id}-widget.html`, page(element(''), script));
    await site.publish(`${id}-static.html`, page(element(html), sheet));
    await site.publish(`${id}-shadow.html`, page(element(`<template shadowrootmode="open">${sheet}${html}</template>`), ''));
    await site.publish(`${id}-quote.html`, page(`<blockquote class="face-off" data-src="x">${html}</blockquote>`, sheet));
  }
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function pictureOf(page, name) {
  await page.goto(`${site.url}/${name}.html`);
  await page.locator('.root footer').waitFor({state: 'attached'});
  if (name.endsWith('widget')) await page.locator('.state[data-state=not_voted]').waitFor();
  // Pictures are compared on one ground: what stands around moves no edge of an antialiased letter.
  await page.evaluate(() => {
    document.querySelector('face-off, blockquote').scrollIntoView();
    return document.fonts.ready;
  });
  return PNG.sync.read(await page.locator('.root').screenshot());
}

function compare(name, picture, widget, width) {
  assert.equal(`${picture.width} x ${picture.height}`, `${widget.width} x ${widget.height}`, `${name} at ${width}`);
  const picked = new PNG({width: widget.width, height: widget.height});
  const differing = pixelmatch(picture.data, widget.data, picked.data, widget.width, widget.height, {threshold: 0});
  if (differing) writeFileSync(`${out}look-${name}-${width}.png`, PNG.sync.write(picked));
  assert.equal(differing, 0, `${name} at ${width}: pixels that differ; build/screenshots/look-${name}-${width}.png shows where`);
}

describe('what render writes looks as the widget does', () => {
  for (const id of Object.keys(documents)) {
    test(id, async () => {
      const page = await (await openBrowser()).newPage();
      for (const width of widths) {
        await page.setViewportSize({width, height: 800});
        const widget = await pictureOf(page, `${id}-widget`);
        for (const way of ['static', 'shadow', 'quote']) {
          compare(`${id}-${way}`, await pictureOf(page, `${id}-${way}`), widget, width);
        }
      }
      await page.close();
    });
  }
});

describe('what render writes looks as the other elements do', () => {
  for (const [view, name] of Object.entries({vote: 'face-off-vote', badge: 'face-off-badge'})) {
    test(name, async () => {
      const args = ['render', `${site.folder}/plain.faceoff.json`, '--to', 'fragment', '--view', view, '--votes', '/votes'];
      args.push('--contender', 'tindle', '--tally', `${site.root}/plain.tally.json`);
      const html = execFileSync(program, args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
      const body = (inner) => `<div>Of the two, <${name} src="plain.faceoff.json" contender="tindle" theme="light">${inner}</${name}> is worth a look.</div>`;
      await site.publish(`${view}-widget.html`, pageOf(body(''), pageStyle + script));
      await site.publish(`${view}-static.html`, pageOf(body(html), pageStyle + sheet));
      const page = await (await openBrowser()).newPage({viewport: {width: 768, height: 800}});
      const pictures = [];
      for (const way of ['static', 'widget']) {
        await page.goto(`${site.url}/${view}-${way}.html`);
        await page.locator('.root:has(.chip, .num, .none)').waitFor({state: 'attached'});
        if (view === 'vote') await page.locator('.state[data-state=not_voted]').waitFor();
        pictures.push(PNG.sync.read(await page.locator('.root').screenshot()));
      }
      compare(name, ...pictures, 768);
      await page.close();
    });
  }
});

test('without script nothing stands there that needs it, with or without the sheet', async () => {
  const context = await (await openBrowser()).newContext({javaScriptEnabled: false});
  const page = await context.newPage();
  await page.goto(`${site.url}/plain-static.html`);
  assert.equal(await page.locator('button:visible, .state:visible').count(), 0);
  assert.equal(await page.locator('.summary tr:visible').count() > 2, true);
  await context.close();
});
