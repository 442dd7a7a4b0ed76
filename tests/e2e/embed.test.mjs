// embed.html in a frame on another site: with the snippet of docs/embedding.md, in both sandboxes, and where it may not be.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, describe, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, Site, top} from './site.mjs';

const [frameSnippet, scriptSnippet] = readFileSync(`${top}docs/embedding.md`, 'utf8')
  .split('## Where nothing but a frame is allowed')[1]
  .match(/```html\n[\s\S]*?```/g)
  .map((each) => each.slice(8, -3));

// A site of one page, as it is at the moment.
class Blog {
  static async open() {
    const blog = new Blog();
    blog.server = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(blog.page));
    await new Promise((done) => blog.server.listen(0, '127.0.0.1', done));
    blog.url = `http://127.0.0.1:${blog.server.address().port}`;
    return blog;
  }
}

let reviews; // has the comparisons
let blog; // may frame them
let stranger; // may not

// The documented snippet: src of the frame and attributes may be others.
function around({src = 'src=a.faceoff.json', sandbox, origin = reviews.url}) {
  const frame = frameSnippet
    .replace('https://reviews.example', reviews.url)
    .replace('src=kettles.faceoff.json', src)
    .replace(' loading="lazy"', '')
    .replace(/sandbox="[^"]*"/, (was) => (sandbox ? `sandbox="${sandbox}"` : was));
  const script = scriptSnippet.replace("'https://reviews.example'", `'${origin}'`);
  const listen = 'window.posted = []; addEventListener("message", ({data, origin}) => posted.push({data, origin}));';
  return (
    `<!doctype html><title>Around</title><link rel="icon" href="data:,"><script>${listen}</script>` +
    `${script}<p>Before it.</p>${frame}<p>After it.</p>`
  );
}

before(async () => {
  blog = await Blog.open();
  stranger = await Blog.open();
  const documents = ['a', 'b', 'c'].map((id) => [`${id}.faceoff.json`, comparison(id)]);
  reviews = await Site.make(Object.fromEntries(documents), '--embed-on', blog.url);
});
after(async () => {
  await closeBrowser();
  for (const {server} of [blog, stranger]) server.close();
  await reviews.remove();
});

async function visit(site, page) {
  const reader = await Reader.arrive();
  site.page = page;
  await reader.page.goto(site.url);
  reader.frame = reader.page.frameLocator('iframe');
  return reader;
}

const voted = (reader, state) => reader.frame.locator(`.state[data-state="${state}"]`).waitFor({state: 'attached'});
const heightOf = (reader) => reader.page.locator('iframe').evaluate((frame) => frame.clientHeight);
const wanted = (reader) => reader.frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));

// Until the frame is as high as what is in it.
async function fits(reader) {
  const until = Date.now() + 10_000;
  while ((await heightOf(reader)) !== (await wanted(reader))) {
    if (Date.now() > until) throw new Error(`frame ${await heightOf(reader)} px, content ${await wanted(reader)} px`);
    await new Promise((done) => setTimeout(done, 30));
  }
  return heightOf(reader);
}

