// Writes valid/, invalid/ and expected.json from cases.mjs; with --check says what is not up to date instead.
// Documents that are made of repeated parts get no file: who reads expected.json makes them.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { cases } from "./cases.mjs";

const here = new URL("./", import.meta.url);
const expected = {};
for (const { path, bytes, ...rest } of cases) {
  if (expected[path]) throw new Error(`two cases named ${path}`);
  expected[path] = rest;
}
const wanted = new Map(cases.filter(({ bytes }) => bytes).map(({ path, bytes }) => [path, bytes]));
wanted.set("expected.json", Buffer.from(JSON.stringify(expected, null, 1) + "\n"));

const present = (folder) => {
  try {
    return readdirSync(new URL(folder, here)).map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
};
const stale = [...present("valid"), ...present("invalid")].filter((path) => !wanted.has(path));

if (process.argv.includes("--check")) {
  const read = (path) => {
    try {
      return readFileSync(new URL(path, here));
    } catch {
      return Buffer.alloc(0);
    }
  };
  const differing = [...wanted].filter(([path, bytes]) => !read(path).equals(bytes)).map(([path]) => path);
  for (const path of [...differing, ...stale]) console.log(`tests/corpus/${path} is not what cases.mjs says`);
  if (differing.length + stale.length > 0) {
    console.log("run: node tests/corpus/generate.mjs");
    process.exit(1);
  }
} else {
  for (const folder of ["valid", "invalid"]) mkdirSync(new URL(folder, here), { recursive: true });
  for (const path of stale) rmSync(new URL(path, here));
  for (const [path, bytes] of wanted) writeFileSync(new URL(path, here), bytes);
  console.log(`${cases.length} documents`);
}
