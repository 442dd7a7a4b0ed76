// Every kind of bad input the command can be given, one line each with what came out.
//
// Usage: node tests/cli/bad_input.mjs BINARY [TABLE]     TABLE: file the lines are written to as well
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {run, temporaryFolder} from './process.mjs';

const [binary, table] = process.argv.slice(2);
const contenders = (count = 2) =>
  Array.from({length: count}, (_, at) => ({id: `c${at}`, name: `C${at}`}));
const document = (more = {}, count = 2) =>
  JSON.stringify({faceoff: 1, id: 'x', contenders: contenders(count), ...more});
const reviewers = [{id: 'r', name: 'R'}];
const review = (more) => ({reviewer: 'r', contender: 'c0', verdict: 'ship', ...more});
const reviewed = (...reviews) => document({reviewers, reviews});
const feed = (items) => `{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[${items}]}`;
const tally = (count) =>
  `{"faceoff":1,"comparison":"x","definition":"${'0'.repeat(64)}","epoch":"e","revision":1,"state":"open",` +
  `"counted_on":"2026-11-25","ballots":1,"quarantined":0,` +
  `"tallies":[{"contender":"c0","ship":${count},"skip":0,"picks":0}],` +
  `"preferences":[],"previous":[],"called":null,"ballots_url":null,"events_url":null}`;
const manyKeys = () => {
  let text = '{"faceoff":1';
  for (let at = 0; text.length < 1024 * 1024; ++at) text += `,"k${at}":${at}`;
  return `${text}}`;
};
const evil = '</script><img src=x onerror=alert(1)>';
const evilEverywhere = {
  label: evil, title: evil, question: evil, summary: evil, publisher: {name: evil}, authors: [{name: evil}],
  contenders: [
    {id: 'c0', name: evil, category: evil, tagline: evil, description: evil, pros: [evil], cons: [evil],
      best_for: [evil], not_for: [evil], license: {name: evil}, limits: [{code: 'other', text: evil}], disclosure: evil,
      price: {kind: 'usage', amount: '1', currency: 'EUR', per: evil, label: evil}},
    {id: 'c1', name: 'B'},
  ],
  reviewers: [{id: 'r', name: evil, viewpoint: evil}],
  reviews: [review({reason: evil, quote: evil})],
  criteria: [{id: 'k', name: evil, values: [{contender: 'c0', text: evil}]}],
  our_pick: {contender: 'c0', reason: evil, choose_if: [{contender: 'c0', when: evil}], by: evil},
  responses: [{contender: 'c0', by: evil, text: evil}], history: [{date: '2026-11-25', text: evil}],
  subscribe: {title: evil, text: evil, note: evil},
  words: {ship: {label: evil, action: evil, share: evil}},
};

// What it is; the text; the code and rule that must come out of `check`. rule null: it is fine.
const cases = [
  ['an empty file', '', 1, 'json.empty'],
  ['a NUL byte', document().replace('C0', 'C\0'), 1, 'json.nul'],
  ['a NUL byte after the end', `${document()}\0x`, 1, 'json.nul'],
  ['depth 200,000', '['.repeat(200_000) + ']'.repeat(200_000), 1, 'json.depth'],
  ['depth 200,000 in a key not known', `{"faceoff":1,"x":${'['.repeat(200_000)}`, 1, /^json\./],
  ['1 MiB of distinct keys', manyKeys(), 1, /^json\.(values|too-large)/],
  ['5 MiB of spaces', ' '.repeat(5 * 1024 * 1024), 1, /^json\./],
  ['duplicate keys', '{"faceoff":1,"id":"x","id":"y"}', 1, 'json.duplicate-key'],
  ['a lone surrogate', document().replace('C0', '\\ud800'), 1, 'json.surrogate'],
  ['bytes that are no UTF-8', Buffer.from('{"faceoff":1,"id":"\xff"}', 'latin1'), 1, 'json.utf8'],
  ['a byte order mark', `\ufeff${document()}`, 1, 'json.byte-order-mark'],
  ['a missing bracket', document().slice(0, -1), 1, 'json.ends-early'],
  ['something after the end', `${document()}x`, 1, 'json.trailing'],
  ['HTML instead of JSON', '<!doctype html><title>404</title>', 1, 'json.html'],
  ['a 404 page of a server', 'Not Found', 1, /^json\./],
  ['9 contenders', document({}, 9), 1, 'list.too-long'],
  ['1 contender', document({}, 1), 1, 'list.too-short'],
  ['a review of an unknown contender', reviewed(review({contender: 'c7'})), 1, 'reference.unknown'],
  ['a review by an unknown reviewer', reviewed(review({reviewer: 'q'})), 1, 'reference.unknown'],
  ['two reviews by one reviewer of one contender', reviewed(review(), review()), 1, 'review.twice'],
  ['two contenders with one id', document({contenders: [...contenders(1), ...contenders(1)]}), 1, 'id.twice'],
  ['a score of 2^64-1', reviewed(review({score: 7})).replace(':7', ':18446744073709551615'), 1, 'number.range'],
  ['a score of 2.5', reviewed(review({score: 2.5})), 1, 'number.range'],
  ['a score of 101', reviewed(review({score: 101})), 1, 'number.range'],
  ['a name that is a number', document().replace('"C0"', '7'), 1, 'feed.kind'],
  ['a date that is none', document({date_published: '2026-02-30'}), 1, 'date.invalid'],
  ['javascript: as an address', document({url: 'javascript:alert(1)'}), 1, 'url.refused'],
  ['//evil as an address', document({url: '//evil.example/'}), 1, 'url.refused'],
  ['an unknown key', document({qestion: '?'}), 0, 'key.unknown'],
  ['an unknown verdict', reviewed(review({verdict: 'shp'})), 0, 'code.unknown'],
  ['a newer format', '{"faceoff":2}', 1, 'format.newer'],
  ['a feed without items', feed(''), 1, 'feed.item-empty'],
  ['a feed without the item', feed(`{"id":"y","_faceoff":{"comparison":${document({id: 'y'})}}}`), 1,
    'feed.item-missing', ['--item', 'x']],
  ['</script><img onerror> in every text field', JSON.stringify({faceoff: 1, id: 'x', ...evilEverywhere}), 0, null],
];