describe('embed.html in the frame of a site it names', () => {
  test('is voted in, and its frame follows a fold that opens and closes', async () => {
    const reader = await visit(blog, around({}));
    await voted(reader, 'not_voted');
    const closed = await fits(reader);
    const fold = reader.frame.locator('details[data-fold] summary').first();
    await fold.click();
    const open = await (async () => {
      while ((await wanted(reader)) <= closed) await new Promise((done) => setTimeout(done, 30));
      return fits(reader);
    })();
    assert.ok(open > closed, `${open} > ${closed}`);
    await reader.frame.getByRole('button', {name: 'Ship Tindle', exact: true}).click();
    await voted(reader, 'counted');
    await fits(reader);
    assert.deepEqual(reader.page.problems, []);
    assert.deepEqual(reader.page.lines.filter((line) => /Content Security Policy|Trusted/.test(line)), []);
    await reader.leave();
  });

  test('posts its height in whole pixels, and nothing else', async () => {
    const reader = await visit(blog, around({src: 'src=b.faceoff.json'}));
    await voted(reader, 'not_voted');
    await fits(reader);
    await reader.frame.getByRole('button', {name: 'Ship Tindle', exact: true}).click();
    await voted(reader, 'counted');
    await fits(reader);
    const posted = await reader.page.evaluate(() => window.posted);
    assert.ok(posted.length > 0);
    for (const {data, origin} of posted) {
      assert.deepEqual(Object.keys(data), ['type', 'height']);
      assert.equal(data.type, 'face-off-height');
      assert.ok(Number.isInteger(data.height) && data.height > 0);
      assert.equal(origin, reviews.url);
    }
    for (const [at, {data}] of posted.entries()) assert.notEqual(data.height, posted[at - 1]?.data.height);
    await reader.leave();
  });

  test('has a title and a language, and opens links beside the page', async () => {
    const reader = await visit(blog, around({}));
    await voted(reader, 'not_voted');
    await reader.frame.locator('html[lang=en]').waitFor({state: 'attached'});
    assert.equal(await reader.frame.locator('title').textContent(), 'Plovra vs Tindle');
    assert.equal(await reader.frame.locator('base').getAttribute('target'), '_blank');
    await reader.leave();
  });

  test('without allow-same-origin it works, and a vote lives as long as the page', async () => {
    const page = around({src: 'src=c.faceoff.json', sandbox: 'allow-scripts', origin: 'null'});
    const reader = await visit(blog, page);
    await voted(reader, 'not_voted');
    await fits(reader);
    await reader.frame.getByRole('button', {name: 'Ship Tindle', exact: true}).click();
    await voted(reader, 'counted');
    assert.equal((await reviews.tally('c')).ballots, 1);
    await reader.frame.getByText('This browser keeps nothing for this page').waitFor();
    await reader.page.reload();
    await voted(reader, 'not_voted');
    assert.deepEqual(reader.page.problems, []);
    await reader.leave();
  });

  for (const src of ['javascript:alert(1)', 'data:application/json,{}', 'http://elsewhere.example/a.faceoff.json', '']) {
    test(`refuses to show "${src}"`, async () => {
      const reader = await visit(blog, around({src: src && `src=${encodeURIComponent(src)}`}));
      const asked = [];
      reader.page.on('request', (request) => asked.push(request.url()));
      await reader.frame.locator('.problem').waitFor();
      assert.equal(await reader.frame.locator('h2').count(), 0);
      assert.deepEqual(asked.filter((url) => !url.startsWith(reviews.url)), []);
      assert.deepEqual(reader.page.problems, []);
      await reader.leave();
    });
  }
});

describe('embed.html', () => {
  test('cannot be framed by a site it does not name', async () => {
    const reader = await visit(stranger, around({}));
    await reader.page.waitForFunction(() => document.readyState === 'complete');
    assert.ok(reader.page.lines.some((line) => /frame-ancestors/.test(line)), reader.page.lines.join('\n'));
    const [, inner] = reader.page.frames();
    assert.match(inner.url(), /^chrome-error:/);
    await reader.leave();
  });

  test('is sent under a policy that allows its own script and nothing inline', async () => {
    const answer = await fetch(`${reviews.url}/embed.html`);
    const policy = answer.headers.get('Content-Security-Policy');
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    assert.ok(policy.endsWith(`; frame-ancestors 'self' ${blog.url}`), policy);
    assert.doesNotMatch(policy, /unsafe-inline|style-src|\*/);
    const html = await answer.text();
    assert.doesNotMatch(html, /<style|style=|\son\w+=|<script(?![^>]*\ssrc=)/);
    const documented = readFileSync(`${top}docs/embedding.md`, 'utf8').replace(/\s+/g, ' ');
    assert.ok(documented.includes(policy.split('; frame-ancestors')[0]), 'docs/embedding.md has another policy');
  });

  test("gives way to a folder's own embed.html", async () => {
    const site = await Site.make({'embed.html': '<p>my own'});
    const answer = await fetch(`${site.url}/embed.html`);
    assert.equal(await answer.text(), '<p>my own');
    assert.equal(answer.headers.get('Content-Security-Policy'), null);
    await site.remove();
  });

  test('outside of a frame it shows the comparison and posts nothing', async () => {
    const reader = await Reader.arrive();
    await reader.page.addInitScript(() => {
      window.posted = [];
      addEventListener('message', ({data}) => window.posted.push(data));
    });
    await reader.page.goto(`${reviews.url}/embed.html?src=a.faceoff.json&theme=dark`);
    await reader.state('not_voted');
    await reader.settle();
    assert.deepEqual(await reader.page.evaluate(() => window.posted), []);
    await reader.leave();
  });
});
