// A vote's way with the real server, the real core and a network that fails: the feed's counts and what each
// reader sees are right each time.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {closeBrowser, Reader} from './reader.mjs';
import {comparison, pageOf, Site} from './site.mjs';

const none = '\u2014 No votes yet';
let site;
let feed; // another process than the site's, so that it can be away while the page is there

const ship = async (id) => (await feed.tally(id)).tallies.map(({ship, skip}) => `${ship} ${skip}`).join(', ');

before(async () => {
  feed = await Site.make({});
  site = await Site.make({});
});
after(async () => {
  await closeBrowser();
  await site.remove();
  await feed.remove();
});

// Every test has its own comparison, known to the feed and shown by the site.
async function publish(id, more) {
  await feed.write(`${id}.faceoff.json`, comparison(id, more));
  await site.write(`${id}.faceoff.json`, comparison(id, {...more, poll: {mode: 'verdicts', ...more?.poll}}));
  const body = `<face-off src="/${id}.faceoff.json" votes="${feed.url}/votes"></face-off>`;
  await site.write(`${id}.html`, pageOf(body));
  for (let wait = 0; wait < 200; wait++) {
    const [served, shown] = await Promise.all([fetch(`${feed.url}/votes/${id}`), fetch(`${site.url}/${id}.html`)]);
    if (served.ok && shown.ok) return `${site.url}/${id}.html`;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${id} is not served`);
}

async function arrive(url, options) {
  const reader = await Reader.arrive(options);
  await reader.page.goto(url);
  return reader;
}

describe('a vote', () => {
  test('is counted, shown pressed, and there after a reload', async () => {
    const reader = await arrive(await publish('plain'));
    await reader.state('not_voted');
    await reader.rowSays('Readers', [none, none]);
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    await reader.rowSays('Readers', [none, '1 ship, 0 skip']);
    assert.equal(await ship('plain'), '0 0, 1 0');
    await reader.page.reload();
    await reader.state('counted');
    assert.ok(await reader.pressed('Ship Tindle'));
    assert.ok(!(await reader.pressed('Skip Tindle')));
    await reader.rowSays('Readers', [none, '1 ship, 0 skip']);
    assert.equal(await ship('plain'), '0 0, 1 0');
    await reader.leave();
  });

  test('can be changed and taken back; another reader sees the right counts each time', async () => {
    const url = await publish('two');
    const [one, two] = [await arrive(url), await arrive(url)];
    await one.button('Ship Tindle').click();
    await one.state('counted');
    await two.page.reload();
    await two.rowSays('Readers', [none, '1 ship, 0 skip']);
    await two.button('Skip Tindle').click();
    await two.button('Ship Plovra').click();
    await two.rowSays('Readers', ['1 ship, 0 skip', '1 ship, 1 skip']);
    await two.state('counted');
    assert.equal(await ship('two'), '1 0, 1 1');

    await one.button('Skip Tindle').click();
    await one.state('counted');
    await one.rowSays('Readers', ['1 ship, 0 skip', '0 ship, 2 skip']);
    assert.equal(await ship('two'), '1 0, 0 2');

    await two.button('Skip Tindle').click(); // again: taken back
    await two.button('Ship Plovra').click();
    await two.state('not_voted');
    assert.equal(await ship('two'), '0 0, 0 1');
    await two.rowSays('Readers', [none, '0 ship, 1 skip']);
    await two.page.reload();
    await two.state('not_voted');
    await two.rowSays('Readers', [none, '0 ship, 1 skip']);
    assert.equal((await feed.tally('two')).ballots, 1);
    await one.leave();
    await two.leave();
  });

  test('with an answer lost after the commit counts once, and is never shown twice', async () => {
    const reader = await arrive(await publish('lost'));
    await reader.state('not_voted');
    let lost = 0;
    let told; // what comes again is held back until the reader was told that it waits
    const seen = new Promise((done) => (told = done));
    await reader.page.route('**/votes/lost', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      if (lost++ > 0) return seen.then(() => route.continue());
      await route.fetch(); // committed
      await route.abort(); // unanswered
    });
    await reader.button('Ship Tindle').click();
    await reader.state('waiting');
    assert.equal(await ship('lost'), '0 0, 1 0');
    assert.deepEqual(await reader.row('Readers'), [none, '1 ship, 0 skip']);
    told();
    await reader.state('counted');
    assert.ok(lost >= 2, 'it was sent again');
    assert.equal(await ship('lost'), '0 0, 1 0');
    await reader.rowSays('Readers', [none, '1 ship, 0 skip']);
    await reader.leave();
  });

  test('with a lost answer and a reload in between counts once', async () => {
    const reader = await arrive(await publish('lost-reload'));
    await reader.state('not_voted');
    await reader.page.route('**/votes/lost-reload', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      await route.abort().catch(() => {}); // the next attempt may be under way when the route ends
    });
    await reader.button('Ship Tindle').click();
    await reader.state('waiting');
    await reader.page.unroute('**/votes/lost-reload');
    await reader.page.reload();
    await reader.state('counted');
    await reader.rowSays('Readers', [none, '1 ship, 0 skip']);
    assert.equal(await ship('lost-reload'), '0 0, 1 0');
    await reader.leave();
  });

  test('in two tabs ends as the last click says', async () => {
    const reader = await arrive(await publish('tabs'));
    await reader.state('not_voted');
    const first = reader.page;
    reader.page = await reader.newPage();
    await reader.page.goto(first.url());
    await reader.state('not_voted');
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    const second = reader.page;
    reader.page = first;
    await reader.state('counted'); // told by the other tab
    assert.ok(await reader.pressed('Ship Tindle'));
    await reader.button('Skip Tindle').click();
    await reader.state('counted');
    assert.equal(await ship('tabs'), '0 0, 0 1');
    reader.page = second;
    await reader.page.waitForFunction(
      () =>
        document.querySelector('face-off').shadowRoot.querySelector('[aria-pressed=true]')?.dataset.call === 'skip',
    );
    await reader.rowSays('Readers', [none, '0 ship, 1 skip'], 20_000);
    await reader.leave();
  });

  test('clicked as the page is closed is counted', async () => {
    const url = await publish('closing');
    const reader = await arrive(url);
    await reader.state('not_voted');
    await reader.page.evaluate(() => {
      document.querySelector('face-off').shadowRoot.querySelector('[data-contender=tindle][data-call=ship]').click();
      location.href = 'about:blank';
    });
    for (let wait = 0; wait < 100 && (await ship('closing')) !== '0 0, 1 0'; wait++) {
      await new Promise((done) => setTimeout(done, 50));
    }
    assert.equal(await ship('closing'), '0 0, 1 0');
    await reader.leave();
  });

  test('may be vetoed by the page', async () => {
    const reader = await arrive(await publish('veto'));
    await reader.state('not_voted');
    await reader.page.evaluate(() => addEventListener('face-off-vote', (event) => event.preventDefault()));
    await reader.button('Ship Tindle').click();
    assert.ok(!(await reader.pressed('Ship Tindle')));
    await reader.state('not_voted');
    assert.deepEqual((await reader.heard('face-off-vote'))[0], {comparison: 'veto', contender: 'tindle', call: 'ship'});
    assert.equal(await ship('veto'), '0 0, 0 0');
    await reader.leave();
  });
});

describe('a vote while the feed is away', () => {
  test('waits, survives a reload, and is counted once within 10 s of its return', async () => {
    const url = await publish('away');
    const reader = await arrive(url);
    await reader.state('not_voted');
    await feed.stop();
    await reader.button('Ship Tindle').click();
    await reader.state('waiting');
    await reader.page.reload();
    await reader.state('waiting');
    assert.ok(await reader.pressed('Ship Tindle'));
    await feed.start();
    const back = Date.now();
    await reader.state('counted', 10_000);
    console.log(`    counted ${Date.now() - back} ms after the feed was back`);
    await reader.rowSays('Readers', [none, '1 ship, 0 skip']);
    assert.equal(await ship('away'), '0 0, 1 0');
    assert.equal((await feed.tally('away')).ballots, 1);
    await reader.leave();
  });

  test('waits while the network is cut, and is counted once within 10 s of its return', async () => {
    const reader = await arrive(await publish('cut'));
    await reader.state('not_voted');
    await reader.context.setOffline(true);
    await reader.button('Skip Plovra').click();
    await reader.state('waiting');
    assert.ok(await reader.pressed('Skip Plovra'));
    await reader.context.setOffline(false);
    const back = Date.now();
    await reader.state('counted', 10_000);
    console.log(`    counted ${Date.now() - back} ms after the network was back`);
    assert.equal(await ship('cut'), '0 1, 0 0');
    await reader.rowSays('Readers', ['0 ship, 1 skip', none]);
    await reader.leave();
  });

  test('is sent again to a store that lost it', async () => {
    const url = await publish('epoch');
    const reader = await arrive(url);
    await reader.state('not_voted');
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    await feed.stop();
    await feed.forgetVotes();
    await feed.start();
    assert.equal(await ship('epoch'), '0 0, 0 0');
    await reader.page.reload();
    await reader.state('counted');
    await reader.rowSays('Readers', [none, '1 ship, 0 skip']);
    assert.equal(await ship('epoch'), '0 0, 1 0');
    await reader.leave();
  });
});

describe('a refused vote', () => {
  test('of a poll that closed meanwhile says so and is not shown as counted', async () => {
    const reader = await arrive(await publish('closing-poll'));
    await reader.state('not_voted');
    await reader.page.route('**/votes/closing-poll', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 410,
            headers: {'Access-Control-Allow-Origin': '*'},
            contentType: 'application/problem+json',
            body: '{"code":"closed"}',
          })
        : route.continue(),
    );
    await reader.button('Ship Tindle').click();
    await reader.state('refused');
    await reader.rowSays('Readers', [none, none]);
    assert.ok(!(await reader.pressed('Ship Tindle')));
    await reader.leave();
  });

  test('of a poll that asks something else now reads the document again', async () => {
    const url = await publish('renamed');
    const reader = await arrive(url);
    await reader.state('not_voted');
    const renamed = comparison('renamed');
    renamed.contenders[0].name = 'Plovra Two';
    renamed.contenders[0].former_names = ['Plovra Old'];
    await feed.write('renamed.faceoff.json', renamed);
    await site.write('renamed.faceoff.json', {...renamed, poll: {mode: 'verdicts'}});
    const old = (await feed.tally('renamed')).definition;
    const shown = async () => (await fetch(`${site.url}/renamed.faceoff.json`)).text();
    const known = async () => (await feed.tally('renamed')).definition !== old && (await shown()).includes('Two');
    for (let wait = 0; wait < 200 && !(await known()); wait++) await new Promise((done) => setTimeout(done, 50));
    await reader.button('Ship Tindle').click();
    await reader.state('refused');
    await reader.button('Ship Plovra Two').waitFor();
    await reader.state('refused');
    await reader.button('Ship Tindle').click();
    await reader.state('counted');
    assert.equal(await ship('renamed'), '0 0, 1 0');
    await reader.leave();
  });
});
