// A widget that is broken on purpose: build/widget once more, its script made of sources with a few words replaced.
//
// A source is named by its file name alone, wherever it stands. What is replaced has to be there exactly once, so that
// a break of sources that have changed is told instead of breaking nothing.
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import * as esbuild from 'esbuild';
import {classicScript, common, cssAsText, nanomorphAsModules, stampsModule, tightCss, top} from '../../widgets/bundle.mjs';
import {ownNames} from '../../widgets/own-names.mjs';

const sources = readdirSync(`${top}widgets/src`, {recursive: true});

export function pathOf(name) {
  const found = sources.filter((each) => basename(each) === name);
  if (found.length !== 1) throw new Error(`${found.length} sources are called ${name}`);
  return `${top}widgets/src/${found[0]}`;
}

export function replaced(name, text, [from, to]) {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`${name} has ${parts.length - 1} times: ${from}`);
  return parts.join(to);
}

// changes: [file name, what stands there, what shall]. File to its whole new text.
function changedSources(changes) {
  const texts = new Map();
  for (const [name, ...change] of changes) {
    const path = pathOf(name);
    texts.set(path, replaced(name, texts.get(path) ?? readFileSync(path, 'utf8'), change));
  }
  return texts;
}

const instead = (texts) => ({
  name: 'broken sources',
  setup(build) {
    build.onLoad({filter: /[\\/]widgets[\\/]src[\\/]/}, async ({path}) => {
      if (!texts.has(path)) return null;
      const style = path.endsWith('.css');
      return {contents: style ? await tightCss(texts.get(path)) : texts.get(path), loader: style ? 'text' : 'ts'};
    });
  },
});

// unguarded: without what keeps the script's own first steps from going uncaught.
export async function brokenWidget({change, unguarded}, folder) {
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  cpSync(`${top}build/widget`, folder, {recursive: true});
  const stamps = JSON.parse(readFileSync(`${top}build/widget/stamps.json`, 'utf8'));
  const {outputFiles} = await esbuild.build({
    ...common,
    entryPoints: [pathOf('define.ts')],
    format: 'iife',
    target: 'es2022',
    minify: true,
    mangleProps: await ownNames(),
    plugins: [instead(changedSources(change)), cssAsText, stampsModule(stamps), nanomorphAsModules],
    write: false,
  });
  const {text} = outputFiles[0];
  writeFileSync(`${folder}/faceoff.js`, unguarded ? `"use strict";${text}` : await classicScript(text));
}
