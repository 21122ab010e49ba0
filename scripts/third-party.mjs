// The licences of the packages whose code is in the bundle: most ask that their text goes where the code goes.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const MODULES = 'node_modules/';
const LEGAL_FILE = /^(licen[cs]e|copying|copyright|notice)/i;

/** Folders, below the root, of the packages that gave code to the outputs of this esbuild metafile. */
export function bundledPackages(metafile) {
  const folders = new Set();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const start = file.lastIndexOf(MODULES);
      if (start < 0 || bytesInOutput === 0) continue;
      const name = file.slice(start + MODULES.length).match(/^(@[^/]+\/)?[^/]+/)[0];
      folders.add(`${file.slice(0, start)}${MODULES}${name}`);
    }
  }
  return [...folders].sort();
}

/**
 * One Markdown page: name, version and licence text of each package.
 * @throws Error naming a package that has no licence text: it may not be shipped like that
 */
export async function thirdPartyPage(root, metafile) {
  const sections = new Map();
  for (const folder of bundledPackages(metafile)) {
    const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const texts = await legalTexts(join(root, folder));
    if (texts.length === 0) throw new Error(`${name} ${version} has no licence text in its package.`);
    sections.set(
      `${name} ${version}`,
      `## ${name} ${version} (${license})\n\n${texts.map(quoted).join('\n\n')}\n`,
    );
  }
  const titles = [...sections.keys()].sort();
  return [
    '# Third-party software\n',
    'The program files beside this page contain code of the following packages.\n',
    ...titles.map((title) => sections.get(title)),
  ].join('\n');
}

async function legalTexts(folder) {
  const names = (await readdir(folder)).filter((name) => LEGAL_FILE.test(name)).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

/** As an indented block, which needs no escaping whatever the text holds. */
function quoted(text) {
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  return lines.map((line) => (line.trim() === '' ? '' : `    ${line.trimEnd()}`)).join('\n');
}
