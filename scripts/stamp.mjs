// Digests that tell whether an installation or a build is still good for these files.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What node_modules depends on: the lock file, and the Node.js that picked native packages. */
export async function installStamp(root) {
  const lock = await readFile(join(root, 'package-lock.json'));
  return digest([lock, process.platform, process.arch, process.versions.modules]);
}

/** What dist/ depends on: every source file, the build scripts, the versions installed. */
export async function sourceStamp(root) {
  const parts = [await readFile(join(root, 'package.json')), await readFile(join(root, 'package-lock.json'))];
  for (const name of ['build.mjs', 'third-party.mjs'])
    parts.push(await readFile(join(root, 'scripts', name)));
  for (const file of await filesBelow(join(root, 'src'))) parts.push(file, await readFile(file));
  return digest(parts);
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
