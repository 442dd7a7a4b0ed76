// Lighthouse over the example pages as `faceoff serve` serves them: accessibility, best practices and SEO are 100 on
// each, as a phone and as a desk. Appends a table to build/access.txt. Exit 1: a score is lower.
//
// Usage: node tests/access/lighthouse.mjs [PAGE...]. Needs script/build, and `npm ci` in this folder (script/prove access).
import {appendFileSync, readdirSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {spawn} from 'node:child_process';
import {chromium} from 'playwright-core';
import lighthouse, {desktopConfig} from 'lighthouse';
import {program, top} from '../e2e/site.mjs';

const categories = ['accessibility', 'best-practices', 'seo'];
const wanted = process.argv.slice(2);
const pages = readdirSync(`${top}examples/blog`).filter((name) => name.endsWith('.html') && (!wanted.length || wanted.includes(name)));

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => done(port));
    });
  });

async function serve(folder) {
  const child = spawn(program, ['serve', `${top}examples/blog`, '--votes', join(folder, 'votes.db'), '--port', '0', '--widget', `${top}build/widget`]);
  const url = await new Promise((done, fail) => {
    let said = '';
    const hear = (chunk) => {
      said += chunk;
      const found = /http:\/\/[\d.]+:\d+/.exec(said);
      if (found) done(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => fail(new Error(said)));
  });
  return {child, url};
}

// What a category lost points by.
const lost = ({categories, audits}, id) =>
  categories[id].auditRefs
    .filter(({weight, id}) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({id}) => `${id}: ${audits[id].title} ${JSON.stringify(audits[id].details?.items ?? '').slice(0, 400)}`);

const folder = await mkdtemp(join(tmpdir(), 'faceoff-lighthouse-'));
const port = await freePort();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', `--remote-debugging-port=${port}`],
});
const {child, url} = await serve(folder);
const lines = ['', 'Lighthouse                     accessibility  best-practices  seo'];
try {
  for (const page of pages) {
    for (const [device, config] of [['phone', undefined], ['desk', desktopConfig]]) {
      const {lhr} = await lighthouse(`${url}/${page}`, {port, onlyCategories: categories, logLevel: 'error'}, config);
      const scores = categories.map((id) => Math.round((lhr.categories[id].score ?? 0) * 100));
      lines.push(`${`${page}, ${device}`.padEnd(31)}${scores.map((each, at) => String(each).padEnd([15, 16, 3][at])).join('')}`.trimEnd());
      if (lhr.runtimeError) lines.push(`  ${lhr.runtimeError.message}`);
      for (const id of categories) lines.push(...lost(lhr, id).map((each) => `  ${each}`));
      if (scores.some((each) => each < 100)) process.exitCode = 1;
      console.log(`lighthouse: ${page}, ${device}: ${scores.join(', ')}`);
    }
  }
  lines.push(`Lighthouse with ${browser.version()}`);
} finally {
  await browser.close();
  child.kill();
  await rm(folder, {recursive: true, force: true});
}
appendFileSync(`${top}build/access.txt`, `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
