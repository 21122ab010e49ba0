// Bundles the program into dist/: ESM, split, so that each command loads only what it uses. Native modules
// stay outside, because they carry binaries.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { sourceStamp } from './stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

await rm(`${root}/dist`, { recursive: true, force: true });
const result = await build({
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
  legalComments: 'linked',
  chunkNames: 'chunks/[name]-[hash]',
  external: ['libsql', '@napi-rs/keyring'],
  define: { __VERSION__: JSON.stringify(version) },
  // Bundled CommonJS packages ask for built-ins by require, which ES modules do not have.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  metafile: true,
  logLevel: 'warning',
});
await writeFile(`${root}/dist/meta.json`, JSON.stringify(result.metafile));
await writeFile(`${root}/dist/.stamp`, await sourceStamp(root));
