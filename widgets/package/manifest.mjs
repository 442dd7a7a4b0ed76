// custom-elements.json, the Custom Elements Manifest that editors and documentation tools read.
//
// The analyzer finds classes, members and what is inherited; added is what our sources say in other places than it
// looks: attributes with their comments (attributes.ts), events (types.ts), slots (drawing.ts, placeholder.ts), custom
// properties (face-off.css), parts (the core's HTML) and tag names (element.ts). Refused: a manifest that breaks its
// schema or lacks any of these, and a part or slot that nobody described below.
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {create, ts} from '@custom-elements-manifest/analyzer';
import Ajv from 'ajv';
import {top} from '../bundle.mjs';

const schema = createRequire(import.meta.url)('custom-elements-manifest/schema.json');
const entry = 'element.js'; // of the package: the module that has the classes
const defining = ['index.js', 'external.js'];

const slots = {
  '': 'the fallback: shown until, and unless, there is a verdict',
  consent: 'what the button says before anything is fetched, with loading="click"',
  newsletter: 'what the page offers after the verdict, before its footer',
  footer: "what the page adds to the verdict's footer",
};
const parts = {
  verdict: 'the whole of it',
  title: 'the heading',
  answer: 'the box with the question and its answer',
  contender: "a contender's name in the summary",
  vote: 'the row of buttons',
  footer: 'who publishes, method and dates',
};

const read = (name) => readFile(`${top}widgets/src/${name}`, 'utf8');
const slotted = async () => `slot('') ${await read('view/drawing.ts')} ${await read('view/placeholder.ts')}`;
const parsed = async (name) => ts.createSourceFile(`${name}`, await read(name), ts.ScriptTarget.ES2022, true);

const plain = (comment) => comment.replace(/^\s*(\/\/|\/\*+|\*\/?)\s?|\s*\*\/$/gm, '').replace(/\s+/g, ' ').trim();
const comments = (ranges, source) => (ranges ?? []).map(({pos, end}) => plain(source.text.slice(pos, end))).join(' ');
const above = (node, source) => comments(ts.getLeadingCommentRanges(source.text, node.pos), source);
const behind = (node, source) => {
  const comma = source.text[node.end] === ',' ? 1 : 0;
  return comments(ts.getTrailingCommentRanges(source.text, node.end + comma), source);
};

function* nodes(node) {
  yield node;
  for (const child of node.getChildren()) yield* nodes(child);
}
const found = (source, wanted) => [...nodes(source)].filter(wanted);

const camel = (name) => name.replace(/-./g, ([, letter]) => letter.toUpperCase());

// The list of names, a comment behind each.
function attributesIn(source) {
  const [list] = found(source, (node) => ts.isVariableDeclaration(node) && node.name.text === 'attributes');
  return found(list, ts.isStringLiteral).map((name) => ({
    name: name.text,
    description: behind(name, source),
    type: {text: 'string'},
    fieldName: camel(name.text),
  }));
}

// The map of events, and above the type of each one's detail what it means.
function eventsIn(source) {
  const [map] = found(source, (node) => ts.isInterfaceDeclaration(node) && node.name.text === 'HTMLElementEventMap');
  return map.members.map(({name, type}) => {
    const detail = type.typeArguments[0].getText();
    const [about] = found(source, (node) => ts.isInterfaceDeclaration(node) && node.name.text === detail);
    return {name: name.text, type: {text: type.getText()}, description: above(about, source)};
  });
}

function tagsIn(source) {
  const [map] = found(source, (node) => ts.isInterfaceDeclaration(node) && node.name.text === 'HTMLElementTagNameMap');
  return map.members.map(({name, type}) => [name.text, type.getText()]);
}

// Names that a pattern finds, once each, with what was written about them.
function describedIn(text, pattern, descriptions) {
  const names = [...new Set(Array.from(text.matchAll(pattern), ([, name]) => name))].sort();
  return names.map((name) => {
    if (!descriptions[name]) throw new Error(`custom-elements.json: nobody describes ${JSON.stringify(name)}`);
    return {name, description: descriptions[name]};
  });
}

async function coreHtml() {
  const folder = `${top}core/src/html/`;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cpp')).sort();
  return (await Promise.all(names.map((name) => readFile(`${folder}${name}`, 'utf8')))).join('');
}

