// A votes feed as the rules use it: where its polls are, a voter nobody else is, and a ballot's order.
import { createHash, randomBytes } from "node:crypto";
import { equal } from "./expect.mjs";
import { decoded, exchange } from "./exchange.mjs";
import { tallyShape } from "./shape.mjs";

export class Feed {
  /** @param {string} votes the votes URL */
  constructor(votes) {
    this.votes = votes.replace(/\/$/, "");
  }

  pollUrl(id) {
    return `${this.votes}/${id}`;
  }

  /** Every page of the feed. */
  async pages() {
    const pages = [];
    let url = this.votes;
    while (url) {
      const answer = await exchange(url);
      equal(answer.status, 200, `GET ${url}`);
      const page = JSON.parse(decoded(answer));
      pages.push({ url, answer, page });
      url = page.next_url === undefined ? "" : new URL(page.next_url, this.votes).href;
      if (pages.some((one) => one.url === url)) throw new Error("next_url leads in a circle");
    }
    return pages;
  }

  /** Learns which polls there are. */
  async discover() {
    const tallies = (await this.pages()).flatMap((one) => one.page.items.map((item) => item._faceoff.tally));
    this.polls = new Map(tallies.map((tally) => [tally.comparison, tally]));
    const open = tallies.filter((tally) => tally.state === "open" && tally.ballots_url !== null);
    this.closed = tallies.find((tally) => tally.state === "closed");
    this.notOpen = tallies.find((tally) => tally.state === "not_open");
    this.byMode = { verdicts: undefined, pick: undefined };
    for (const tally of open) {
      const mode = await this.modeOf(tally);
      this.byMode[mode] ??= tally;
      if (this.byMode.verdicts && this.byMode.pick) break;
    }
  }

  /** The tally does not tell the mode; an empty ballot with a pick of nobody does, and changes nothing. */
  async modeOf(tally) {
    const probe = { ...newBallot(tally), calls: [{ contender: tally.tallies[0].contender, call: "ship" }] };
    probe.pick = tally.tallies[0].contender;
    const answer = await this.post(tally.comparison, probe);
    const pointer = answer.status === 422 ? JSON.parse(answer.text).pointer : "";
    return pointer === "/calls" ? "pick" : "verdicts";
  }

  async tally(id) {
    const answer = await exchange(this.pollUrl(id));
    equal(answer.status, 200, `GET of poll ${id}`);
    const tally = JSON.parse(answer.text);
    tallyShape(tally);
    return tally;
  }

  /** Sends to the address the tally names. */
  post(id, body, headers = {}) {
    const to = this.polls?.get(id)?.ballots_url;
    return exchange(to ? new URL(to, this.votes).href : this.pollUrl(id), {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
  }
}

export function newKey() {
  return randomBytes(32).toString("base64url");
}

/** The first ballot of a voter nobody else is, with nothing in it yet. */
export function newBallot(tally) {
  return { faceoff: 1, key: newKey(), rev: 1, definition: tally.definition, calls: [] };
}

/** [["a", "ship"], ...] as calls. */
export function calls(...pairs) {
  return pairs.map(([contender, call]) => ({ contender, call }));
}

/** SHA-256 of a ballot's canonical content: what orders two ballots of one rev. */
export function contentHash(ballot) {
  const hash = createHash("sha256");
  const field = (text) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(Buffer.byteLength(text)));
    hash.update(length).update(text);
  };
  field("faceoff-ballot-1");
  field(ballot.definition);
  const sorted = [...ballot.calls].sort((x, y) => (x.contender < y.contender ? -1 : 1));
  for (const { contender, call } of sorted) {
    field(contender);
    field(call);
  }
  field(ballot.pick ?? "");
  return hash.digest("hex");
}
