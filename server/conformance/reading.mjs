// Rules of reading: the feed, a tally, validators, encodings, other origins.
import { equal, expect, skip } from "./expect.mjs";
import { decoded, exchange, mediaType } from "./exchange.mjs";
import { feedShape, problemShape, tallyShape } from "./shape.mjs";

const somePoll = (feed) => {
  const id = [...feed.polls.keys()][0];
  return id === undefined ? skip("the feed has no poll") : feed.pollUrl(id);
};

export const reading = {
  "the feed is JSON Feed 1.1 with a readable line and a tally per poll": async (feed) => {
    const seen = new Set();
    for (const { answer, page } of await feed.pages()) {
      const type = mediaType(answer);
      expect(["application/feed+json", "application/json"].includes(type), "media type", type);
      feedShape(page);
      for (const item of page.items) seen.add(item.id);
    }
    equal(seen.size, feed.polls.size, "every poll once");
  },
  "a poll's tally stands at its id, as in the feed": async (feed) => {
    const url = somePoll(feed);
    const answer = await exchange(url);
    equal(answer.status, 200, "status");
    equal(mediaType(answer), "application/json", "media type");
    const tally = JSON.parse(answer.text);
    tallyShape(tally);
    equal(feed.pollUrl(tally.comparison), url, "the tally is of the poll asked for");
  },
  "HEAD gives the headers of GET and no body": async (feed) => {
    for (const url of [feed.votes, somePoll(feed)]) {
      const get = await exchange(url);
      const head = await exchange(url, { method: "HEAD" });
      equal(head.status, 200, "status");
      equal(head.body.length, 0, "bytes in the body");
      for (const name of ["etag", "content-type", "content-length", "vary"]) {
        equal(head.headers[name], get.headers[name], `${name} of HEAD`);
      }
    }
  },
  "a strong ETag answers 304 while nothing changed": async (feed) => {
    for (const url of [feed.votes, somePoll(feed)]) {
      const { headers } = await exchange(url);
      const etag = headers.etag;
      expect(/^"[!#-~]+"$/.test(etag ?? ""), "a strong entity tag", etag);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `"a,b" , W/${etag}`, "*"]) {
        const again = await exchange(url, { headers: { "If-None-Match": known } });
        equal(again.status, 304, `status for If-None-Match: ${known}`);
        equal(again.body.length, 0, "bytes in the body");
        equal(again.headers.etag, etag, "the 304's ETag");
      }
      const other = await exchange(url, { headers: { "If-None-Match": '"other"' } });
      equal(other.status, 200, "status for another tag");
    }
  },
  "encodings are offered, negotiated by quality and told apart by ETag": async (feed) => {
    const url = feed.votes;
    const plain = await exchange(url);
    equal(plain.headers["content-encoding"], undefined, "encoding nobody asked for");
    expect(/\baccept-encoding\b/i.test(plain.headers.vary ?? ""), "Vary: Accept-Encoding", plain.headers.vary);
    const tags = new Set([plain.headers.etag]);
    for (const [asked, got] of [["gzip", "gzip"], ["br", "br"]]) {
      const answer = await exchange(url, { headers: { "Accept-Encoding": asked } });
      if (plain.body.length > 1000) equal(answer.headers["content-encoding"], got, `encoding for ${asked}`);
      equal(decoded(answer), plain.text, `the feed through ${asked}`);
      if (answer.headers["content-encoding"]) tags.add(answer.headers.etag);
    }
    if (plain.body.length > 1000) equal(tags.size, 3, "entity tags of three encodings");
    for (const asked of ["gzip;q=0, br;q=0", "identity", "", "deflate", "gzip;q=0, *;q=0"]) {
      const answer = await exchange(url, { headers: { "Accept-Encoding": asked } });
      equal(answer.headers["content-encoding"], undefined, `encoding for "${asked}"`);
    }
  },
  "an unknown poll is 404 with a problem": async (feed) => {
    problemShape(await exchange(feed.pollUrl("no-such-poll-by-any-chance")), 404, ["unknown_poll"]);
  },
  "what is no id is 404 and reaches no file": async (feed) => {
    for (const id of ["..", "../../etc/passwd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "a%00b", "A", ".", "-", "a/b"]) {
      const url = new URL(feed.votes);
      const got = await raw(url, `${url.pathname}/${id}`);
      expect(got.status === 404 || got.status === 400, `status for ${id}`, got.status);
      expect(!got.text.includes("root:"), `no file for ${id}`);
    }
  },
  "any origin may read, without credentials": async (feed) => {
    const answer = await exchange(somePoll(feed), { headers: { Origin: "https://reader.example" } });
    equal(answer.headers["access-control-allow-origin"], "*", "Access-Control-Allow-Origin");
    equal(answer.headers["access-control-allow-credentials"], undefined, "Access-Control-Allow-Credentials");
    equal(answer.headers["set-cookie"], undefined, "cookies");
    const exposed = (answer.headers["access-control-expose-headers"] ?? "").toLowerCase();
    expect(exposed.includes("retry-after"), "Retry-After is exposed", exposed);
  },
  "a preflight lets any origin post JSON": async (feed) => {
    const answer = await exchange(somePoll(feed), {
      method: "OPTIONS",
      headers: {
        Origin: "https://reader.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      },
    });
    expect(answer.status === 204 || answer.status === 200, "status", answer.status);
    equal(answer.headers["access-control-allow-origin"], "*", "Access-Control-Allow-Origin");
    equal(answer.headers["access-control-allow-credentials"], undefined, "Access-Control-Allow-Credentials");
    expect(/\bPOST\b/.test(answer.headers["access-control-allow-methods"] ?? ""), "POST is allowed");
    const names = (answer.headers["access-control-allow-headers"] ?? "").toLowerCase();
    expect(names.includes("content-type"), "Content-Type is allowed", names);
  },
  "another method is 405 and says which there are": async (feed) => {
    for (const url of [feed.votes, somePoll(feed)]) {
      const answer = await exchange(url, { method: "DELETE" });
      problemShape(answer, 405, ["method_not_allowed"]);
      expect(/\bGET\b/.test(answer.headers.allow ?? ""), "Allow", answer.headers.allow);
    }
  },
};

// URL would tidy the path up; this sends it as it is.
async function raw(url, path) {
  const http = await import(url.protocol === "https:" ? "node:https" : "node:http");
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname: url.hostname, port: url.port, path, agent: false }, (response) => {
      let text = "";
      response.on("data", (part) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    request.on("error", reject);
    request.end();
  });
}
