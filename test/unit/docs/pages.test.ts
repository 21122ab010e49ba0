import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { generatedPages } from '../../../scripts/docs/pages.js';

describe('generated pages', async () => {
  const pages = await generatedPages();
  it.each(Object.keys(pages))('docs/%s is up to date (npm run docs)', async (name) => {
    expect(await readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')).toBe(pages[name]);
  });
});
