// What a device remembers, in storages that misbehave.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {deviceSecret, deviceStore, emptyRecord, readRecord, shelfOver} from '../src/store.js';

class Box {
  items = new Map<string, string>();
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, text: string) {
    this.items.set(key, text);
  }
}
const onto = (box: object | null) => shelfOver(() => box as Storage);
const page = {addEventListener() {}};

test('a record comes back as it was written', () => {
  const store = deviceStore(onto(new Box()), page, 'https://x.example/votes', 'a');
  const pending = {faceoff: 1 as const, rev: 2, definition: 'd', calls: [{contender: 'a', call: 'ship' as const}], pick: null};
  const record = {epoch: 'e', counted: [{revision: 3, ballot: {...pending, rev: 1}}], pending, base: {epoch: 'e', revision: 4}};
  store.write(record);
  assert.deepEqual(store.read(), record);
});

test('any text at all reads as a record', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readRecord(text)));
  for (const odd of ['null', '7', '[]', '{"counted":{}}', '{"pending":{"rev":-1,"definition":"d"}}', '{"counted":[1,null]}']) {
    assert.deepEqual(readRecord(odd), emptyRecord(), odd);
  }
});

test('what the page put on Object.prototype is not read as a vote', () => {
  const polluted = Object.prototype as {pending?: unknown};
  polluted.pending = {rev: 1, definition: 'd'};
  try {
    assert.equal(readRecord('{}').pending, null);
  } finally {
    delete polluted.pending;
  }
});

test('a storage that throws or is full keeps the vote for the page', () => {
  const full = {
    getItem: () => null,
    setItem() {
      throw new Error('full');
    },
  };
  const closed = shelfOver(() => {
    throw new Error('no');
  });
  for (const shelf of [onto(full), closed, onto(null)]) {
    const store = deviceStore(shelf, page, 'v', 'a');
    assert.ok(shelf.kept());
    store.write({...emptyRecord(), epoch: 'e'});
    assert.equal(store.read().epoch, 'e');
    assert.ok(!shelf.kept());
  }
});

test('polls do not share a record', () => {
  const shelf = onto(new Box());
  deviceStore(shelf, page, 'v', 'a').write({...emptyRecord(), epoch: 'e'});
  assert.equal(deviceStore(shelf, page, 'v', 'b').read().epoch, '');
  assert.equal(deviceStore(shelf, page, 'w', 'a').read().epoch, '');
});

test('the secret is 32 drawn bytes, drawn once; garbage is replaced', () => {
  let drawn = 0;
  const draw = (into: Uint8Array) => {
    drawn++;
    into.fill(drawn);
  };
  const box = new Box();
  const shelf = onto(box);
  assert.deepEqual(deviceSecret(shelf, draw), new Uint8Array(32).fill(1));
  assert.deepEqual(deviceSecret(shelf, draw), new Uint8Array(32).fill(1));
  box.items.set('faceoff:secret', 'garbage');
  assert.deepEqual(deviceSecret(shelf, draw), new Uint8Array(32).fill(2));
});
