// The real `faceoff`: what each command prints, and how it ends.
//
// Usage: node tests/cli/command.mjs BINARY EXAMPLES
import assert from 'node:assert/strict';
import {chmodSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {run, temporaryFolder} from './process.mjs';

const [binary, examples] = process.argv.slice(2);
const folder = temporaryFolder();
after(() => folder.remove());
const file = (name, text) => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};
const faceoff = (...args) => run(binary, args);
const example = (name) => join(examples, 'blog', `${name}.faceoff.json`);
const bare = (more = '') =>
  `{"faceoff":1,"id":"x","contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}]${more}}`;

test('--version prints the version and nothing else', () => {
  const {code, out, err} = faceoff('--version');
  assert.match(out, /^faceoff \d+\.\d+\.\d+\n$/);
  assert.deepEqual([code, err], [0, '']);
});

test('--help teaches: every command with examples and the exit codes', () => {
  const all = faceoff('--help');
  assert.equal(all.code, 0);
  for (const word of ['check', 'render', 'serve', 'Exit codes', 'faceoff serve .']) {
    assert.ok(all.out.includes(word), word);
  }
  for (const command of ['check', 'render', 'serve']) {
    const {code, out} = faceoff(command, '--help');
    assert.equal(code, 0);
    assert.match(out, new RegExp(`Examples:\\n  faceoff ${command} `));
  }
});

test('a wrong command line ends with 2, says what and where to read on', () => {
  for (const args of [
    [], ['chekc'], ['check'], ['check', '--format', 'xml', example('ferrybook-vs-wharfside')], ['render'],
    ['render', 'a', 'b'], ['render', '-'], ['render', example('ferrybook-vs-wharfside'), '--today', '2026-02-30'],
    ['render', example('ferrybook-vs-wharfside'), '--base', 'javascript:x'],
    ['render', example('ferrybook-vs-wharfside'), '--deal-breaker', 'money'],
    ['render', example('ferrybook-vs-wharfside'), '--view', 'poster'],
    ['render', example('ferrybook-vs-wharfside'), '--view', 'badge', '--contender', 'nobody'],
    ['render', example('ferrybook-vs-wharfside'), '--heading-level', '7'],
    ['render', example('ferrybook-vs-wharfside'), '--to', 'json', '--dsd'],
    ['render', '-', '--to', 'fragment', '--dsd'],
    ['serve'], ['serve', folder.path, '--port', '70000'], ['serve', folder.path, '--port', 'x'],
    ['serve', folder.path, '--widget', join(folder.path, 'nowhere')], ['--nonsense'],
  ]) {
    const {code, out, err} = faceoff(...args);
    assert.equal(code, 2, `${args.join(' ')}: ${code} ${err}`);
    assert.equal(out, '', args.join(' '));
    assert.match(err, /^faceoff: error: .+\n {2}hint: .+\n$/, args.join(' '));
  }
});

test('check ends with 0 for good documents and says what is in them', () => {
  const {code, out, err} = faceoff('check', '--strict', example('quillmoor-vs-tarnpad'), example('four-photo-servers'),
    example('ferrybook-vs-wharfside'));
  assert.equal(out.split('\n').length, 4, out);
  assert.match(out, /ok: quillmoor-vs-tarnpad, "Quillmoor vs Tarnpad": 2 contenders, 10 reviews, poll\n/);
  assert.match(out, /ok: ferrybook-vs-wharfside, "Ferrybook 14 vs Wharfside Mini": 2 contenders, 0 reviews, poll\n/);
  assert.deepEqual([code, err], [0, '']);
});

test('check ends with 1 for an error and shows the place as a compiler does', () => {
  const path = file('bad.faceoff.json', `{
  "faceoff": 1,
  "id": "x",
  "contenders": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
  "reviewers": [{"id": "r", "name": "R"}],
  "reviews": [{"reviewer": "r", "contender": "c", "verdict": "ship"}]
}
`);
  const {code, out} = faceoff('check', path);
  assert.equal(code, 1);
  const [place, source, caret, pointer, hint] = out.split('\n');
  assert.match(place, /^.*bad\.faceoff\.json:6:\d+: error\[[a-z.-]+\]: .+$/);
  const column = Number(place.match(/:6:(\d+):/)[1]);
  assert.equal(source, '     6 |   "reviews": [{"reviewer": "r", "contender": "c", "verdict": "ship"}]');
  assert.equal(caret, `       | ${' '.repeat(column - 1)}^`);
  assert.equal(pointer, '  at: /reviews/0/contender');
  assert.match(hint, /^ {2}hint: .+/);
});

