// The page for sites that allow nothing but an iframe: embed.html and its script, faceoff.frame.js, beside faceoff.js.
import {copyFile, writeFile} from 'node:fs/promises';
import * as esbuild from 'esbuild';
import {minify} from 'terser';
import {common, shorter, top} from '../bundle.mjs';

export async function buildEmbed(out) {
  const {outputFiles} = await esbuild.build({
    ...common,
    entryPoints: ['widgets/embed/frame.ts'],
    format: 'iife',
    target: 'es2022',
    minify: true,
    write: false,
  });
  await writeFile(`${out}faceoff.frame.js`, (await minify(outputFiles[0].text, shorter)).code);
  await copyFile(`${top}widgets/embed/embed.html`, `${out}embed.html`);
}
