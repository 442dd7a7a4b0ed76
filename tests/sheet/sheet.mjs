// Writes the contact sheet: a row per element and state, a column per language, theme and width.
//
// Usage: node tests/sheet/sheet.mjs [ROW...]; a row is chosen by a part of its name. Needs script/build. Out:
// build/sheet/sheet.png (reduced), build/sheet/LANGUAGE-THEME.png (each at half size), build/sheet/single/*.png.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {closeBrowser, openBrowser} from '../e2e/reader.mjs';
import {top} from '../e2e/site.mjs';
import {languages} from './documents.mjs';
import {ground, nameOf, Scene} from './scene.mjs';
import {rows} from './states.mjs';

const out = `${top}build/sheet/`;
const widths = [320, 768, 1200];
const themes = ['light', 'dark'];
const tallest = 1100; // of a picture: what is further down stands in build/screenshots
const wanted = process.argv.slice(2);
const chosen = rows.filter(({name}) => !wanted.length || wanted.some((part) => name.includes(part)));
const file = (row, language, theme, width) => `single/${nameOf(row, language)}-${theme}-${width}.png`;

async function picturesOf(scene, row, language) {
  const page = await scene.arrive(row, language);
  for (const theme of themes) {
    await page.evaluate(([theme, ground, element]) => {
      document.querySelector(element).setAttribute('theme', theme);
      Object.assign(document.body.style, {margin: 0, background: ground, color: theme === 'dark' ? '#fff' : '#000'});
      document.activeElement?.blur();
    }, [theme, ground[theme], row.element]);
    for (const width of widths) {
      await page.setViewportSize({width, height: tallest});
      const height = await page.evaluate(() => document.body.getBoundingClientRect().height);
      const clip = {x: 0, y: 0, width, height: Math.max(24, Math.min(tallest, Math.ceil(height)))};
      await page.screenshot({path: out + file(row, language, theme, width), clip});
    }
  }
  await page.context().close();
}

// Pictures on one page, photographed.
async function mount(name, columns, scale) {
  const heads = columns.map(({language, theme, width}) => `<th style="width:${width * scale}px">${language} ${theme} ${width}`);
  const lines = chosen.map((row) => {
    const cells = columns.map(({language, theme, width}) => `<td><img src="${file(row, language, theme, width)}" width="${width * scale}">`);
    return `<tr><th>${row.name}${cells.join('')}`;
  });
  const style = 'body{margin:0;background:#999;font:12px sans-serif}td{vertical-align:top;padding:3px}img{display:block}th{text-align:start}';
  writeFileSync(`${out}${name}.html`, `<!doctype html><meta charset="utf-8"><style>${style}</style><table><tr><th>${heads.join('')}${lines.join('')}</table>`);
  const page = await (await openBrowser()).newPage({viewport: {width: 300, height: 300}});
  await page.goto(`file://${out}${name}.html`);
  const box = await page.locator('table').boundingBox();
  await page.setViewportSize({width: Math.ceil(box.width), height: Math.ceil(box.height)});
  await page.screenshot({path: `${out}${name}.png`});
  await page.close();
}

rmSync(out, {recursive: true, force: true});
mkdirSync(`${out}single`, {recursive: true});
const scene = await Scene.of(chosen, languages);
try {
  for (const language of languages) {
    for (const row of chosen) {
      await picturesOf(scene, row, language);
      console.log(`sheet: ${language}, ${row.name}`);
    }
  }
  const all = languages.flatMap((language) => themes.flatMap((theme) => widths.map((width) => ({language, theme, width}))));
  await mount('sheet', all, 0.2);
  for (const language of languages) {
    for (const theme of themes) {
      await mount(`${language}-${theme}`, all.filter((each) => each.language === language && each.theme === theme), 0.5);
    }
  }
} finally {
  await closeBrowser();
  await scene.remove();
}
console.log('sheet: build/sheet/sheet.png');
