// Bundles the program into dist/: ESM, split, so that each command loads only what it uses. Native modules
// stay outside, because they carry binaries.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sourceStamp } from './stamp.mjs';
import { thirdPartyPage } from './third-party.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

const SPAWNER = "const childProcess = require('node:child_process');";
const LAZY_SPAWNER =
  "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };";

/**
 * commander loads node:child_process for subcommands that are programs of their own. There are none here, and
 * loading it takes a third of the time that help takes.
 */
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes(SPAWNER)) throw new Error(`${path} no longer has the line: ${SPAWNER}`);
      return { contents: text.replace(SPAWNER, LAZY_SPAWNER), loader: 'js' };
    });
  },
};

await rm(`${root}/dist`, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { entry: 'src/cli/entry.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  minifyWhitespace: true,
  // All texts are in THIRD-PARTY.md.
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  external: ['libsql', '@napi-rs/keyring'],
  define: { __VERSION__: JSON.stringify(version) },
  // Bundled CommonJS packages ask for built-ins by require, which ES modules do not have.
  banner: { js: 'const require=process.getBuiltinModule;' },
  plugins: [lazyChildProcess],
  metafile: true,
  logLevel: 'warning',
});
await writeFile(`${root}/dist/THIRD-PARTY.md`, await thirdPartyPage(root, metafile));
await writeFile(`${root}/dist/meta.json`, JSON.stringify(metafile));
await writeFile(`${root}/dist/.stamp`, await sourceStamp(root));