const folder = temporaryFolder();
const lines = [];
const tell = (what, line) => lines.push(`${what}: ${line.replace(/\s+/g, ' ').trim().slice(0, 240)}`);
try {
  for (const [what, text, code, rule, more = []] of cases) {
    const input = Buffer.isBuffer(text) ? text : Buffer.from(text);
    const done = run(binary, ['check', '-', ...more], {input});
    const [first, ...rest] = done.out.split('\n');
    tell(what, `exit ${done.code}; ${first} ${rest.filter((line) => line.startsWith('  hint')).slice(0, 1)}`);
    assert.equal(done.signal, null, `${what}: ended by ${done.signal}`);
    assert.equal(done.code, code, `${what}: ${done.code}\n${done.out}${done.err}`);
    if (rule === null) continue;
    const found = [...done.out.matchAll(/(?:error|warning)\[([^\]]+)\]/g)].map((match) => match[1]);
    const wanted = found.some((id) => (typeof rule === 'string' ? id === rule : rule.test(id)));
    assert.ok(wanted, `${what}: ${done.out}`);
    assert.match(done.out, /^<stdin>(:\d+:\d+)?: /, `${what}: no place`);
    assert.match(done.out, /\n {2}hint: \S/, `${what}: no remedy`);
  }

  // The same evil text through everything that renders.
  const path = join(folder.path, 'evil.faceoff.json');
  writeFileSync(path, cases.at(-1)[1]);
  for (const to of ['html', 'fragment', 'feed', 'json']) {
    const done = run(binary, ['render', path, '--to', to, '--src', 'x.json']);
    assert.equal(done.code, 0, `${to}: ${done.err}`);
    const html =
      to === 'feed'
        ? JSON.parse(done.out).items[0].content_html
        : done.out.replace(/<script async src="[^"]*"><\/script>/, '');
    assert.doesNotMatch(html, /<img|<\/?script/i, to);
    const escaped = (html.match(/&lt;img|\\u003cimg/g) ?? []).length;
    tell(`the same, render --to ${to}`, `exit 0; ${escaped} times escaped, 0 times raw`);
  }

  const good = join(folder.path, 'good.faceoff.json');
  writeFileSync(good, document({poll: {mode: 'verdicts'}}));
  for (const [what, text] of [
    ['a tally with 2^64-1 votes', tally('18446744073709551615')],
    ['a tally with 2.5 votes', tally('2.5')],
    ['a tally with -1 votes', tally('-1')],
    ['a tally that is HTML', '<html>'],
    ['a votes feed without the item', feed('')],
  ]) {
    const given = join(folder.path, 'tally.json');
    writeFileSync(given, text);
    const done = run(binary, ['render', good, '--tally', given]);
    tell(what, `exit ${done.code}; ${done.err.replaceAll(folder.path, '')}`);
    assert.deepEqual([done.code, done.out], [1, ''], `${what}: ${done.err}`);
    assert.match(done.err, /tally\.json.*error\[.*\n[^]*hint: \S/, what);
  }
  for (const [what, args] of [
    ['a missing file', ['check', join(folder.path, 'missing.json')]],
    ['a folder', ['check', folder.path]],
    ['a folder that is missing', ['serve', join(folder.path, 'missing')]],
  ]) {
    const done = run(binary, args);
    tell(what, `exit ${done.code}; ${done.err.replaceAll(folder.path, '')}`);
    assert.equal(done.code, 3, what);
    assert.match(done.err, /^faceoff: error: .*\n {2}hint: \S/, what);
  }
  console.log(`${lines.length} kinds of bad input, each told with place and remedy`);
} finally {
  if (table) writeFileSync(table, `${lines.join('\n')}\n`);
  console.log(lines.join('\n'));
  folder.remove();
}
