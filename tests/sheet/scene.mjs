// The rows of the contact sheet in the browser: each on its own page with its own poll, in the state it is about.
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {openBrowser} from '../e2e/reader.mjs';
import {pageOf, program, Site, snippet, top} from '../e2e/site.mjs';
import {documentOf} from './documents.mjs';
import {fill} from './states.mjs';

const words = (language) => JSON.parse(readFileSync(`${top}core/messages/${language}.json`, 'utf8')).messages;
const notLoaded = {en: 'Not loaded', de: words('de').not_loaded, ar: words('ar').not_loaded};
const sheet = '<link rel="stylesheet" href="/faceoff.css">';
const views = {'face-off': 'verdict', 'face-off-vote': 'vote', 'face-off-badge': 'badge'};

// What the page around is painted with, by theme.
export const ground = {light: '#fff', dark: '#15171b'};

export const nameOf = (row, language) => `${row.name.toLowerCase().replaceAll(/\W+/g, '-')}-${language}`;

function rendered(site, id, row, language) {
  const args = ['render', `${site.folder}/${id}.faceoff.json`, '--to', 'fragment', '--view', views[row.element], '--lang', language];
  return execFileSync(program, [...args, '--votes', '/votes', '--base', `${site.url}/${id}.faceoff.json`], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
}

function bodyOf(site, row, language, first) {
  const id = nameOf(row, language);
  const whom = row.element === 'face-off-badge' ? `contender="${first}"` : '';
  const given = `src="${id}.faceoff.json" lang="${language}" ${whom} ${row.attributes ?? ''}`;
  const html = row.way === 'alone' ? '' : rendered(site, id, row, language);
  const inner = row.way === 'shadow' ? `<template shadowrootmode="open">${sheet}${html}</template>` : html;
  const made = `<${row.element} ${given}>${inner}</${row.element}>`;
  return row.element === 'face-off-badge' ? `<p style="margin:0;font:16px/1.6 serif">Of the two, ${made} is worth a look.</p>` : made;
}

const headOf = ({way}) => ({alone: snippet, around: sheet + snippet, static: sheet, shadow: ''})[way];

export class Scene {
  // wrap: a page of a body and a head.
  static async of(rows, languages, wrap = pageOf) {
    const scene = new Scene();
    const pairs = rows.flatMap((row) => languages.map((language) => [row, language]));
    const documents = pairs.map(([row, language]) => documentOf(row.kind, language, nameOf(row, language))).filter(Boolean);
    scene.site = await Site.make(Object.fromEntries(documents.map((each) => [`${each.id}.faceoff.json`, each])));
    for (const [row, language] of pairs) {
      const name = nameOf(row, language);
      const document = documents.find(({id}) => id === name);
      await scene.site.write(`${name}.html`, wrap(bodyOf(scene.site, row, language, document?.contenders[0].id ?? ''), headOf(row), language));
      if (row.readers) await fill(scene.site, document, row.readers);
    }
    const [row, language] = pairs.at(-1) ?? [];
    if (row) await scene.served(`${nameOf(row, language)}.html`);
    return scene;
  }

  async served(path) {
    while (!(await fetch(`${this.site.url}/${path}`)).ok) await new Promise((done) => setTimeout(done, 50));
  }

  // A new reader at a row's page, in its state. Its context is the caller's to close.
  async arrive(row, language, options) {
    const context = await (await openBrowser()).newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const id = nameOf(row, language);
    await row.before?.(page, id);
    await page.goto(`${this.site.url}/${id}.html`);
    // Where a script asks for counts they come before a vote, which would hold them back until it is answered.
    const counts = page.locator('.none', {hasText: notLoaded[language]}).first();
    const counted = async () => row.way === 'alone' && counts.waitFor({state: 'detached'});
    if (row.after) {
      await page.locator('.vote').first().waitFor();
      await counted();
      await row.after(page, id);
    }
    await page.locator(row.until).first().waitFor({state: 'attached'});
    await counted();
    return page;
  }

  remove() {
    return this.site.remove();
  }
}
