/** Makes dist/agent.js, the one committed file, from src/; style sheets go in as minified text. */

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
  entryPoints: ['src/main.ts'],
  outfile: process.argv[2] ?? 'dist/agent.js',
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'CompanionAgent',
  target,
  charset: 'utf8',
  legalComments: 'none',
  plugins: [cssAsText],
});
