/**
 * Makes the two committed files of dist/ from src/: agent.js, all of it, and locator.js for those who only look
 * (`companion check`: 71 saved pages with frames compile it a hundred times). Style sheets go in as minified text.
 */

import { readFile } from 'node:fs/promises';
import { build, transform } from 'esbuild';

const target = 'chrome125';

const cssAsText = {
  name: 'css-as-text',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true, charset: 'utf8', target });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

await build({
  entryPoints: { agent: 'src/main.ts', locator: 'src/locator.ts' },
  outdir: process.argv[2] ?? 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'CompanionAgent',
  target,
  charset: 'utf8',
  legalComments: 'none',
  plugins: [cssAsText],
});
