// Rules of counting: which ballot counts, what an answer says, that order and repetition do not matter. Every
// voter is made up for its rule and withdraws in the end; first preferences stay, as the protocol wants.
import { equal, expect, skip } from "./expect.mjs";
import { tallyShape } from "./shape.mjs";
import { calls, contentHash, newBallot, newKey } from "./feed.mjs";

const verdictsPoll = (feed) => feed.byMode.verdicts ?? skip("no open poll of mode verdicts");
const pickPoll = (feed) => feed.byMode.pick ?? skip("no open poll of mode pick");

async function cast(feed, id, ballot) {
  const answer = await feed.post(id, ballot);
  equal(answer.status, 200, `status of a ballot (${answer.text.slice(0, 200)})`);
  const told = JSON.parse(answer.text);
  tallyShape(told.tally);
  equal(told.ballot.rev, ballot.rev, "the answer's rev");
  return { tally: told.tally, state: told.ballot.state };
}

const withdraw = (feed, id, ballot) => cast(feed, id, { ...ballot, rev: 1000, calls: [], pick: null });
const of = (tally, contender) => tally.tallies.find((one) => one.contender === contender);
const firstPair = (tally) => tally.preferences[0];

export const voting = {
  "a ballot is counted once, and the answer shows it": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    const before = await feed.tally(id);
    const { a, b } = firstPair(before);
    const ballot = { ...newBallot(before), calls: calls([a, "ship"], [b, "skip"]) };
    const told = await cast(feed, id, ballot);
    equal(told.state, "counted", "state");
    equal(told.tally.ballots, before.ballots + 1, "ballots");
    expect(told.tally.revision > before.revision, "the revision grows", told.tally.revision);
    equal(of(told.tally, a).ship, of(before, a).ship + 1, "ship of the first");
    equal(of(told.tally, b).skip, of(before, b).skip + 1, "skip of the second");
    equal(firstPair(told.tally).only_a, firstPair(before).only_a + 1, "only_a");
    equal(firstPair(told.tally).first_a, firstPair(before).first_a + 1, "first_a");
    equal(await feed.tally(id), told.tally, "what GET says afterwards");
    await withdraw(feed, id, ballot);
  },
  "the same ballot again changes nothing": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    const before = await feed.tally(id);
    const ballot = { ...newBallot(before), calls: calls([firstPair(before).a, "ship"]) };
    const first = await cast(feed, id, ballot);
    const again = await cast(feed, id, ballot);
    equal(again.state, "counted", "state");
    equal(again.tally, first.tally, "tally");
    await withdraw(feed, id, ballot);
  },
  "a greater rev replaces, a lesser one is superseded": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    const before = await feed.tally(id);
    const { a } = firstPair(before);
    const ballot = newBallot(before);
    await cast(feed, id, { ...ballot, rev: 5, calls: calls([a, "ship"]) });
    const changed = await cast(feed, id, { ...ballot, rev: 7, calls: calls([a, "skip"]) });
    equal(changed.state, "counted", "state of the greater");
    equal(changed.tally.ballots, before.ballots + 1, "one voter, one ballot");
    equal(of(changed.tally, a).skip, of(before, a).skip + 1, "skip");
    equal(of(changed.tally, a).ship, of(before, a).ship, "ship");
    const late = await cast(feed, id, { ...ballot, rev: 6, calls: calls([a, "ship"]) });
    equal(late.state, "superseded", "state of the lesser");
    equal(of(late.tally, a).skip, of(before, a).skip + 1, "skip after the lesser");
    await withdraw(feed, id, ballot);
  },
  "of one rev the greater content hash counts, whichever comes first": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    const before = await feed.tally(id);
    const { a } = firstPair(before);
    const one = { ...newBallot(before), rev: 2, calls: calls([a, "ship"]) };
    const two = { ...one, calls: calls([a, "skip"]) };
    const greater = contentHash(one) > contentHash(two) ? one : two;
    for (const order of [[one, two], [two, one]]) {
      const key = newKey();
      await cast(feed, id, { ...order[0], key });
      const last = await cast(feed, id, { ...order[1], key });
      equal(last.state, order[1] === greater ? "counted" : "superseded", "state of the second");
      const call = greater.calls[0].call;
      equal(of(last.tally, a)[call], of(before, a)[call] + 1, `${call} after both`);
      await withdraw(feed, id, { ...one, key });
    }
  },
  "a withdrawn ballot is no ballot, but its first preference stays": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    const before = await feed.tally(id);
    const { a, b } = firstPair(before);
    const ballot = { ...newBallot(before), calls: calls([a, "skip"], [b, "ship"]) };
    await cast(feed, id, ballot);
    const after = await withdraw(feed, id, ballot);
    equal(after.state, "withdrawn", "state");
    equal(after.tally.ballots, before.ballots, "ballots");
    equal(after.tally.tallies, before.tallies, "tallies");
    equal(firstPair(after.tally).only_b, firstPair(before).only_b, "only_b");
    equal(firstPair(after.tally).first_b, firstPair(before).first_b + 1, "first_b");
  },
  "the first preference is of the least ballot, in whatever order they come": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    const before = await feed.tally(id);
    const { a, b } = firstPair(before);
    const ballot = newBallot(before);
    await cast(feed, id, { ...ballot, rev: 4, calls: calls([a, "skip"], [b, "ship"]) });
    const late = await cast(feed, id, { ...ballot, rev: 3, calls: calls([a, "ship"], [b, "skip"]) });
    equal(late.state, "superseded", "state");
    equal(firstPair(late.tally).first_a, firstPair(before).first_a + 1, "first_a");
    equal(firstPair(late.tally).first_b, firstPair(before).first_b, "first_b");
    equal(firstPair(late.tally).only_b, firstPair(before).only_b + 1, "only_b");
    await withdraw(feed, id, ballot);
  },
  "a pick is counted, changed and taken back": async (feed) => {
    const id = pickPoll(feed).comparison;
    const before = await feed.tally(id);
    const { a, b } = firstPair(before);
    const ballot = newBallot(before);
    const picked = await cast(feed, id, { ...ballot, pick: a });
    equal(picked.state, "counted", "state");
    equal(of(picked.tally, a).picks, of(before, a).picks + 1, "picks");
    equal(firstPair(picked.tally).only_a, firstPair(before).only_a + 1, "only_a");
    const other = await cast(feed, id, { ...ballot, rev: 2, pick: b });
    equal(of(other.tally, a).picks, of(before, a).picks, "picks of the former");
    equal(of(other.tally, b).picks, of(before, b).picks + 1, "picks of the latter");
    const after = await withdraw(feed, id, ballot);
    equal(after.state, "withdrawn", "state");
    equal(after.tally.tallies, before.tallies, "tallies");
  },
  "unknown members of a ballot are ignored": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    const ballot = { ...newBallot(verdictsPoll(feed)), later: { version: [1, null] } };
    ballot.calls = calls([firstPair(verdictsPoll(feed)).a, "ship"]);
    equal((await cast(feed, id, ballot)).state, "counted", "state");
    await withdraw(feed, id, ballot);
  },
  "sixty-four voters at once are all counted": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    const before = await feed.tally(id);
    const { a } = firstPair(before);
    const ballots = Array.from({ length: 64 }, () => ({ ...newBallot(before), calls: calls([a, "ship"]) }));
    const told = await Promise.all(ballots.map((ballot) => cast(feed, id, ballot)));
    expect(told.every((one) => one.state === "counted"), "all counted");
    const after = await feed.tally(id);
    equal(after.ballots, before.ballots + 64, "ballots");
    equal(of(after, a).ship, of(before, a).ship + 64, "ship");
    await Promise.all(ballots.map((ballot) => withdraw(feed, id, ballot)));
    equal((await feed.tally(id)).tallies, before.tallies, "tallies after all withdrew");
  },
  "the epoch stays and the revision never falls": async (feed) => {
    const id = verdictsPoll(feed).comparison;
    let last = await feed.tally(id);
    const ballot = newBallot(last);
    for (const rev of [1, 2, 2, 1, 3]) {
      const { tally } = await cast(feed, id, { ...ballot, rev, calls: calls([firstPair(last).a, "ship"]) });
      equal(tally.epoch, last.epoch, "epoch");
      expect(tally.revision >= last.revision, "revision", tally.revision);
      last = tally;
    }
    await withdraw(feed, id, ballot);
  },
};
