// Writes the generated pages of docs/. A test fails when they are out of date.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(root, 'node_modules', '.docs-'));
try {
  const outfile = join(folder, 'pages.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/docs/pages.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const { generatedPages } = await import(pathToFileURL(outfile).href);
  for (const [name, text] of Object.entries(await generatedPages())) {
    await writeFile(join(root, 'docs', name), text);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
