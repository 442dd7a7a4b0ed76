// The README's commands, run as written in an empty folder, and its claims that a program can check.
//
// Usage: node tests/cli/readme.mjs BINARY SOURCE BUILD
// A block after <!-- run --> is run by a shell that stops at the first failure; blocks share the folder.
import assert from 'node:assert/strict';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {after, test} from 'node:test';
import {run, startServe, temporaryFolder} from './process.mjs';

const [binary, source, build] = process.argv.slice(2);
const readme = readFileSync(join(source, 'README.md'), 'utf8');
const folder = temporaryFolder();
after(() => folder.remove());

const commands = [...readme.matchAll(/<!-- run -->\n```sh\n([^]*?)```/g)].map((match) => match[1]);
const env = {PATH: `${dirname(binary)}:${process.env.PATH}`};

test('every block marked to be run does run', () => {
  assert.equal(commands.length, 3);
  for (const command of commands) {
    const text = command.replace('"$FACEOFF/build/release"', `"${build}"`);
    const done = run('/bin/sh', ['-e', '-c', text], {cwd: folder.path, env});
    assert.equal(done.code, 0, `${command}\n${done.out}${done.err}`);
  }
  assert.match(readFileSync(join(folder.path, 'my-blog/index.html'), 'utf8'), /<face-off src="kettles\.faceoff\.json">/);
});

test('the folder the README makes is served with its page and its poll', async () => {
  const server = await startServe(binary, ['serve', join(folder.path, 'my-blog'), '--port', '0', '--votes',
    join(folder.path, 'votes.db')]);
  try {
    const page = await (await fetch(server.url)).text();
    assert.match(page, /Geyser Quiet/);
    const tally = await (await fetch(new URL('/votes/kettles', server.url))).json();
    assert.equal(tally.ballots, 0);
    assert.equal(await server.stop(), 0);
  } finally {
    server.child.kill('SIGKILL');
  }
});

test('the finding it shows is what check prints', () => {
  writeFileSync(join(folder.path, 'my.faceoff.json'), `{
  "faceoff": 1,
  "id": "x",
  "contenders": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
  "reviewers": [{"id": "r", "name": "R"}],
  "reviews": [{"reviewer": "r", "contender": "c", "verdict": "ship"}]
}
`);
  const {out} = run(binary, ['check', 'my.faceoff.json'], {cwd: folder.path});
  assert.ok(readme.includes(`\`\`\`text\n${out}\`\`\``), `the README should show:\n${out}`);
});

test('every file it points to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1]);
  assert.ok(links.length > 10);
  for (const link of links) assert.ok(existsSync(join(source, link)), link);
});

test('every option of the synopsis is one of the command', () => {
  const synopsis = readme.match(/```text\n(faceoff check[^]*?)```/)[1];
  for (const line of synopsis.trim().split('\n')) {
    const help = run(binary, [line.split(' ')[1], '--help']).out;
    for (const option of line.match(/--[a-z-]+/g)) assert.ok(help.includes(option), `${line}: ${option}`);
  }
});