test('check reads standard input, and names it', () => {
  const good = run(binary, ['check', '-'], {input: bare()});
  assert.match(good.out, /^<stdin>: ok: /);
  assert.equal(good.code, 0);
  const bad = run(binary, ['check', '-'], {input: '{'});
  assert.match(bad.out, /^<stdin>:1:\d+: error\[/);
  assert.equal(bad.code, 1);
});

test('a warning passes, and fails under --strict', () => {
  const path = file('warned.faceoff.json', bare(',"qestion":"Which?"'));
  const kind = faceoff('check', path);
  assert.match(kind.out, /warning\[/);
  assert.match(kind.out, /question/);
  assert.equal(kind.code, 0);
  assert.equal(faceoff('check', '--strict', path).code, 1);
});

test('what cannot be read ends with 3, after everything else was checked', () => {
  const good = file('good.faceoff.json', bare());
  const missing = join(folder.path, 'missing.json');
  const {code, out, err} = faceoff('check', missing, folder.path, good);
  assert.equal(code, 3);
  assert.match(out, /good\.faceoff\.json: ok/);
  assert.match(err, /cannot read .*missing\.json: No such file or directory\n {2}hint: /);
  assert.match(err, /it is a folder\n {2}hint: .*only `faceoff serve` takes a folder/);
  if (process.getuid() !== 0) {
    chmodSync(good, 0);
    assert.equal(faceoff('check', good).code, 3);
  }
  assert.equal(faceoff('render', missing).code, 3);
  assert.equal(faceoff('serve', missing).code, 3);
  assert.equal(faceoff('serve', example('ferrybook-vs-wharfside')).code, 3);
});

test('an answer that cannot be written ends with 4', () => {
  const full = '"$0" render "$1" --to json > /dev/full';
  const {code, err} = run('/bin/sh', ['-c', full, binary, example('ferrybook-vs-wharfside')]);
  assert.equal(code, 4);
  assert.match(err, /cannot write the answer: No space left on device\n {2}hint: /);
});

test('check --format json is one JSON value whatever the files hold', () => {
  const bad = file('"quoted\n\u001b.json', '{"faceoff":1,"a":1,"a":2}');
  const {code, out} = faceoff('check', '--format', 'json', bad, example('ferrybook-vs-wharfside'));
  assert.equal(code, 1);
  const {documents} = JSON.parse(out);
  assert.deepEqual(documents.map(({ok}) => ok), [false, true]);
  assert.equal(documents[0].findings[0].rule, 'json.duplicate-key');
  assert.equal(documents[0].file, bad);
  assert.deepEqual(documents[1], {
    file: example('ferrybook-vs-wharfside'),
    item: null,
    id: 'ferrybook-vs-wharfside',
    ok: true,
    findings: [],
  });
});

test('foreign text cannot move the cursor, and colours need a terminal', () => {
  const path = file('evil\u001b[2J.json', '{"faceoff":1,"\\u001b[2Jkey\\u202e":1}');
  for (const {out, err} of [faceoff('check', path), faceoff('check', '\u001b[31m')]) {
    assert.doesNotMatch(out + err, /[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  }
});

test('render writes the same bytes each time, and only --today changes the ages', () => {
  for (const to of ['html', 'fragment', 'json', 'feed']) {
    const args = ['render', example('quillmoor-vs-tarnpad'), '--to', to, '--today', '2026-11-25'];
    const {code, out, err} = faceoff(...args);
    assert.deepEqual([code, err], [0, ''], to);
    assert.equal(out, faceoff(...args).out, to);
    assert.ok(out.endsWith('\n'), to);
  }
});

test('render --to html is a whole page: fallback, snippet, a preload link for what starts at once', () => {
  const {out} = faceoff('render', example('quillmoor-vs-tarnpad'), '--today', '2026-11-25', '--script', 'https://cdn.example/f/faceoff.js', '--votes', '/votes');
  assert.match(out, /^<!doctype html>\n<html lang="en" dir="ltr">\n/);
  assert.match(out, /<title>Quillmoor vs Tarnpad<\/title>/);
  assert.match(out, /<script async src="https:\/\/cdn\.example\/f\/faceoff\.js"><\/script>/);
  // The module is loaded when the static text no longer suffices.
  assert.deepEqual(out.match(/<link rel="preload"[^>]*>/g), [
    '<link rel="preload" href="quillmoor-vs-tarnpad.faceoff.json" as="fetch" crossorigin>',
  ]);
  assert.match(out, /<face-off src="quillmoor-vs-tarnpad\.faceoff\.json" votes="\/votes">/);
  const fragment = faceoff('render', example('quillmoor-vs-tarnpad'), '--to', 'fragment', '--today', '2026-11-25',
    '--votes', '/votes').out;
  assert.ok(out.includes(fragment.trim()), 'the page holds the fragment');
});

const quillmoor = example('quillmoor-vs-tarnpad');
const fragment = (...args) => faceoff('render', quillmoor, '--to', 'fragment', '--today', '2026-11-25', ...args).out.trim();

test('render --to html links the styles of the static text, beside the widget or where it is told', () => {
  const links = (...args) => faceoff('render', quillmoor, ...args).out.match(/<link rel="stylesheet"[^>]*>/g);
  assert.deepEqual(links(), ['<link rel="stylesheet" href="/faceoff.css">']);
  assert.deepEqual(links('--script', '/a/faceoff.js'), ['<link rel="stylesheet" href="/a/faceoff.css">']);
  assert.deepEqual(links('--styles', '/b.css'), ['<link rel="stylesheet" href="/b.css">']);
});

test('render --dsd is the element with the same article and its styles in a declarative shadow root', () => {
  const element = fragment('--dsd', '--src', '/q.json', '--votes', '/votes', '--deal-breaker', 'seats', '--deal-breaker',
    'quota');
  const start = '<face-off src="/q.json" votes="/votes" deal-breakers="seats quota"><template shadowrootmode="open">' +
    '<link rel="stylesheet" href="/faceoff.css"><article class="root"';
  assert.ok(element.startsWith(start), element.slice(0, 200));
  const article = fragment('--votes', '/votes', '--deal-breaker', 'seats', '--deal-breaker', 'quota');
  assert.ok(element.endsWith(`${article}</template></face-off>`));
  const page = faceoff('render', quillmoor, '--dsd', '--styles', '/b.css').out;
  assert.equal(page.match(/<link rel="stylesheet"/g).length, 1);
  assert.match(page, /<template shadowrootmode="open"><link rel="stylesheet" href="\/b\.css"><article/);
});

test('render --view writes the poll alone, or one contender in a line, in its own element', () => {
  assert.match(fragment('--view', 'vote'), /^<article class="root poll"/);
  const poll = faceoff('render', quillmoor, '--view', 'vote', '--heading-level', '3', '--lang', 'de').out;
  assert.match(poll, /<face-off-vote src="quillmoor-vs-tarnpad\.faceoff\.json" lang="de" heading-level="3">\n<article/);
  assert.match(poll, /<h3 class="title"/);
  const badge = fragment('--view', 'badge', '--contender', 'quillmoor');
  assert.match(badge, /^<span class="root badge".*>Quillmoor</);
  assert.match(fragment('--view', 'badge'), />Tarnpad</); // the answer
  assert.equal(fragment('--view', 'badge', '--contender', 'quillmoor', '--dsd'),
    '<face-off-badge src="quillmoor-vs-tarnpad.faceoff.json" contender="quillmoor"><template shadowrootmode="open">' +
    `<link rel="stylesheet" href="/faceoff.css">${badge}</template></face-off-badge>`);
});

test('render never lets a document out of its text', () => {
  const evil = '</script><img src=x onerror=alert(1)>"\'&<!--';
  const path = file('evil.faceoff.json', JSON.stringify({
    faceoff: 1, id: 'evil', title: evil, summary: evil, question: evil, label: evil, publisher: {name: evil},
    authors: [{name: evil}], contenders: [{id: 'a', name: evil, description: evil}, {id: 'b', name: 'B'}],
  }));
  for (const to of [['html'], ['fragment'], ['html', '--dsd'], ['fragment', '--dsd']]) {
    const {code, out} = faceoff('render', path, '--src', evil, '--votes', evil, '--script', evil, '--styles', evil,
      '--to', ...to);
    assert.equal(code, 0);
    assert.doesNotMatch(out.replace(/<script async src="[^"]*"><\/script>/, ''), /<img|<\/script|<!--/, to);
  }
  const feed = JSON.parse(faceoff('render', path, '--to', 'feed', '--title', evil).out);
  assert.equal(feed.title, evil);
  assert.doesNotMatch(feed.items[0].content_html, /<img|<script/);
  assert.equal(feed.items[0]._faceoff.comparison.title, evil);
});

test('render --to json is the report', () => {
  const report = JSON.parse(faceoff('render', example('quillmoor-vs-tarnpad'), '--to', 'json').out);
  const shares = report.contenders.map(({id, panel}) => [id, panel.label, panel.percent, panel.ship, panel.n]);
  // Worked out by hand from the ten verdicts: 2 ship, 2 skip, 1 mixed; 4 ship, 1 mixed.
  assert.deepEqual(shares, [['quillmoor', 'mixed', '50%', 2, 4], ['tarnpad', 'ship', '100%', 4, 4]]);
  assert.equal(report.answer.contender, 'tarnpad');
});

test('render shows a tally, and refuses one that is broken or of something else', () => {
  const tally = join(examples, 'blog/votes.json');
  const report = JSON.parse(faceoff('render', example('quillmoor-vs-tarnpad'), '--to', 'json', '--tally', tally).out);
  assert.deepEqual(report.contenders.map(({community}) => [community.ship, community.n]), [[31, 55], [47, 59]]);
  assert.equal(report.tally.ballots, 61);
  for (const text of ['', '{', '{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}']) {
    const {code, err} = faceoff('render', example('quillmoor-vs-tarnpad'), '--tally', file('tally.json', text));
    assert.equal(code, 1, text);
    assert.match(err, /tally\.json.*error\[/, text);
  }
});

test('render --to feed is JSON Feed 1.1, and renders and checks again from itself', () => {
  const {out} = faceoff('render', example('quillmoor-vs-tarnpad'), example('ferrybook-vs-wharfside'), '--to', 'feed',
    '--base', 'https://blog.example/feed.json', '--today', '2026-11-25');
  const feed = JSON.parse(out);
  assert.equal(feed.version, 'https://jsonfeed.org/version/1.1');
  assert.equal(feed.title, 'Second Drawer');
  assert.equal(feed.feed_url, 'https://blog.example/feed.json');
  assert.equal(feed.home_page_url, 'https://blog.example/');
  assert.deepEqual(feed.items.map(({id}) => id), ['quillmoor-vs-tarnpad', 'ferrybook-vs-wharfside']);
  assert.equal(feed.items[0].url, 'https://blog.example/');
  assert.equal(feed.items[0].date_published, '2026-11-18T00:00:00Z');
  assert.doesNotMatch(feed.items[0].content_html, /<button|<svg|<script|class=/);
  const original = JSON.parse(readFileSync(example('quillmoor-vs-tarnpad'), 'utf8'));
  assert.deepEqual(feed.items[0]._faceoff.comparison, original);

  const path = file('feed.json', out);
  const checked = faceoff('check', '--strict', path);
  assert.equal(checked.code, 0, checked.out);
  assert.equal(checked.out.split('\n').length, 3);
  const fragment = (...from) => faceoff('render', ...from, '--to', 'fragment', '--today', '2026-11-25').out;
  assert.equal(fragment(path, '--item', 'quillmoor-vs-tarnpad'), fragment(example('quillmoor-vs-tarnpad')));
  assert.equal(faceoff('render', path).code, 2, 'which item?');
  assert.equal(faceoff('render', path, '--item', 'missing').code, 1);
});

test('render tells warnings and still renders; errors end with 1', () => {
  const warned = faceoff('render', file('warned.faceoff.json', bare(',"qestion":"Which?"')));
  assert.equal(warned.code, 0);
  assert.match(warned.err, /warning\[/);
  const broken = faceoff('render', file('broken.faceoff.json', '{"faceoff":1}'));
  assert.deepEqual([broken.code, broken.out], [1, '']);
  assert.match(broken.err, /error\[/);
});
