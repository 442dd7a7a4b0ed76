// Rules of refusing: the status, the code, and that nothing was changed.
import { equal, expect, skip } from "./expect.mjs";
import { exchange } from "./exchange.mjs";
import { problemShape } from "./shape.mjs";
import { calls, newBallot } from "./feed.mjs";

const somePoll = (feed) => feed.byMode.verdicts ?? feed.byMode.pick ?? skip("no open poll");

async function refused(feed, body, status, codes, headers) {
  const id = somePoll(feed).comparison;
  const before = await feed.tally(id);
  const problem = problemShape(await feed.post(id, body, headers), status, codes);
  equal(await feed.tally(id), before, "the tally after a refusal");
  return problem;
}

const malformed = (feed, body) => refused(feed, body, 400, ["malformed"]);

export const refusing = {
  "what is no JSON is 400": async (feed) => {
    const good = JSON.stringify(newBallot(somePoll(feed)));
    for (const body of ["", "not json", "[1", "null", "[]", "\u0000", `${good}x`, `\ufeff${good}`, "<html></html>"]) {
      await malformed(feed, body);
    }
    await malformed(feed, Buffer.from([...Buffer.from(good.slice(0, -1)), 0x2c, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]));
    await malformed(feed, good.replace('"rev":1', '"rev":1,"rev":2'));
    await malformed(feed, good.replace("{", '{"x":"\\ud800",'));
    await malformed(feed, `${"[".repeat(1000)}${"]".repeat(1000)}`);
  },
  "a field that is missing or of another kind is 400": async (feed) => {
    const good = newBallot(somePoll(feed));
    for (const name of ["faceoff", "key", "rev", "definition"]) {
      const { [name]: gone, ...rest } = good;
      await malformed(feed, rest);
      await malformed(feed, { ...good, [name]: [gone] });
    }
    for (const rev of [0, -1, 1.5, 2 ** 53, "1", null]) await malformed(feed, { ...good, rev });
    for (const key of ["", "A".repeat(42), "A".repeat(44), `${"A".repeat(42)}B`, `${"A".repeat(42)}+`]) {
      await malformed(feed, { ...good, key });
    }
    for (const definition of ["", "g".repeat(64), good.definition.toUpperCase().replace(/^\d*$/, "A")]) {
      await malformed(feed, { ...good, definition: definition === good.definition ? "" : definition });
    }
    for (const wrong of [{}, "ship", [1], [{ contender: "a" }], [{ contender: "a", call: "maybe" }]]) {
      await malformed(feed, { ...good, calls: wrong });
    }
  },
  "one contender called twice is 400": async (feed) => {
    const poll = feed.byMode.verdicts ?? skip("no open poll of mode verdicts");
    const { contender } = poll.tallies[0];
    await malformed(feed, { ...newBallot(poll), calls: calls([contender, "ship"], [contender, "skip"]) });
  },
  "a later format is 400 and says so": async (feed) => {
    await refused(feed, { ...newBallot(somePoll(feed)), faceoff: 2 }, 400, ["unsupported_format"]);
  },
  "a ballot for another definition is 412": async (feed) => {
    await refused(feed, { ...newBallot(somePoll(feed)), definition: "0".repeat(64) }, 412, ["other_definition"]);
  },
  "more than 2 KiB is 413": async (feed) => {
    const large = { ...newBallot(somePoll(feed)), padding: "x".repeat(3000) };
    await refused(feed, large, 413, ["too_large"]);
    await refused(feed, { ...large, padding: "x".repeat(100_000) }, 413, ["too_large"]);
  },
  "2 KiB are not too much": async (feed) => {
    const ballot = { ...newBallot(somePoll(feed)), definition: "0".repeat(64), padding: "" };
    ballot.padding = "x".repeat(2048 - JSON.stringify(ballot).length);
    await refused(feed, ballot, 412, ["other_definition"]);
  },
  "another media type is 415, so that no page can post without a preflight": async (feed) => {
    const body = newBallot(somePoll(feed));
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json", ""]) {
      await refused(feed, body, 415, ["unsupported_media"], { "Content-Type": type });
    }
    await refused(feed, body, 415, ["unsupported_media"], { "Content-Encoding": "gzip" });
    const { comparison } = somePoll(feed);
    const parameter = { "Content-Type": "Application/JSON; charset=utf-8" };
    equal((await feed.post(comparison, { ...body, calls: [] }, parameter)).status, 200, "with a parameter");
  },
  "an unknown contender is 422 and pointed at": async (feed) => {
    const poll = feed.byMode.verdicts ?? skip("no open poll of mode verdicts");
    const ballot = { ...newBallot(poll), calls: calls([poll.tallies[0].contender, "ship"], ["~nobody", "ship"]) };
    const problem = await refused(feed, ballot, 422, ["unknown_contender"]);
    equal(problem.pointer, "/calls/1/contender", "pointer");
  },
  "a pick where calls are asked, or calls where a pick is, is 422": async (feed) => {
    const poll = somePoll(feed);
    const { contender } = poll.tallies[0];
    const wrong = feed.byMode.verdicts ? { pick: contender } : { calls: calls([contender, "ship"]) };
    await refused(feed, { ...newBallot(poll), ...wrong }, 422, ["wrong_mode"]);
  },
  "a ballot for an unknown poll is 404": async (feed) => {
    const answer = await exchange(feed.pollUrl("no-such-poll-by-any-chance"), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(newBallot(somePoll(feed))),
    });
    problemShape(answer, 404, ["unknown_poll"]);
  },
  "a closed poll is 410": async (feed) => {
    const poll = feed.closed ?? skip("no closed poll");
    problemShape(await feed.post(poll.comparison, newBallot(poll)), 410, ["closed"]);
    equal((await feed.tally(poll.comparison)).state, "closed", "its tally can still be read");
  },
  "a poll that has not begun is 409": async (feed) => {
    const poll = feed.notOpen ?? skip("no poll that has not begun");
    problemShape(await feed.post(poll.comparison, newBallot(poll)), 409, ["not_open"]);
  },
  "no refusal repeats the key": async (feed) => {
    const ballot = { ...newBallot(somePoll(feed)), definition: "0".repeat(64) };
    const answer = await feed.post(somePoll(feed).comparison, ballot);
    expect(!answer.text.includes(ballot.key), "the key stays out of the answer", answer.text);
  },
};
