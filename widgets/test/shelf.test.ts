// Storages that misbehave, and the device's secret.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {deviceSecret, keyOf, placeOf, secretKey, shelfOver} from '../src/votes/shelf.js';
import {Box} from './box.js';

const any = /./;
const onto = (box: object | null) => shelfOver(() => box as Storage);

test('what is set is there, for another page too, until it is dropped', () => {
  const box = new Box();
  const shelf = onto(box);
  assert.equal(shelf.get('faceoff:a', any), '');
  shelf.set('faceoff:a', 'x');
  assert.equal(onto(box).get('faceoff:a', any), 'x');
  shelf.drop('faceoff:a');
  assert.equal(shelf.get('faceoff:a', any), '');
  assert.deepEqual(Object.keys(box), []);
});

test('a storage that throws, is full or may only be read keeps the vote for the page', () => {
  const refuse = () => {
    throw new Error('no');
  };
  const full = Object.assign(new Box(), {'faceoff:a': 'older', setItem: refuse});
  const fixed = Object.assign(new Box(), {'faceoff:a': 'older', setItem: refuse, removeItem: refuse});
  const closed = shelfOver(refuse);
  for (const shelf of [onto(full), onto(fixed), closed, onto(null)]) {
    assert.ok(shelf.kept());
    shelf.set('faceoff:a', 'newer');
    assert.equal(shelf.get('faceoff:a', any), 'newer');
    assert.ok(!shelf.kept());
    assert.ok(shelf.keys().includes('faceoff:a'));
  }
});

test('an older text makes room for a newer one', () => {
  const box = new Box();
  box['faceoff:a'] = 'older';
  const room = Object.assign(box, {
    setItem(key: string, text: string) {
      if (key in box) throw new Error('full');
      box[key] = text;
    },
  });
  const shelf = onto(room);
  shelf.set('faceoff:a', 'newer');
  assert.ok(shelf.kept());
  assert.equal(box['faceoff:a'], 'newer');
});

test('a storage that takes it again keeps it', () => {
  const box = new Box();
  let full = true;
  const shelf = shelfOver(() => {
    if (full) throw new Error('full');
    return box as unknown as Storage;
  });
  shelf.set('faceoff:a', 'x');
  full = false;
  assert.equal(shelf.get('faceoff:a', any), 'x');
  shelf.set('faceoff:a', 'y');
  assert.equal(box['faceoff:a'], 'y');
});

test('what the page wrote outlives its own clearing of the storage, not that of another tab', () => {
  const box = new Box();
  const shelf = onto(box);
  for (const key of ['faceoff:a', 'faceoff:b']) shelf.set(key, 'x');
  for (const key of Object.keys(box)) delete box[key];
  assert.equal(shelf.get('faceoff:a', any), 'x');
  shelf.dropped('faceoff:a');
  assert.deepEqual([shelf.get('faceoff:a', any), shelf.get('faceoff:b', any)], ['', 'x']);
  shelf.dropped(null);
  assert.equal(shelf.get('faceoff:b', any), '');
});

test('garbage is passed over for what the page wrote', () => {
  const box = new Box();
  const shelf = onto(box);
  shelf.set('faceoff:a', '12');
  box['faceoff:a'] = '1x';
  assert.equal(shelf.get('faceoff:a', /^\d+$/), '12');
  assert.equal(onto(box).get('faceoff:a', /^\d+$/), '');
});

test("another tab's newer text is read, not this page's older one", () => {
  const box = new Box();
  const shelf = onto(box);
  shelf.set('faceoff:a', 'x');
  box['faceoff:a'] = 'y';
  assert.equal(shelf.get('faceoff:a', any), 'y');
});

test('keys are our own alone, and say which poll they are of', () => {
  const box = new Box();
  const place = {votes: 'https://x.example/v?a=b c', firstId: 'tea-vs-coffee'};
  for (const key of [keyOf(place), keyOf({votes: '', firstId: 'secret'}), secretKey, 'theirs', 'my faceoff:a b']) box[key] = 'x';
  const keys = onto(box).keys();
  assert.deepEqual(keys, [keyOf(place), 'faceoff:secret ', secretKey]);
  assert.deepEqual(keys.map(placeOf), [place, {votes: '', firstId: 'secret'}, null]);
});

// Draws 1, 1, 1 ... then 2, 2, 2 ...; `settled` when the test says so.
function device(box: Box) {
  const shelf = onto(box);
  let drawn = 0;
  let wait = Promise.resolve();
  const secret = deviceSecret(shelf, () => new Uint8Array(32).fill(++drawn), () => wait);
  return {
    shelf,
    secret: async () => [...new Set(await secret())].join(),
    hold() {
      let go = () => {};
      wait = new Promise((done) => (go = done));
      return () => go();
    },
    drawn: () => drawn,
  };
}

test('the secret is 32 drawn bytes, drawn once; garbage is replaced', async () => {
  const box = new Box();
  box[secretKey] = 'garbage';
  const bytes = await deviceSecret(onto(box), () => new Uint8Array(32).fill(9), async () => {})();
  assert.deepEqual(bytes, new Uint8Array(32).fill(9));
  const {secret, drawn} = device(box);
  assert.deepEqual([await secret(), await secret()], ['9', '9']);
  assert.equal(drawn(), 0);
  box[secretKey] = 'garbage again';
  assert.equal(await secret(), '9', 'the page knows it still');
  assert.equal(box[secretKey], '09'.repeat(32));
});

test('of two tabs that draw at once both use what the storage kept', async () => {
  const box = new Box();
  const one = device(box);
  const go = one.hold();
  const first = one.secret();
  const second = one.secret(); // meanwhile, of another poll
  box[secretKey] = '07'.repeat(32); // the other tab read before this one wrote, and wrote after it
  go();
  assert.deepEqual([await first, await second], ['7', '7']);
});

test('the secret was written again by a tab that waited while another one had all forgotten', async () => {
  const box = new Box();
  const {shelf, secret, hold} = device(box);
  const go = hold();
  const waits = secret();
  delete box[secretKey];
  shelf.dropped(secretKey);
  go();
  await assert.rejects(waits);
  assert.deepEqual(Object.keys(box), []);
});

test('a storage emptied by the page has the secret again with the next vote', async () => {
  const box = new Box();
  const {secret} = device(box);
  assert.equal(await secret(), '1');
  delete box[secretKey];
  assert.equal(await secret(), '1');
  assert.equal(box[secretKey], '01'.repeat(32));
});

test('without a storage a secret lasts as long as the page', async () => {
  const {secret} = device(null as unknown as Box);
  assert.deepEqual([await secret(), await secret()], ['1', '1']);
});
