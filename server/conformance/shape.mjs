// The shapes the protocol promises: tally, feed page, problem. Extra members are allowed: later versions add some.
import { equal, expect } from "./expect.mjs";
import { mediaType } from "./exchange.mjs";

const largest = 2 ** 53 - 1;

function count(value, what) {
  expect(Number.isInteger(value) && value >= 0 && value <= largest, `${what} is a count`, value);
}

function text(value, what) {
  expect(typeof value === "string", `${what} is a string`, value);
}

function textOrNull(value, what) {
  expect(value === null || typeof value === "string", `${what} is a string or null`, value);
}

function sortedBy(list, key, what) {
  const keys = list.map(key);
  equal(keys, [...new Set(keys)].sort(), `${what} is sorted, nothing twice`);
}

function contenderTallies(list, what) {
  expect(Array.isArray(list), `${what} is a list`, list);
  for (const one of list) {
    text(one.contender, `${what}: contender`);
    for (const name of ["ship", "skip", "picks"]) count(one[name], `${what}: ${name}`);
  }
  sortedBy(list, (one) => one.contender, what);
}

export function tallyShape(tally) {
  expect(tally !== null && typeof tally === "object", "a tally is an object", tally);
  equal(tally.faceoff, 1, "tally.faceoff");
  expect(/^[a-z0-9][a-z0-9-]{0,199}$/.test(tally.comparison), "tally.comparison is an id", tally.comparison);
  expect(/^[0-9a-f]{64}$/.test(tally.definition), "tally.definition is a SHA-256", tally.definition);
  expect(typeof tally.epoch === "string" && tally.epoch !== "", "tally.epoch is there", tally.epoch);
  for (const name of ["revision", "ballots", "quarantined"]) count(tally[name], `tally.${name}`);
  expect(["open", "not_open", "closed"].includes(tally.state), "tally.state", tally.state);
  expect(/^\d{4}-\d\d-\d\d$/.test(tally.counted_on), "tally.counted_on is a date", tally.counted_on);
  contenderTallies(tally.tallies, "tally.tallies");
  expect(tally.tallies.length >= 2 && tally.tallies.length <= 8, "two to eight contenders", tally.tallies.length);
  for (const name of ["called", "ballots_url", "events_url"]) textOrNull(tally[name], `tally.${name}`);
  preferencesShape(tally);
  expect(Array.isArray(tally.previous), "tally.previous is a list", tally.previous);
  for (const one of tally.previous) {
    count(one.ballots, "previous ballots");
    contenderTallies(one.tallies, "previous tallies");
    expect(one.definition !== tally.definition, "the present definition is not a previous one");
  }
  for (const one of tally.tallies) {
    expect(one.ship + one.skip <= tally.ballots && one.picks <= tally.ballots, "nobody is counted twice", one);
  }
}

function preferencesShape(tally) {
  const ids = tally.tallies.map((one) => one.contender);
  const wanted = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b]));
  expect(Array.isArray(tally.preferences), "tally.preferences is a list", tally.preferences);
  equal(tally.preferences.map((pair) => [pair.a, pair.b]), wanted, "every pair once, a before b");
  for (const pair of tally.preferences) {
    for (const name of ["both", "only_a", "only_b", "neither", "first_a", "first_b"]) count(pair[name], name);
    const judged = pair.both + pair.only_a + pair.only_b + pair.neither;
    expect(judged <= tally.ballots, "no pair has more readers than ballots", pair);
  }
}

export function feedShape(feed) {
  equal(feed.version, "https://jsonfeed.org/version/1.1", "version of JSON Feed");
  text(feed.title, "the feed's title");
  expect(Array.isArray(feed.items) && feed.items.length <= 200, "at most 200 items a page", feed.items?.length);
  for (const item of feed.items) {
    text(item.id, "an item's id");
    expect(typeof item.content_text === "string" && item.content_text !== "", "content_text is readable", item);
    tallyShape(item._faceoff?.tally);
    equal(item._faceoff.tally.comparison, item.id, "an item's tally is of its comparison");
  }
}

/** A refusal: the status, the media type and one of the codes. */
export function problemShape(answer, status, codes) {
  equal(answer.status, status, "status");
  equal(mediaType(answer), "application/problem+json", "media type of a problem");
  const problem = JSON.parse(answer.text);
  equal(problem.status, status, "the problem's status");
  for (const name of ["type", "title", "code", "detail"]) text(problem[name], `the problem's ${name}`);
  expect(codes.includes(problem.code), `the problem's code is one of ${codes}`, problem.code);
  equal(answer.headers["access-control-allow-origin"], "*", "a page may read why");
  return problem;
}
