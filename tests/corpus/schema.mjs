// Holds the published JSON Schema to the core: ajv accepts what the core accepts and refuses what it refuses,
// but for the cases that say why JSON Schema cannot.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import addFormats from "ajv-formats";

const { Ajv2020 } = createRequire(import.meta.url)("ajv/dist/2020");
const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
addFormats.default ? addFormats.default(ajv) : addFormats(ajv);
const validate = ajv.compile(JSON.parse(read("../../schema/faceoff-1.schema.json")));

const made = ({ before, piece, count, after }) => before + piece.repeat(count) + after;

const accepts = (path, made_of) => {
  let document;
  try {
    document = JSON.parse(made_of ? made(made_of) : read(path));
  } catch {
    return false;
  }
  return validate(document);
};

const expected = Object.entries(JSON.parse(read("expected.json")));
let wrong = 0;
for (const [path, { core_only, made_of }] of expected) {
  const accepted = accepts(path, made_of);
  const wanted = path.startsWith("valid/") || core_only !== undefined;
  if (accepted === wanted) continue;
  wrong += 1;
  const told = accepted ? "accepted" : `refused: ${ajv.errorsText(validate.errors)}`;
  console.log(`${path}: ajv ${told}${core_only ? ` (listed as core only: ${core_only})` : ""}`);
}
const excused = expected.filter(([, { core_only }]) => core_only).length;
console.log(`${expected.length} documents, ${wrong} disagreements, ${excused} beyond JSON Schema`);
process.exit(wrong > 0 || expected.length < 100 ? 1 : 0);
