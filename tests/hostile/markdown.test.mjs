// Each documented snippet goes through Markdown engines and a sanitizer, then into a page: the verdict is there and the
// article around it too. The end-tag mistake leaves the article visible.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, test} from 'node:test';
import {evaluate} from '@mdx-js/mdx';
import {HtmlRenderer, Parser} from 'commonmark';
import MarkdownIt from 'markdown-it';
import {marked} from 'marked';
import {h} from 'preact';
import * as runtime from 'preact/jsx-runtime';
import {render} from 'preact-render-to-string';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import sanitizeHtml from 'sanitize-html';
import {unified} from 'unified';
import {closeBrowser, Reader} from '../e2e/reader.mjs';
import {comparison, Site, snippet, top} from '../e2e/site.mjs';
import {keepRow} from './table.mjs';

const remark = unified()
  .use(remarkParse)
  .use(remarkRehype, {allowDangerousHtml: true})
  .use(rehypeRaw)
  .use(rehypeStringify);

const engines = {
  'markdown-it': (text) => new MarkdownIt({html: true}).render(text),
  marked: (text) => marked.parse(text),
  commonmark: (text) => new HtmlRenderer().render(new Parser().parse(text)),
  'remark and rehype': async (text) => String(await remark.process(text)),
  MDX: async (text) => render(h((await evaluate(text, runtime)).default)),
};

// As WordPress does for authors: no scripts, no custom tags, class and data- attributes stay.
const sanitized = (html) =>
  sanitizeHtml(html, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, 'article', 'header', 'section'],
    allowedAttributes: {...sanitizeHtml.defaults.allowedAttributes, '*': ['class', 'data-*', 'id']},
  });

// Fenced examples that put a verdict into a page, by where they stand.
const documented = ['README.md', 'docs/embedding.md'].flatMap((file) =>
  [...readFileSync(`${top}${file}`, 'utf8').matchAll(/```html\n([\s\S]*?)```/g)]
    .map(([, text]) => text.trim())
    .filter((text) => /<face-off[ >]|data-src=/.test(text) && text.includes('"/faceoff.js"'))
    .map((text, at) => [`${file}, snippet ${at + 1}`, text]),
);

const around = (text) => `# A heading\n\nBefore it.\n\n${text}\n\n## Another heading\n\nAfter it.\n\nAt the end.\n`;
const mistake = '<script async src="/faceoff.js"></script>\n\n<face-off src="kettles.faceoff.json" />';

let site;
let reader;

before(async () => {
  site = await Site.make({'kettles.faceoff.json': comparison('kettles'), 'index.html': ''});
  reader = await Reader.arrive();
  await reader.page.route('**/page.html', (route) => route.fulfill({contentType: 'text/html', body: reader.html}));
});
after(async () => {
  await closeBrowser();
  await site.remove();
});

async function open(article, head = '') {
  reader.page.problems.length = reader.page.lines.length = 0;
  reader.html = `<!doctype html><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">${head}<body>\n` +
    `<main>\n<article>\n${article}</article>\n<footer>The footer.</footer>\n</main>\n</body>\n`;
  await reader.page.goto(`${site.url}/page.html`);
  await reader.page.locator('.state[data-state="not_voted"]').first().waitFor({state: 'attached'});
}

// In the page: whether a text is drawn, be it in an element's content or in a shadow tree.
function drawn(text) {
  const within = (node) => {
    if (node.nodeType === Node.TEXT_NODE && node.data.includes(text)) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (range.getClientRects().length) return true;
    }
    return [...node.childNodes, ...(node.shadowRoot?.childNodes ?? [])].some(within);
  };
  return within(document.body);
}
const seen = (text) => reader.page.evaluate(drawn, text);

// Every text of the article, seen.
async function articleIsThere(texts = ['A heading', 'Before it.', 'Another heading', 'After it.', 'At the end.']) {
  for (const text of [...texts, 'The footer.']) {
    assert.ok(await seen(text), `"${text}" is not seen`);
  }
  assert.ok(await seen('Which one should you dig with?'), 'there is no verdict');
  assert.deepEqual(reader.page.problems, []);
}

async function kept(page, run) {
  let ends = 'failed';
  try {
    await run();
    ends = 'verdict and article';
  } finally {
    keepRow({page, errors: reader.page.problems.length, ends});
  }
}

assert.ok(documented.length >= 4, `only ${documented.length} snippets found`);

for (const [engine, made] of Object.entries(engines)) {
  describe(`through ${engine}`, () => {
    for (const [where, text] of documented) {
      test(where, () =>
        kept(`${where} through ${engine}`, async () => {
          await open(await made(around(text)));
          await articleIsThere();
          assert.ok(!(await seen('What readers see')), 'the fallback is seen too');
        }),
      );
    }

    test('an element closed in its own tag leaves the article', () =>
      kept(`self-closing element through ${engine}`, async () => {
        await open(await made(around(mistake)));
        await articleIsThere();
      }));

    test('an element closed in its own tag, before the last paragraph', () =>
      kept(`self-closing element before the last paragraph, ${engine}`, async () => {
        await open(await made(`Before it.\n\n${mistake}\n\nAt the end.\n`));
        await articleIsThere(['Before it.', 'At the end.']);
      }));

    test('two of them', () =>
      kept(`two self-closing elements through ${engine}`, async () => {
        await open(await made(`${around(mistake)}\n<face-off src="kettles.faceoff.json" />\n\nBehind both.\n`));
        await articleIsThere(['Before it.', 'After it.', 'Behind both.']);
      }));
  });
}

describe('in a page', () => {
  test('whose system strips scripts and custom tags', () =>
    kept('scripts and custom tags stripped, data- kept', async () => {
      const [, quote] = documented.find(([, text]) => text.startsWith('<blockquote'));
      const article = sanitized(engines['markdown-it'](around(quote)));
      assert.doesNotMatch(article, /<script/);
      await open(article, snippet);
      await articleIsThere();
    }));

  test('the element within a paragraph', () =>
    kept('element within a paragraph', async () => {
      await open('<p>Before it. <face-off src="kettles.faceoff.json">Words.</face-off></p>\n<p>After it.</p>\n', snippet);
      await articleIsThere(['Before it.', 'After it.']);
      assert.ok(!(await seen('Words.')));
    }));

  test('a fallback of several blocks in an element that is closed stays hidden', () =>
    kept('fallback of several blocks, closed', async () => {
      const blocks = '<h2>Fallback title</h2>\n<p>Fallback text.</p>\n<ul><li>one</li></ul>\n';
      await open(`<face-off src="kettles.faceoff.json">\n${blocks}</face-off>\n<p>After it.</p>\n`, snippet);
      await articleIsThere(['After it.']);
      assert.ok(!(await seen('Fallback text.')));
      assert.deepEqual(reader.page.lines.filter((line) => /face-off:/.test(line)), []);
    }));
});
