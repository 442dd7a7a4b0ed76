// The real `faceoff serve` over a real folder: start, change, refusal, end.
//
// Usage: node tests/cli/serve.mjs BINARY
import assert from 'node:assert/strict';
import {mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import {join} from 'node:path';
import {test} from 'node:test';
import {run, startServe, temporaryFolder, until} from './process.mjs';

const [binary] = process.argv.slice(2);
const named = (id, more = '') =>
  `{"faceoff":1,"id":"${id}","contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}]${more}}`;
const poll = ',"poll":{"mode":"verdicts"}';

// A folder to serve and a place for the store, and what a test needs of them.
function setting() {
  const root = temporaryFolder();
  const site = join(root.path, 'site');
  mkdirSync(site);
  const it = {root: root.path, site, store: join(root.path, 'state/votes.db')};
  it.write = (name, text) => {
    mkdirSync(join(site, name, '..'), {recursive: true});
    writeFileSync(join(site, name), text);
  };
  it.replace = (name, text) => {
    writeFileSync(join(root.path, 'new'), text);
    renameSync(join(root.path, 'new'), join(site, name));
  };
  it.refuse = (...args) => run(binary, ['serve', site, '--port', '0', '--votes', it.store, ...args]);
  it.start = async (...args) => {
    const server = await startServe(binary, ['serve', site, '--port', '0', '--votes', it.store, ...args]);
    it.server = server;
    it.get = async (path, headers = {}) => {
      const answer = await fetch(new URL(path, server.url), {headers, redirect: 'manual'});
      return {status: answer.status, text: await answer.text(), headers: answer.headers};
    };
    return server;
  };
  it.end = () => {
    it.server?.child.kill('SIGKILL');
    root.remove();
  };
  return it;
}

const serving = (name, body) =>
  test(name, async () => {
    const it = setting();
    try {
      await body(it);
    } finally {
      it.end();
    }
  });

// A request exactly as written: fetch would tidy the path up first.
const rawStatus = (url, target) =>
  new Promise((resolve, reject) => {
    const {hostname, port} = new URL(url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let text = '';
    socket.on('data', (bytes) => (text += bytes));
    socket.on('end', () => resolve({status: Number(text.split(' ')[1]), text}));
    socket.on('error', reject);
  });

serving('serves files, documents and polls at every depth, and ends with 0 on SIGTERM and SIGINT', async (it) => {
  it.write('index.html', '<p>front');
  it.write('deep/er/a.faceoff.json', named('a', poll));
  it.write('bare.faceoff.json', named('bare'));
  await it.start();
  assert.equal((await it.get('/')).text, '<p>front');
  assert.equal((await it.get('/deep/er/a.faceoff.json')).text, named('a', poll));
  assert.equal(JSON.parse((await it.get('/votes/a')).text).ballots, 0);
  assert.equal((await it.get('/votes/bare')).status, 404);
  assert.equal((await it.get('/healthz')).status, 200);
  assert.match(it.server.err, /2 comparison\(s\), 1 poll\(s\)/);
  assert.equal(await it.server.stop('SIGTERM'), 0);
  await it.start();
  assert.equal(await it.server.stop('SIGINT'), 0);
});

serving('never leaves the folder and shows nothing hidden in it', async (it) => {
  writeFileSync(join(it.root, 'secret.txt'), 'secret');
  it.write('.env', 'secret');
  it.write('.git/config', 'secret');
  for (const name of ['a.html~', 'a.html.swp', 'a.bak', '#a.html#', '.a.faceoff.json']) it.write(name, 'secret');
  symlinkSync('../secret.txt', join(it.site, 'out.txt'));
  symlinkSync(join(it.root, 'secret.txt'), join(it.site, 'absolute.txt'));
  symlinkSync(it.root, join(it.site, 'outdir'));
  symlinkSync('.env', join(it.site, 'env.txt'));
  await it.start();
  for (const target of [
    '/.env', '/.git/config', '/a.html~', '/a.html.swp', '/a.bak', '/%23a.html%23', '/.a.faceoff.json', '/out.txt',
    '/absolute.txt', '/outdir/secret.txt', '/env.txt', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt',
    '/x/../../secret.txt', '//secret.txt', '/\\..\\secret.txt', '/%00', '/..%5csecret.txt', `/${it.root}/secret.txt`,
  ]) {
    const {status, text} = await rawStatus(it.server.url, target);
    assert.ok(status === 404 || status === 400, `${target}: ${status}`);
    assert.ok(!text.includes('secret\n') && !text.endsWith('secret'), target);
  }
  assert.match(it.server.err, /not served: out\.txt: a link out of the folder/);
});

serving('a replaced document is picked up without a restart; a broken one keeps its last good version', async (it) => {
  it.write('a.faceoff.json', named('a', poll));
  it.write('b.faceoff.json', '{"faceoff":1,');
  await it.start();
  assert.match(it.server.err, /b\.faceoff\.json:1:\d+: error\[json\./);
  assert.equal((await it.get('/b.faceoff.json')).status, 503);
  const ready = JSON.parse((await it.get('/readyz')).text);
  assert.deepEqual(ready.broken.map(({path, last_good_kept}) => [path, last_good_kept]), [['b.faceoff.json', false]]);
  assert.equal((await it.get('/votes/a')).status, 200, 'the others go on');

  it.replace('a.faceoff.json', named('renamed', `,"aliases":["a"]${poll}`));
  const start = Date.now();
  await until(() => it.get('/a.faceoff.json'), ({text}) => text.includes('renamed'));
  assert.ok(Date.now() - start < 3000, `${Date.now() - start} ms`);
  assert.equal(JSON.parse((await it.get('/votes/renamed')).text).comparison, 'renamed');

  it.replace('a.faceoff.json', '<p>not JSON');
  await until(() => it.get('/readyz'), ({text}) => JSON.parse(text).broken.length === 2);
  assert.match((await it.get('/a.faceoff.json')).text, /renamed/);
  assert.equal((await it.get('/votes/renamed')).status, 200);
  assert.match(it.server.err, /a\.faceoff\.json: broken; its last good version is still served/);

  it.replace('b.faceoff.json', named('b', poll));
  await until(() => it.get('/votes/b'), ({status}) => status === 200);
  it.write('c.faceoff.json', named('c', poll));
  assert.equal((await until(() => it.get('/votes/c'), ({status}) => status === 200)).status, 200);
  rmSync(join(it.site, 'c.faceoff.json'));
  assert.equal((await until(() => it.get('/votes/c'), ({status}) => status === 404)).status, 404);
});

serving('a vote survives the document being replaced and the server being started again', async (it) => {
  it.write('a.faceoff.json', named('a', poll));
  await it.start();
  const tally = JSON.parse((await it.get('/votes/a')).text);
  const answer = await fetch(new URL('/votes/a', it.server.url), {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({
      faceoff: 1,
      key: 'A'.repeat(43),
      rev: 1,
      definition: tally.definition,
      calls: [{contender: 'a', call: 'ship'}],
    }),
  });
  assert.equal(answer.status, 200, await answer.text());
  it.replace('a.faceoff.json', named('a', `,"title":"Other"${poll}`));
  await until(() => it.get('/a.faceoff.json'), ({text}) => text.includes('Other'));
  assert.equal(JSON.parse((await it.get('/votes/a')).text).ballots, 1);
  assert.equal(await it.server.stop(), 0);
  await it.start();
  assert.equal(JSON.parse((await it.get('/votes/a')).text).ballots, 1);
});

serving('two documents with one id refuse the start, naming both; later the first one keeps it', async (it) => {
  it.write('one.faceoff.json', named('same'));
  it.write('two.faceoff.json', named('other', ',"aliases":["same"]'));
  const {code, err, out} = it.refuse();
  assert.deepEqual([code, out], [1, '']);
  assert.match(err, /two\.faceoff\.json and one\.faceoff\.json both claim the id "same"\n {2}hint: /);

  rmSync(join(it.site, 'two.faceoff.json'));
  await it.start();
  it.write('two.faceoff.json', named('same'));
  const ready = await until(() => it.get('/readyz'), ({text}) => JSON.parse(text).broken.length === 1);
  assert.match(ready.text, /two\.faceoff\.json.*one\.faceoff\.json already has/);
  assert.equal((await it.get('/one.faceoff.json')).status, 200);
  assert.equal((await it.get('/two.faceoff.json')).status, 503);
});

serving('--embed-on takes origins, and nothing that would say more in a header', async (it) => {
  for (const wrong of ['blog.example', 'https://', 'https://a.example/path', "https://a.example; script-src *", '*', 'https://a b']) {
    const refused = it.refuse('--embed-on', wrong);
    assert.equal(refused.code, 2, wrong);
    assert.match(refused.err, /not an origin/);
  }
});

serving('--strict refuses to start with a document in error, and with a warning', async (it) => {
  it.write('a.faceoff.json', named('a', ',"qestion":"?"'));
  const warned = it.refuse('--strict');
  assert.equal(warned.code, 1);
  assert.match(warned.err, /a\.faceoff\.json:1:\d+: error\[key\.unknown\][^]*not started/);
  it.write('a.faceoff.json', '{');
  assert.equal(it.refuse('--strict').code, 1);
  await it.start();
  assert.equal((await it.get('/a.faceoff.json')).status, 503);
});

serving('a store inside the folder is refused with the remedy, also through a link', async (it) => {
  for (const name of ['votes.db', 'new/folder/votes.db', 'a/../votes.db']) {
    const place = join(it.site, name);
    const {code, err} = run(binary, ['serve', it.site, '--port', '0', '--votes', place]);
    assert.equal(code, 2, place);
    assert.match(err, /lies in the served folder.*\n {2}hint: .*--votes \.\.\/votes\.db/, place);
  }
  symlinkSync(it.site, join(it.root, 'link'));
  assert.equal(run(binary, ['serve', it.site, '--port', '0', '--votes', join(it.root, 'link/votes.db')]).code, 2);
  const home = run(binary, ['serve', it.site, '--port', '0'], {env: {XDG_STATE_HOME: it.site}});
  assert.equal(home.code, 2);
});

serving('the store is made in the state folder when none is named', async (it) => {
  it.write('a.faceoff.json', named('a', poll));
  const state = join(it.root, 'state home');
  const server = await startServe(binary, ['serve', it.site, '--port', '0'], {XDG_STATE_HOME: state});
  assert.ok(server.err.includes(`votes kept in ${state}/faceoff/votes.db`), server.err);
  assert.equal(await server.stop(), 0);
  const without = run(binary, ['serve', it.site, '--port', '0'], {env: {XDG_STATE_HOME: '', HOME: ''}});
  assert.equal(without.code, 2);
  assert.match(without.err, /hint: name one: --votes FILE/);
});

serving('a taken port, a taken store and a store that is none end with 3 and a hint', async (it) => {
  await it.start();
  const port = new URL(it.server.url).port;
  const taken = run(binary, ['serve', it.site, '--port', port, '--votes', join(it.root, 'other.db')]);
  assert.equal(taken.code, 3);
  assert.match(taken.err, /Address already in use\n {2}hint: .*--port/);
  const shared = it.refuse();
  assert.equal(shared.code, 3);
  assert.match(shared.err, /another server uses this store\n {2}hint: .*--votes FILE/);
  writeFileSync(join(it.root, 'text.db'), 'this is no store of ours, but a text of some length\n'.repeat(20));
  const other = run(binary, ['serve', it.site, '--port', '0', '--votes', join(it.root, 'text.db')]);
  assert.equal(other.code, 3);
  assert.match(other.err, /cannot open the store: .*\n {2}hint: /);
});

serving('the widget is the program\'s own whatever the folder holds, and its lack is told', async (it) => {
  const widget = join(it.root, 'widget');
  mkdirSync(widget);
  writeFileSync(join(widget, 'faceoff.js'), 'ours();');
  writeFileSync(join(widget, 'faceoff.wasm'), 'abc');
  it.write('faceoff.js', 'theirs();');
  it.write('index.html', '<script async src="/faceoff.js"></script>');
  await it.start('--widget', widget);
  assert.equal((await it.get('/faceoff.js')).text, 'ours();');
  assert.match((await it.get('/')).headers.get('link'), /^<\/faceoff\.wasm\?h=ba7816bf8f01cfea>; rel=preload; /);
  assert.equal(await it.server.stop(), 0);
  rmSync(join(widget, 'faceoff.wasm'));
  await it.start('--widget', widget);
  assert.equal((await it.get('/faceoff.js')).status, 503);
  assert.match(it.server.err, /warning: the widget is missing.*\n {2}hint: .*--widget DIR/);
});

serving('behind a proxy the ballots go to the public address', async (it) => {
  it.write('a.faceoff.json', named('a', poll));
  await it.start('--public-url', 'https://blog.example/');
  const tally = JSON.parse((await it.get('/votes/a')).text);
  assert.equal(tally.ballots_url, 'https://blog.example/votes/a');
});