const propertiesIn = (css) =>
  [...new Map(Array.from(css.matchAll(/var\((--face-off-[\w-]+), ((?:[^()]|\((?:[^()]|\([^()]*\))*\))+)\)/g), (use) => [
    use[1],
    {name: use[1], default: use[2].trim()},
  ])).values()];

// Comments above classes and members are documentation here, whatever their form.
const documented = {
  name: 'documented',
  analyzePhase({node, moduleDoc}) {
    const source = node.getSourceFile();
    if (!ts.isClassDeclaration(node)) return;
    const about = moduleDoc.declarations.find(({name}) => name === node.name.text);
    // The first class of a file is what the file's own comment is about.
    about.description ||= above(node, source) || above(source.statements[0], source);
    const own = new Map(node.members.map((member) => [member.name?.getText(), member]));
    // The analyzer takes assignments to properties of anything for fields.
    about.members = (about.members ?? []).filter(({name}) => own.has(name));
    for (const field of about.members) field.description ??= above(own.get(field.name), source) || undefined;
  },
};

const isPublic = ({name, privacy}) => privacy !== 'private' && !name.startsWith('#');
const ofPackage = (reference) => reference && {...reference, module: entry};

// A class as the package has it, with what all of them share.
function completed(declaration, tagName, shared) {
  const reflected = shared.attributes.map(({name, description, type, fieldName}) => (
    {kind: 'field', name: fieldName, type, description, attribute: name, reflects: true}
  ));
  const members = declaration.members.filter(isPublic).map(({inheritedFrom, ...member}) => member);
  return {
    ...declaration,
    tagName,
    customElement: true,
    superclass: {name: 'HTMLElement'},
    members: [...members, ...reflected],
    ...shared,
  };
}

async function manifest() {
  const element = await parsed('element.ts');
  const files = found(element, ts.isExportDeclaration).map(({moduleSpecifier}) => moduleSpecifier.text);
  const all = new Set([...files, './elements/comparison-element.js']);
  const names = Array.from(all, (name) => name.slice(2, -'.js'.length) + '.ts');
  const modules = await Promise.all(names.map(parsed));
  const {modules: seen} = create({modules, plugins: [documented]});
  const shared = {
    attributes: attributesIn(await parsed('elements/attributes.ts')),
    events: eventsIn(await parsed('types.ts')),
    slots: describedIn(await slotted(), /\bslot\('([\w-]*)'/g, slots),
    cssProperties: propertiesIn((await read('view/host.css')) + (await read('view/face-off.css'))),
    cssParts: describedIn(await coreHtml(), /set\(attribute::part, "([\w-]+)"\)/g, parts),
  };
  const classes = seen.flatMap(({declarations}) => declarations);
  const declarations = tagsIn(element).map(([tag, name]) =>
    completed(classes.find((each) => each.name === name), tag, shared),
  );
  const exports = declarations.map(({name}) => ({kind: 'js', name, declaration: ofPackage({name})}));
  const definitions = declarations.map(({name, tagName}) => (
    {kind: 'custom-element-definition', name: tagName, declaration: ofPackage({name})}
  ));
  const module = (path, parts) => ({kind: 'javascript-module', path, declarations: [], exports: [], ...parts});
  return {
    schemaVersion: '2.1.0',
    modules: [
      module(entry, {declarations, exports}),
      ...defining.map((path) => module(path, {exports: definitions})),
    ],
  };
}

// Why a manifest may not be shipped.
export function wrongIn(manifest) {
  const validate = new Ajv({strict: false}).compile(schema);
  if (!validate(manifest)) return validate.errors.map(({instancePath, message}) => `${instancePath} ${message}`);
  const {declarations} = manifest.modules[0];
  const wanted = ['description', 'attributes', 'events', 'slots', 'cssProperties', 'cssParts', 'members'];
  const undescribed = declarations[0].events.filter(({description}) => !description);
  const silent = undescribed.map(({name}) => `${name} is not described`);
  const lacking = declarations.flatMap(({name, ...parts}) =>
    wanted.filter((part) => !parts[part]?.length).map((part) => `${name} has no ${part}`),
  );
  return [...silent, ...lacking];
}

export async function writeManifest(out) {
  const made = await manifest();
  const wrong = wrongIn(made);
  if (wrong.length) throw new Error(`custom-elements.json: ${wrong.join('; ')}`);
  await writeFile(`${out}custom-elements.json`, `${JSON.stringify(made, null, 2)}\n`);
}
