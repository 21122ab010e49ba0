/** The lock file must serve every machine: each platform's packages, from whatever registry a person uses. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
  await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8'),
);
const installed = Object.entries(packages).filter(([folder]) => folder !== '');

it('holds the variants for other platforms too; without them `npm ci` refuses to install anything', () => {
  const names = new Set(installed.map(([folder]) => folder.replace(/^.*node_modules\//, '')));
  const missing = installed.flatMap(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !names.has(name)),
  );
  expect(missing).toEqual([]);
});

it('has a digest for every package and names no registry', () => {
  expect(installed.length).toBeGreaterThan(100);
  for (const [folder, { version, integrity, resolved }] of installed) {
    expect(version, folder).toMatch(/^\d+\.\d+\.\d+/);
    expect(integrity, folder).toMatch(/^sha512-/);
    expect(resolved, folder).toBeUndefined();
  }
});
