// The tools the package is run through: [name, what for, versions, the proof]. A proof makes a project, builds it, and
// has a reader vote on it; it returns what is worth telling, or throws.
import assert from 'node:assert/strict';
import {cpSync, existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {comparison} from '../e2e/site.mjs';
import {edge} from './edge.mjs';
import {modulesElsewhere} from './modules.mjs';
import {top} from './packing.mjs';
import {Project, tool, tools, versionOf} from './projects.mjs';
import {arrive, leavesClean, onSite, switches, votes} from './reading.mjs';

const kb = (files) => `${Math.round(Object.values(files).reduce((sum, each) => sum + each.length, 0) / 1024)} KiB`;
const scripts = (files) => Object.keys(files).filter((name) => name.endsWith('.js'));
const about = (files) => `${scripts(files).length} scripts, ${kb(files)}`;

function script(name, tarball, entry, tag) {
  const project = new Project(name, 'script', tarball);
  project.replace('main.js', 'ENTRY', entry);
  project.replace('index.html', 'SCRIPT', tag);
  return project;
}

const served = (files, options = {}) =>
  onSite(files, async (site) => {
    const reader = await arrive(site, options);
    await votes(reader, site, options);
    await options.further?.(reader);
    await leavesClean(reader);
    return about(files);
  });

async function esbuild(tarball, format) {
  const project = script(`esbuild-${format}`, tarball, '@face-off/widget', format === 'esm'
    ? '<script type="module" src="main.js"></script>'
    : '<script defer src="main.js"></script>');
  const {build} = await tool('esbuild');
  const options = {entryPoints: [project.path('main.js')], bundle: true, minify: true, format, splitting: format === 'esm'};
  await build({...options, absWorkingDir: project.folder, outdir: 'dist', logLevel: 'warning'});
  const files = {...project.files('dist'), 'index.html': project.read('index.html')};
  assert.equal(scripts(files).length > 1, format === 'esm', 'parts are files where the format has them');
  return served(files, {trusted: true});
}

async function webpack(tarball, entry) {
  const project = script(`webpack-${entry.replace(/\W+/g, '-')}`, tarball, entry, '<script defer src="main.js"></script>');
  const {default: run} = await tool('webpack');
  const compiler = run({
    mode: 'production',
    context: project.folder,
    entry: './main.js',
    output: {path: project.path('dist'), filename: 'main.js'},
    performance: false,
  });
  const stats = await new Promise((done, fail) => compiler.run((error, made) => (error ? fail(error) : done(made))));
  const {errors, warnings} = stats.toJson();
  assert.deepEqual([...errors, ...warnings].map(({message}) => message), []);
  const files = {...project.files('dist'), 'index.html': project.read('index.html')};
  return served(files, {further: (reader) => asksForFile(reader, entry.endsWith('external'))});
}

// The module is asked for as a file, or not at all.
function asksForFile(reader, wanted) {
  assert.equal(reader.asked.filter((url) => /\.wasm$/.test(url)).length, wanted ? 1 : 0);
}

async function viteBuild(project) {
  const {build} = await tool('vite');
  await build({root: project.folder, logLevel: 'warn', build: {modulePreload: {polyfill: false}}});
  return project.files('dist');
}

async function vite(tarball, entry) {
  const project = script(`vite-${entry.replace(/\W+/g, '-')}`, tarball, entry, '<script type="module" src="/main.js"></script>');
  const files = await viteBuild(project);
  return served(files, {trusted: true, further: (reader) => asksForFile(reader, entry.endsWith('external'))});
}

async function viteDevelopment(tarball) {
  const project = script('vite-dev', tarball, '@face-off/widget', '<script type="module" src="/main.js"></script>');
  project.replace('index.html', '<title>', '<link rel="icon" href="data:,"><title>');
  const {createServer} = await tool('vite');
  return onSite({'index.html': '<p>'}, async (site) => {
    const proxy = {'/a.faceoff.json': site.url, '/votes': site.url};
    const server = await createServer({root: project.folder, logLevel: 'warn', server: {port: 0, host: '127.0.0.1', proxy}});
    await server.listen();
    try {
      const reader = await arrive(site, {strict: false, address: server.resolvedUrls.local[0]});
      await votes(reader, site);
      await leavesClean(reader);
    } finally {
      await server.close();
    }
    return 'development server, its own pre-bundling';
  });
}

// policies: those of Trusted Types that the framework makes for itself.
async function framework(tarball, name, checkTypes, policies = '') {
  const project = new Project(name, name, tarball);
  checkTypes(project);
  const files = await viteBuild(project);
  return `${await served(files, {trusted: true, policies, further: switches})}; types checked`;
}

// svelte-check knows no comment that expects an error.
function svelteCheck(project) {
  const check = (config) => project.runTool('svelte-check', 'bin/svelte-check', '--tsconfig', config, '--fail-on-warnings');
  check('tsconfig.json');
  assert.throws(() => check('tsconfig.wrong.json'), /found 2 errors and 0 warnings in 1 file/);
}

const vueTsc = (project) => project.runTool('vue-tsc', 'bin/vue-tsc.js', '-p', 'tsconfig.json');
const tsc = (project, config = 'tsconfig.json') => project.runTool('typescript', 'bin/tsc', '-p', config);

// What stands on the disk of a site without any tool.
function copied(tarball, name) {
  const project = new Project(name, 'script', tarball);
  cpSync(project.package, project.path('dist/own'), {recursive: true});
  const sri = JSON.parse(project.read('dist/own/sri.json'));
  return {files: project.files('dist'), sri};
}

const page = (head, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${head}<body><main>${body}</main>`;
const element = '<face-off src="/a.faceoff.json"></face-off>';

async function bareScript(tarball, file) {
  const {files, sri} = copied(tarball, `bare-${file}`);
  const tag = `<script async src="/own/${file}" integrity="${sri[file]}" crossorigin="anonymous"></script>`;
  await served({...files, 'index.html': page(tag, element)}, {trusted: true, heard: []});
  // A byte more, and the browser refuses it: the integrity is not decoration.
  const changed = {...files, 'index.html': page(tag, element), [`own/${file}`]: Buffer.concat([files[`own/${file}`], Buffer.from('\n')])};
  await onSite(changed, async (site) => {
    const reader = await arrive(site);
    await reader.page.waitForLoadState('load');
    assert.equal(await reader.page.evaluate(() => customElements.get('face-off')), undefined);
    await reader.leave();
  });
  return `${Math.round(files[`own/${file}`].length / 1024)} KiB; one byte changed: refused`;
}

async function bareModules(tarball) {
  const {files, sri} = copied(tarball, 'bare-modules');
  const tag = `<script type="module" src="/own/index.js" integrity="${sri['index.js']}"></script>`;
  return served({...files, 'index.html': page(tag, element)}, {trusted: true, heard: []});
}

// The fallback is rendered in Node by ./core; readers without script have it, the others get the widget.
async function serverSide(tarball) {
  const project = new Project('server', 'script', tarball);
  project.write('a.faceoff.json', JSON.stringify(comparison('a')));
  project.write('render.js', `
    import {readFileSync} from 'node:fs';
    import {loadCore} from '@face-off/widget/core';
    const core = await loadCore();
    console.log(core.render(readFileSync('a.faceoff.json', 'utf8'), {base: 'http://127.0.0.1/a.faceoff.json', today: '2026-11-25'}));`);
  const html = project.run(process.execPath, 'render.js');
  const {files, sri} = copied(tarball, 'server-page');
  const tag = `<script async src="/own/embed.js" integrity="${sri['embed.js']}" crossorigin="anonymous"></script>`;
  const whole = {...files, 'index.html': page(tag, `<face-off src="/a.faceoff.json">${html}</face-off>`)};
  await onSite(whole, async (site) => {
    const without = await arrive(site, {javaScriptEnabled: false});
    assert.ok(await without.page.getByRole('heading', {name: 'Plovra vs Tindle'}).isVisible());
    assert.equal(await without.page.locator('button:visible').count(), 0, 'nothing to press that does nothing');
    await without.leave();
  });
  await served(whole, {trusted: true, heard: []});
  return `${Math.round(html.length / 1024)} KiB of HTML, then the widget`;
}

// Reports of the golden cases: the type has to have each of their members, and no other.
function reports() {
  const cases = join(top, 'tests/golden/cases');
  const files = readdirSync(cases).map((name) => join(cases, name, 'expected/report.json'));
  return files.filter(existsSync).map((file) => readFileSync(file, 'utf8')).filter((text) => text.startsWith('{'));
}
const constant = (report, index) => `export const report${index}: Report = ${report};`;

async function types(tarball) {
  const project = new Project('types', 'types', tarball);
  project.write('reports.ts', `import type {Report} from '@face-off/widget/core';\n${reports().map(constant).join('\n')}\n`);
  for (const kind of ['bundler', 'nodenext']) tsc(project, `tsconfig.${kind}.json`);
  return 'strict, without skipLibCheck, moduleResolution bundler and nodenext';
}

export const proofs = [
  ['esbuild, one script', ['esbuild'], (tarball) => esbuild(tarball, 'iife')],
  ['esbuild, parts', ['esbuild'], (tarball) => esbuild(tarball, 'esm')],
  ['webpack', ['webpack'], (tarball) => webpack(tarball, '@face-off/widget')],
  ['webpack, ./external', ['webpack'], (tarball) => webpack(tarball, '@face-off/widget/external')],
  ['Vite', ['vite'], (tarball) => vite(tarball, '@face-off/widget')],
  ['Vite, ./external', ['vite'], (tarball) => vite(tarball, '@face-off/widget/external')],
  ['Vite, development', ['vite'], viteDevelopment],
  ['<script integrity>', [], (tarball) => bareScript(tarball, 'embed.js')],
  ['<script integrity>, single', [], (tarball) => bareScript(tarball, 'embed.single.js')],
  ['<script type=module>', [], bareModules],
  ['React', ['react', 'vite', '@types/react'], (tarball) => framework(tarball, 'react', tsc)],
  ['Vue', ['vue', 'vite', 'vue-tsc'], (tarball) => framework(tarball, 'vue', vueTsc, 'vue')],
  ['Svelte', ['svelte', 'vite', 'svelte-check'], (tarball) => framework(tarball, 'svelte', svelteCheck, 'svelte-trusted-html')],
  ['Node, rendered there', [], serverSide],
  ['workerd, rendered there', ['workerd'], edge],
  ['TypeScript', ['typescript'], types],
  ['Emscripten, another folder', [], modulesElsewhere],
];

export const versions = (names) => names.map((name) => `${name} ${versionOf(name)}`).join(', ') || `node ${process.versions.node}`;
