// The corpus: each case is a document with one thing about it, and what the core says of it.
//
// accept(name, document, ...warnings) and refuse(name, document, ...errors); a finding is "rule pointer".
// `coreOnly(reason)` before a case: JSON Schema cannot say it, so ajv accepts the document.
// `repeated(...)` as the document: too long for a file; its few parts stand in expected.json.

export const cases = [];
let reason;

const bytesOf = (document) => {
  if (Buffer.isBuffer(document)) return document;
  return Buffer.from(typeof document === "string" ? document : JSON.stringify(document, null, 1) + "\n");
};
const repeated = (before, piece, count, after) => ({ made_of: { before, piece, count, after } });

const add = (folder, name, document, findings) => {
  const content = document.made_of ? document : { bytes: bytesOf(document) };
  cases.push({ path: `${folder}/${name}.json`, ...content, findings, ...(reason && { core_only: reason }) });
  reason = undefined;
};
const accept = (name, document, ...warnings) => add("valid", name, document, warnings);
const refuse = (name, document, ...errors) => add("invalid", name, document, errors);
const coreOnly = (why) => {
  reason = why;
};

const two = () => ({ id: "pens", contenders: [{ id: "inka", name: "Inka" }, { id: "quill", name: "Quill 3" }] });

// A copy of `document` with the value at each pointer replaced, or taken out where it is undefined.
const changed = (document, changes) => {
  const copy = structuredClone(document);
  for (const [pointer, value] of Object.entries(changes)) {
    const keys = pointer.slice(1).split("/").map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = keys.pop();
    let at = copy;
    for (const key of keys) at = at[key] ??= {};
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return copy;
};

const full = () => ({
  $schema: "https://face-off.dev/schema/faceoff-1.json",
  faceoff: 1,
  ...two(),
  aliases: ["pens-2024", "pens-2025"],
  url: "https://desk.example/pens",
  label: "Desk things",
  title: "Inka or Quill 3",
  question: "Which pen should be on your desk?",
  summary: "Two pens.\n\nOne refills from a bottle.",
  language: "en-GB",
  date_published: "2026-01-31",
  date_modified: "2026-02-28",
  publisher: { name: "The Desk", url: "/" },
  authors: [{ name: "Ada P." }],
  methodology_url: "/how",
  corrections_url: "/errors",
  discuss_url: "#talk",
  section: { name: "Writing", url: "/writing" },
  related: [{ title: "Inks", url: "inks.html" }],
  subscribe: { title: "Letters", text: "One a month.", note: "No tracking.", url: "/letters" },
  ship_from: 60,
  contenders: [
    {
      id: "inka",
      name: "Inka",
      former_names: ["Inka One"],
      same_as: "upc:000123",
      category: "Fountain pens",
      job: ["writing", "drawing"],
      tagline: "Refills from a bottle",
      description: "A piston pen.",
      url: "https://inka.example/",
      links: [{ label: "Shop", url: "https://shop.example/inka?x=1#y", kind: "affiliate" }],
      logo: "logos/inka.svg",
      price: {
        kind: "one_time",
        amount: "39.50",
        currency: "EUR",
        per: "pen",
        billing: "once",
        rates: [{ label: "Nib", amount: "9", per: "piece" }],
        label: "about forty",
        checked_on: "2026-01-30",
        source_url: "https://inka.example/price",
      },
      license: { spdx: "MIT", name: "none", url: "https://inka.example/law" },
      limits: ["region", { code: "quota", text: "Two a buyer", source_url: "https://inka.example/law" }],
      best_for: ["letters"],
      not_for: ["planes"],
      pros: ["cheap ink"],
      cons: ["leaks"],
      status: { value: "released", source_url: "https://inka.example/", checked_on: "2026-01-30", disputed: false },
      relationship: "gifted",
      disclosure: "The maker sent us one.",
    },
    { id: "quill", name: "Quill 3", price: { kind: "free" }, status: { value: "announced" } },
  ],
  reviewers: [
    { id: "ada", name: "Ada P.", kind: "human", viewpoint: "Writes daily", url: "/ada", record: { reviewed: 9, positive: 4 } },
    { id: "bot", name: "Bot", kind: "ai_persona" },
  ],
  reviews: [
    { reviewer: "ada", contender: "inka", verdict: "ship", score: 80, reason: "It writes.", quote: "It writes.", url: "/ada/inka", date: "2026-01-20" },
    { reviewer: "ada", contender: "quill", verdict: "skip" },
    { reviewer: "bot", contender: "inka", score: 61 },
    { reviewer: "bot", contender: "quill", verdict: "abstain" },
  ],
  criteria: [
    { id: "weight", name: "Weight", values: [{ contender: "inka", text: "20 g", source_url: "https://inka.example/", checked_on: "2026-01-30", disputed: true }] },
  ],
  comparable: { value: "partly", reason: "Other nibs" },
  our_pick: { contender: "inka", reason: "It is here.", choose_if: [{ contender: "quill", when: "you can wait" }], by: "Ada P.", date: "2026-01-31" },
  poll: { mode: "verdicts", votes: "/votes", local: false, opens: "2026-01-31", closes: "2026-03-01T12:00:00+01:00", reveal: "after_vote" },
  words: { ship: { label: "Buy", action: "Buy", share: "would buy" }, skip: { label: "Leave" }, mixed: { label: "So so" } },
  responses: [{ contender: "quill", by: "Quill Ltd.", date: "2026-02-01", text: "It comes in May.", url: "https://quill.example/" }],
  history: [{ date: "2026-02-28", text: "Price of Inka." }],
});

const one = (changes) => changed(two(), changes);
const of = (changes) => changed(full(), changes);
const long = (length) => "x".repeat(length);

// ---- Valid.
accept("two-names", two());
accept("everything", full());
accept("format-as-float", '{"faceoff":1.0,"id":"pens","contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}]}');
accept("score-as-exponent", '{"ship_from":5e1,"id":"pens","contenders":[{"id":"a","name":"A"},{"id":"b","name":"B"}]}');
accept("eight-contenders", one({ "/contenders": [..."abcdefgh"].map((id) => ({ id, name: id })) }));
accept("reviews-before-contenders", (({ contenders, ...rest }) => ({ ...rest, contenders }))(full()));
accept("id-of-200", one({ "/id": long(200) }));
accept("contender-id-of-64", one({ "/contenders/0/id": long(64) }));
accept("name-of-400", one({ "/contenders/0/name": long(400) }));
accept("blank-optional-text", one({ "/title": " ", "/url": "", "/language": "", "/contenders/0/price": { amount: "", currency: " " } }));
accept("extension-objects", one({ "/_shop": { "a.b": 1, _c: null }, "/contenders/0/_x": {} }));
accept("right-to-left-and-emoji", one({ "/contenders/0/name": "\u05e2\u05d8 \ud83d\udd8b\ufe0f", "/language": "he" }));
accept("bidi-controls", one({ "/contenders/0/name": "a\u202eb" }));
accept("tab-and-line-ends", one({ "/summary": "a\tb\r\nc\n\nd" }));
accept("loopback-url", one({ "/url": "http://localhost:8080/x" }));
accept("url-with-port-and-ipv6", one({ "/url": "https://[2001:db8::1]:443/x" }));
accept("url-beyond-ascii", one({ "/url": "https://b\u00fccher.example/\u00e4?\u00f6" }));
accept("url-upper-case-scheme", one({ "/url": "HTTPS://a.example" }));
accept("url-query-only", one({ "/url": "?a=b:c" }));
accept("url-with-colon-later", one({ "/url": "a/b:c" }));
accept("identity-url", of({ "/contenders/0/same_as": "https://inka.example/" }));
accept("leap-day", one({ "/date_published": "2024-02-29" }));
accept("poll-of-dates", one({ "/poll": { opens: "2026-01-31", closes: "2026-02-01" } }));
accept("poll-time-with-fraction", one({ "/poll": { opens: "2026-01-31t08:00:00.125z" } }));
accept("poll-local", one({ "/poll": { local: true } }));
accept("pick-none", one({ "/our_pick": { contender: "none" } }));
accept("price-without-kind", one({ "/contenders/0/price": { amount: "5" } }));
accept("price-unknown", one({ "/contenders/0/price": { kind: "unknown" } }));
accept("relationship-unknown", one({ "/contenders/0/relationship": "unknown" }));
accept("largest-count", of({ "/reviewers/0/record": { reviewed: 9007199254740991, positive: 9007199254740991 } }));
accept("empty-lists", of({ "/reviews": [], "/criteria": [], "/history": [], "/aliases": [] }));
accept("slash-in-extension-key", one({ "/_a~1b": {} }));
accept("same-name-twice", one({ "/contenders/1/name": "Inka" }));
accept("unknown-key", one({ "/lable": "x" }), "key.unknown /lable");
accept("unknown-key-within", one({ "/contenders/0/nmae": "x" }), "key.unknown /contenders/0/nmae");
accept("empty-key", one({ "/": 0 }), "key.unknown /");
accept("unknown-verdict", of({ "/reviews/0/verdict": "shipp" }), "code.unknown /reviews/0/verdict");
accept("unknown-as-verdict", of({ "/reviews/0/verdict": "unknown" }), "code.unknown /reviews/0/verdict");
accept("unknown-price-kind", one({ "/contenders/0/price": { kind: "gratis" } }), "code.unknown /contenders/0/price/kind");
accept("unknown-status", one({ "/contenders/0/status": { value: "soon" } }), "code.unknown /contenders/0/status/value");
accept("unknown-limit-code", one({ "/contenders/0/limits": ["noncommercial"] }), "code.unknown /contenders/0/limits/0");
accept("unknown-relationship", one({ "/contenders/0/relationship": "friend" }), "code.unknown /contenders/0/relationship");
accept("unknown-reviewer-kind", of({ "/reviewers/0/kind": "cat" }), "code.unknown /reviewers/0/kind");
accept("unknown-link-kind", of({ "/contenders/0/links/0/kind": "ad" }), "code.unknown /contenders/0/links/0/kind");
accept("unknown-comparable", one({ "/comparable": { value: "maybe" } }), "code.unknown /comparable/value");
accept("unknown-poll-mode", one({ "/poll": { mode: "rank" } }), "code.unknown /poll/mode");
accept("unknown-reveal", one({ "/poll": { reveal: "never" } }), "code.unknown /poll/reveal");
accept("plain-http", one({ "/url": "http://desk.example/" }), "url.insecure /url");
accept("score-without-ship-from", of({ "/ship_from": undefined }), "review.uncounted /reviews/2/score");
accept("markup-in-every-text", of({
  "/title": "</script><img onerror=alert(1)>", "/summary": "</script><img onerror=alert(1)>",
  "/contenders/0/name": "<b>&amp;\"'", "/reviews/0/quote": "</script><img onerror=alert(1)>",
}));

// ---- Not JSON.
refuse("empty", "", "json.empty ");
refuse("only-spaces", " \n", "json.empty ");
refuse("html-page", "<!DOCTYPE html>\n<title>404</title>\n", "json.html ");
refuse("byte-order-mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(two()))]), "json.byte-order-mark ");
refuse("nul-byte", Buffer.from('{"id":"a\0"}'), "json.nul ");
refuse("nul-behind", Buffer.from(JSON.stringify(two()) + "\0x"), "json.nul ");
refuse("cut-off", JSON.stringify(two()).slice(0, 50), "json.ends-early /contenders/0/name");
refuse("trailing-comma", '{"id":"a",}', "json.unexpected ");
refuse("single-quotes", "{'id':'a'}", "json.unexpected ");
refuse("comment", '{\n// two pens\n"id":"a"}', "json.unexpected ");
refuse("missing-comma", '{"id":"a" "contenders":[]}', "json.unexpected ");
refuse("something-behind", '{"id":"a"} {}', "json.trailing ");
refuse("raw-line-end", '{"id":"a\nb"}', "json.control-character /id");
refuse("bad-escape", '{"id":"\\x41"}', "json.escape /id");
refuse("leading-zero", '{"faceoff":01}', "json.number /faceoff");
refuse("not-a-number", '{"faceoff":NaN}', "json.unexpected /faceoff");
refuse("not-a-comparison", '{"title":"Inka"}', "feed.not-a-comparison ");
refuse("list-on-top", "[]", "feed.not-a-comparison ");
refuse("text-on-top", '"Inka"', "feed.not-a-comparison ");
coreOnly("ajv reads text that is already decoded, where bytes that are no UTF-8 have been replaced");
refuse("not-utf8", Buffer.from([...Buffer.from('{"id":"pens","title":"'), 0xe9, ...Buffer.from(`",${JSON.stringify(two()).slice(13)}`)]), "json.utf8 /title");
coreOnly("JSON.parse lets half a surrogate pair through");
refuse("lone-surrogate", JSON.stringify(two()).replace("Inka", "\\ud83d"), "json.surrogate /contenders/0/name");
coreOnly("JSON.parse keeps the last of two equal keys");
refuse("duplicate-key", JSON.stringify(two()).replace('"name":"Inka"', '"name":"Inka","name":"Inka"'), "json.duplicate-key /contenders/0/name");
coreOnly("JSON Schema does not limit depth");
refuse("depth-17", one({ "/_deep": JSON.parse('{"a":'.repeat(15) + "{}" + "}".repeat(15)) }), "json.depth /_deep" + "/a".repeat(15));
refuse("depth-200000", repeated("", "[", 200000, ""), "json.depth " + "/0".repeat(16));
coreOnly("JSON Schema does not count values");
const [beforeMany, afterMany] = JSON.stringify(one({ "/_many": { a: [] } })).split(/(?<="a":\[)/);
refuse("values-20001", repeated(`${beforeMany}0`, ",0", 19994, afterMany), "json.values /_many/a/19989");

// ---- Wrong kinds, missing keys.
refuse("no-id", one({ "/id": undefined }), "feed.missing ");
refuse("no-contenders", { faceoff: 1, id: "pens" }, "feed.missing ");
refuse("contender-without-name", one({ "/contenders/1/name": undefined }), "feed.missing /contenders/1");
refuse("contender-without-id", one({ "/contenders/0/id": undefined }), "feed.missing /contenders/0");
refuse("reviewer-without-name", one({ "/reviewers": [{ id: "ada" }] }), "feed.missing /reviewers/0");
refuse("review-without-reviewer", of({ "/reviews/0/reviewer": undefined }), "feed.missing /reviews/0");
refuse("criterion-without-id", of({ "/criteria/0/id": undefined }), "feed.missing /criteria/0");
refuse("limit-without-code", one({ "/contenders/0/limits": [{ text: "x" }] }), "feed.missing /contenders/0/limits/0");
refuse("pick-without-contender", one({ "/our_pick": { reason: "x" } }), "feed.missing /our_pick");
refuse("choose-if-without-when", of({ "/our_pick/choose_if/0/when": undefined }), "feed.missing /our_pick/choose_if/0");
refuse("response-without-contender", of({ "/responses/0/contender": undefined }), "feed.missing /responses/0");
refuse("blank-name", one({ "/contenders/0/name": " \t" }), "feed.blank /contenders/0/name");
refuse("blank-pro", one({ "/contenders/0/pros": ["a", ""] }), "feed.blank /contenders/0/pros/1");
refuse("null-title", one({ "/title": null }), "feed.kind /title");
refuse("number-as-id", one({ "/id": 5 }), "feed.kind /id");
refuse("text-as-contenders", one({ "/contenders": "a, b" }), "feed.kind /contenders");
refuse("text-as-contender", one({ "/contenders/0": "Inka" }), "feed.kind /contenders/0");
refuse("list-as-price", one({ "/contenders/0/price": [] }), "feed.kind /contenders/0/price");
refuse("number-as-amount", one({ "/contenders/0/price": { amount: 19.9 } }), "feed.kind /contenders/0/price/amount");
refuse("text-as-score", of({ "/reviews/0/score": "80" }), "feed.kind /reviews/0/score");
refuse("text-as-flag", one({ "/poll": { local: "yes" } }), "feed.kind /poll/local");
refuse("number-as-limit", one({ "/contenders/0/limits": [1] }), "feed.kind /contenders/0/limits/0");
refuse("text-as-job", one({ "/contenders/0/job": "writing" }), "feed.kind /contenders/0/job");
refuse("number-as-verdict", of({ "/reviews/0/verdict": 1 }), "feed.kind /reviews/0/verdict");
refuse("text-as-format", one({ "/faceoff": "1" }), "feed.kind /faceoff");
refuse("format-0", one({ "/faceoff": 0 }), "number.range /faceoff");
refuse("format-2", one({ "/faceoff": 2 }), "format.newer /faceoff");

// ---- Numbers.
refuse("score-101", of({ "/reviews/0/score": 101 }), "number.range /reviews/0/score");
refuse("score-fraction", of({ "/reviews/0/score": 79.5 }), "number.range /reviews/0/score");
refuse("score-negative", of({ "/reviews/0/score": -1 }), "number.range /reviews/0/score");
refuse("ship-from-101", one({ "/ship_from": 101 }), "number.range /ship_from");
refuse("count-two-to-the-53", of({ "/reviewers/0/record": { reviewed: 9007199254740992 } }), "number.range /reviewers/0/record/reviewed");
refuse("count-two-to-the-64", JSON.stringify(full()).replace('"reviewed":9', '"reviewed":18446744073709551615'), "number.range /reviewers/0/record/reviewed");
coreOnly("JSON.parse rounds to the nearest double, here a whole number");
refuse("count-nearly-whole", JSON.stringify(full()).replace('"reviewed":9', '"reviewed":9.00000000000000000001'), "number.range /reviewers/0/record/reviewed");
coreOnly("JSON Schema compares no two values");
refuse("more-positive-than-reviewed", of({ "/reviewers/0/record/positive": 10 }), "record.impossible /reviewers/0/record/positive");

// ---- Ids and references.
refuse("id-upper-case", one({ "/id": "Pens" }), "id.format /id");
refuse("id-hyphen-first", one({ "/id": "-pens" }), "id.format /id");
refuse("id-with-line-end", one({ "/id": "pens\n" }), "id.format /id");
refuse("id-of-201", one({ "/id": long(201) }), "id.format /id");
refuse("id-blank", one({ "/id": "" }), "feed.blank /id");
refuse("contender-id-of-65", one({ "/contenders/0/id": long(65) }), "id.format /contenders/0/id");
refuse("contender-called-none", one({ "/contenders/0/id": "none" }), "id.reserved /contenders/0/id");
refuse("alias-underscore", one({ "/aliases": ["old_pens"] }), "id.format /aliases/0");
refuse("alias-twice", one({ "/aliases": ["old", "older", "old"] }), "id.twice /aliases/2");
coreOnly("JSON Schema compares no two values");
refuse("alias-own-id", one({ "/aliases": ["pens"] }), "id.twice /aliases/0");
coreOnly("JSON Schema has no unique keys");
refuse("contender-id-twice", one({ "/contenders/1/id": "inka" }), "id.twice /contenders/1/id");
coreOnly("JSON Schema has no unique keys");
refuse("reviewer-id-twice", of({ "/reviewers/1/id": "ada", "/reviews": [] }), "id.twice /reviewers/1/id");
coreOnly("JSON Schema has no unique keys");
refuse("criterion-id-twice", one({ "/criteria": [{ id: "a", name: "A" }, { id: "a", name: "B" }] }), "id.twice /criteria/1/id");
coreOnly("JSON Schema has no references between values");
refuse("review-of-unknown-contender", of({ "/reviews/0/contender": "inca" }), "reference.unknown /reviews/0/contender");
coreOnly("JSON Schema has no references between values");
refuse("review-by-unknown-reviewer", of({ "/reviews/0/reviewer": "adam" }), "reference.unknown /reviews/0/reviewer");
coreOnly("JSON Schema has no references between values");
refuse("pick-of-unknown-contender", one({ "/our_pick": { contender: "biro" } }), "reference.unknown /our_pick/contender");
coreOnly("JSON Schema has no references between values");
refuse("fact-about-unknown-contender", of({ "/criteria/0/values/0/contender": "biro" }), "reference.unknown /criteria/0/values/0/contender");
coreOnly("JSON Schema has no references between values");
refuse("response-about-unknown-contender", of({ "/responses/0/contender": "biro" }), "reference.unknown /responses/0/contender");
coreOnly("JSON Schema has no unique keys");
refuse("two-reviews-by-one-reviewer", of({ "/reviews/2": { reviewer: "ada", contender: "inka", verdict: "skip" } }), "review.twice /reviews/2");
coreOnly("JSON Schema has no unique keys");
refuse("two-facts-about-one-contender", of({ "/criteria/0/values/1": { contender: "inka", text: "21 g" } }), "value.twice /criteria/0/values/1");
refuse("review-without-verdict-and-score", of({ "/reviews/1": { reviewer: "ada", contender: "quill", quote: "Hm." } }), "review.empty /reviews/1");

// ---- Lists and texts beyond their limits.
refuse("one-contender", one({ "/contenders/1": undefined, "/contenders": [{ id: "a", name: "A" }] }), "list.too-short /contenders");
refuse("nine-contenders", one({ "/contenders": [..."abcdefghi"].map((id) => ({ id, name: id })) }), "list.too-long /contenders");
refuse("65-reviewers", one({ "/reviewers": Array.from({ length: 65 }, (_, i) => ({ id: `r${i}`, name: "R" })) }), "list.too-long /reviewers");
refuse("17-aliases", one({ "/aliases": Array.from({ length: 17 }, (_, i) => `a${i}`) }), "list.too-long /aliases");
refuse("65-pros", one({ "/contenders/0/pros": Array.from({ length: 65 }, (_, i) => `p${i}`) }), "list.too-long /contenders/0/pros");
refuse("nine-facts", of({ "/criteria/0/values": Array(9).fill({ contender: "inka" }) }), "list.too-long /criteria/0/values");
refuse("name-of-401", one({ "/contenders/0/name": long(401) }), "text.too-long /contenders/0/name");
coreOnly("JSON Schema counts characters, the core bytes");
refuse("name-of-201-two-byte-letters", one({ "/contenders/0/name": "\u00e9".repeat(201) }), "text.too-long /contenders/0/name");
refuse("reason-of-2001", of({ "/reviews/0/reason": long(2001) }), "text.too-long /reviews/0/reason");
refuse("quote-of-20001", of({ "/reviews/0/quote": long(20001) }), "text.too-long /reviews/0/quote");
refuse("url-of-2049", one({ "/url": long(2049) }), "text.too-long /url");
refuse("button-of-65", of({ "/words/ship/action": long(65) }), "text.too-long /words/ship/action");
refuse("escape-character", one({ "/title": "a\u001b[2Jb" }), "text.control-character /title");
refuse("c1-control", one({ "/title": "a\u009b2Jb" }), "text.control-character /title");
refuse("escaped-nul", JSON.stringify(one({ "/title": "a\0" })), "json.nul /title");

// ---- Formats.
for (const [name, url] of Object.entries({
  javascript: "javascript:alert(1)",
  "javascript-mixed-case": "JaVaScript:alert(1)",
  data: "data:text/html,x",
  mailto: "mailto:a@b.example",
  "scheme-relative": "//evil.example/",
  backslash: "/\\evil.example",
  "user-info": "https://a:b@evil.example/",
  "no-host": "https:///evil.example",
  "no-slashes": "https:evil.example",
  space: "https://a.example/a b",
  "leading-space": " https://a.example/",
  markup: "</script><img onerror=x>",
  "long-port": "https://a.example:123456/",
  "colon-first": ":8080/x",
  "percent-in-host": "https://a%2eexample/",
})) {
  refuse(`url-${name}`, one({ "/contenders/0/url": url }), "url.refused /contenders/0/url");
}
refuse("url-scheme-with-tab", one({ "/contenders/0/url": "java\tscript:alert(1)" }), "url.refused /contenders/0/url");
refuse("date-not-existing", one({ "/date_published": "2023-02-29" }), "date.invalid /date_published");
refuse("date-other-order", one({ "/date_published": "31.01.2026" }), "date.invalid /date_published");
refuse("date-year-0", one({ "/date_published": "0000-01-01" }), "date.invalid /date_published");
refuse("date-blank", one({ "/date_published": "" }), "date.invalid /date_published");
refuse("date-with-time", one({ "/date_published": "2026-01-31T08:00:00Z" }), "date.invalid /date_published");
refuse("time-without-zone", one({ "/poll": { opens: "2026-01-31T08:00:00" } }), "date.invalid /poll/opens");
refuse("time-24-hours", one({ "/poll": { opens: "2026-01-31T24:00:00Z" } }), "date.invalid /poll/opens");
refuse("time-with-space", one({ "/poll": { opens: "2026-01-31 08:00:00Z" } }), "date.invalid /poll/opens");
coreOnly("JSON Schema compares no two values");
refuse("poll-closes-first", one({ "/poll": { opens: "2026-02-01", closes: "2026-01-31" } }), "poll.times /poll/closes");
refuse("amount-with-currency", one({ "/contenders/0/price": { amount: "19 EUR" } }), "amount.format /contenders/0/price/amount");
refuse("amount-with-comma", one({ "/contenders/0/price": { amount: "19,90" } }), "amount.format /contenders/0/price/amount");
refuse("amount-negative", one({ "/contenders/0/price": { amount: "-1" } }), "amount.format /contenders/0/price/amount");
refuse("currency-sign", one({ "/contenders/0/price": { currency: "\u20ac" } }), "currency.format /contenders/0/price/currency");
refuse("language-name", one({ "/language": "British English" }), "language.format /language");
refuse("language-underscore", one({ "/language": "en_GB" }), "language.format /language");
refuse("identity-bare-name", one({ "/contenders/0/same_as": "esbuild" }), "identity.format /contenders/0/same_as");
refuse("identity-with-space", one({ "/contenders/0/same_as": "npm: esbuild" }), "identity.format /contenders/0/same_as");
refuse("key-with-full-stop", one({ "/a.b": 1 }), "key.shape /a.b");
refuse("extension-of-text", one({ "/_note": "x" }), "key.extension /_note");
refuse("extension-without-name", one({ "/_": {} }), "key.extension /_");
refuse("extension-within", one({ "/contenders/0/_x": 1 }), "key.extension /contenders/0/_x");
refuse("many-things", one({ "/id": "P", "/contenders/0/name": 1, "/contenders/1/url": "//x" }), "id.format /id", "feed.kind /contenders/0/name", "url.refused /contenders/1/url");
