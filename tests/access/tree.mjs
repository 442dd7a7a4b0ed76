// What the browser gives a screen reader of a page's main part, as text: a line a role, its name in quotation marks, its
// states, after a colon the text in it, and the language where it changes. What has no role to announce is left out, and
// its content stands in its place.

const silent = new Set(['generic', 'none', 'strong', 'emphasis', 'time', 'code', 'Abbr', 'sectionheader', 'sectionfooter']);
const unseen = new Set(['InlineTextBox', 'LineBreak', 'ListMarker']);
const whole = new Set(['button', 'link', 'DisclosureTriangle', 'heading']); // are read as their name
const told = ['level', 'pressed', 'expanded', 'disabled', 'live', 'busy'];
const pause = {role: {value: 'pause'}}; // between two blocks of text
const blank = {role: {value: 'StaticText'}, name: {value: ' '}};

// The language of each node by its backend id, from the nearest `lang`, out of shadow trees too.
function languagesOf(root) {
  const found = new Map();
  const walk = (node, inherited) => {
    const at = node.attributes?.findIndex((each, index) => index % 2 === 0 && each === 'lang') ?? -1;
    const language = at >= 0 ? node.attributes[at + 1] : inherited;
    found.set(node.backendNodeId, language);
    for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) walk(child, language);
  };
  walk(root, '');
  return found;
}

// `display` by backend id.
function displaysOf({documents: [page], strings}) {
  const {nodeIndex, styles} = page.layout;
  return new Map(nodeIndex.map((index, at) => [page.nodes.backendNodeId[index], strings[styles[at][0]] ?? '']));
}

const quoted = (text) => `"${text.replace(/\s+/g, ' ').trim()}"`;
const bare = (text) => text.replace(/\s+/g, '');

class Writer {
  lines = [];

  constructor(nodes, languages, displays) {
    this.nodes = new Map(nodes.map((node) => [node.nodeId, node]));
    Object.assign(this, {languages, displays});
  }

  // What stands around the content of a node that is not announced itself: nothing within a line, a blank around a box
  // in a line, else a pause.
  around(node) {
    const display = this.displays.get(node.backendDOMNodeId) ?? '';
    if (/^(inline|contents)$/.test(display)) return [];
    return [display.startsWith('inline') ? blank : pause];
  }

  // What is said of what is in a node, one after another.
  inside(node) {
    const children = (node.childIds ?? []).map((id) => this.nodes.get(id)).filter(Boolean);
    return children.flatMap((child) => {
      const role = child.role?.value;
      if (unseen.has(role)) return [];
      if (!child.ignored && !(silent.has(role) && !child.name?.value)) return [child];
      return [...this.around(child), ...this.inside(child), ...this.around(child)];
    });
  }

  languageOf(node, outer) {
    return this.languages.get(node.backendDOMNodeId) ?? outer;
  }

  line(depth, words, language, outer) {
    this.lines.push('  '.repeat(depth) + words + (language === outer ? '' : ` lang=${language}`));
  }

  // Text of one language, from block to block, is one line.
  below(inside, depth, outer) {
    let run = {text: '', language: outer};
    const flush = (language) => {
      if (run.text.trim()) this.line(depth, quoted(run.text), run.language, outer);
      run = {text: '', language};
    };
    for (const child of inside) {
      const language = this.languageOf(child, outer);
      if (child === pause || child.role.value !== 'StaticText') {
        flush(language);
        if (child !== pause) this.node(child, depth, outer);
      } else {
        if (run.language !== language && child.name.value.trim()) flush(language);
        run.text += child.name.value;
      }
    }
    flush();
  }

  node(node, depth, outer) {
    const role = node.role.value;
    const name = node.name?.value ?? '';
    const language = this.languageOf(node, outer);
    const properties = (node.properties ?? []).filter((each) => told.includes(each.name) && !(role === 'listitem' && each.name === 'level'));
    const states = properties.map((each) => ` ${each.name}=${each.value.value}`).sort().join('');
    const description = node.description?.value ? ` described ${quoted(node.description.value)}` : '';
    const line = role + (name ? ` ${quoted(name)}` : '') + states + description;
    const inside = this.inside(node);
    const texts = inside.filter((each) => each.role.value === 'StaticText');
    const plain = inside.every((each) => each === pause || texts.includes(each));
    const text = texts.map((each) => each.name.value).join('');
    const spoken = texts.every((each) => this.languageOf(each, language) === language);
    const same = bare(text) === bare(name);
    if (plain && spoken && (same || whole.has(role))) return this.line(depth, line, language, outer);
    if (plain && spoken && !inside.includes(pause)) return this.line(depth, `${line}: ${quoted(text)}`, language, outer);
    this.line(depth, line, language, outer);
    this.below(inside, depth + 1, language);
  }
}

export async function treeOf(page) {
  const session = await page.context().newCDPSession(page);
  try {
    const {root} = await session.send('DOM.getDocument', {depth: -1, pierce: true});
    const displays = displaysOf(await session.send('DOMSnapshot.captureSnapshot', {computedStyles: ['display']}));
    const {nodes} = await session.send('Accessibility.getFullAXTree');
    const writer = new Writer(nodes, languagesOf(root), displays);
    const main = nodes.find((node) => node.role?.value === 'main');
    writer.below(writer.inside(main), 0, writer.languageOf(main, ''));
    const text = `${writer.lines.slice(1).join('\n')}\n`; // without the page's own heading
    const today = new Date().toISOString().slice(0, 10);
    const days = await page.locator(`time[datetime="${today}"]`).allInnerTexts();
    return days.reduce((all, day) => all.replaceAll(day, '(today)'), text);
  } finally {
    await session.detach();
  }
}
