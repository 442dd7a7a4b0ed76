// Where a page may ask and send.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {tallyAddress, usableUrl, votesAddress} from '../src/page/address.js';

const usable = (reference: string, origin: string) => {
  Object.assign(globalThis, {location: {origin}});
  return usableUrl(reference, `${origin}/page`)?.href ?? null;
};

test('https may be used from anywhere, and loopback over http', () => {
  for (const origin of ['https://page.example', 'http://intranet']) {
    for (const url of ['https://feed.example/votes', 'http://localhost:8080/votes', 'http://127.0.0.1/v', 'http://[::1]/v']) {
      assert.equal(usable(url, origin), url);
    }
  }
});

test('plain http elsewhere is used by a page of that very origin alone', () => {
  assert.equal(usable('/votes', 'http://intranet'), 'http://intranet/votes');
  assert.equal(usable('http://intranet:81/votes', 'http://intranet'), null);
  assert.equal(usable('http://other/votes', 'http://intranet'), null);
  assert.equal(usable('http://intranet/votes', 'https://intranet'), null);
});

test('no other scheme, no user info, no fragment', () => {
  for (const url of ['ftp://a.example/', 'javascript:alert(1)', 'data:,x', 'https://u@a.example/', 'https://:p@a.example/', 'http://']) {
    assert.equal(usable(url, 'https://page.example'), null, url);
  }
  assert.equal(usable('/votes#x', 'https://page.example'), 'https://page.example/votes');
});

test('a feed has one spelling, and a poll its address below it unless it is a file', () => {
  Object.assign(globalThis, {location: {origin: 'https://page.example'}});
  const votes = votesAddress('/votes//?a=b', 'https://page.example/x');
  assert.equal(votes, 'https://page.example/votes?a=b');
  assert.equal(tallyAddress(votes!, 'tea'), 'https://page.example/votes/tea?a=b');
  assert.equal(tallyAddress('https://page.example/votes.json', 'tea'), 'https://page.example/votes.json');
});
