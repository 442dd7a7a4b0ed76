// What a device remembers of a vote.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {shelfOver, type Shelf} from '../src/votes/shelf.js';
import {deviceStore, emptyRecord, readRecord} from '../src/votes/store.js';

class Box {
  items = new Map<string, string>();
  getItem(key: string) {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, text: string) {
    this.items.set(key, text);
  }
}
const onto = (box: object) => shelfOver(() => box as Storage);
const storeOn = (shelf: Shelf, votes: string, firstId: string) => deviceStore(shelf, {votes, firstId});

test('a record comes back as it was written', () => {
  const store = storeOn(onto(new Box()), 'https://x.example/votes', 'a');
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

test('polls do not share a record', () => {
  const shelf = onto(new Box());
  storeOn(shelf, 'v', 'a').write({...emptyRecord(), epoch: 'e'});
  assert.equal(storeOn(shelf, 'v', 'b').read().epoch, '');
  assert.equal(storeOn(shelf, 'w', 'a').read().epoch, '');
});
