/**
 * Every input of the two pages of which every word counts, License Activation and Deactivate License: given by flags
 * of the built program, and found in the emulator's log of requests as it was typed.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LoggedRequest } from '../../src/emulator/request-log.js';
import { PAGES, type Page, type PageInput } from '../fixtures/licensespring/pages.js';
import { type Ended, type Lab, openLab } from './lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
  await lab.control('PATCH', 'settings', { logInputs: true });
});
afterAll(() => lab.close());
beforeEach(() => lab.control('DELETE', 'requests'));

/** Texts that something on the way might change. */
const TEXTS: readonly (readonly [title: string, text: (name: string) => string])[] = [
  ['plain text', (name) => `some ${name}`],
  [
    'many scripts, an accent of its own, emoji, quotes, escapes and a query',
    (name) => `Zürich 東京 القاهرة e\u0301 👩‍💻 "${name}" 'x' \\n \\u0041 $HOME %41 &amp; a=1&b=2+3#4?5;6`,
  ],
  ['leading zeros', () => '0004711'],
  ['a number that no double holds', () => '9007199254740993'],
  ['a word of JSON', () => 'null'],
  ['the look of an option', (name) => `--${name}`],
  ['fifteen hundred characters', (name) => name.padEnd(1500, 'ß')],
];

/** The four ways to show which licence is meant: of each, the names that go together. */
const WAYS = [
  ['license_key'],
  ['username', 'password'],
  ['id_token', 'customer_account_code'],
  ['code', 'customer_account_code'],
] as const;
const IN_A_WAY: ReadonlySet<string> = new Set(WAYS.flat());
const SECRETS: ReadonlySet<string> = new Set(['password', 'id_token', 'code']);

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'POST activate_license': ['activate'],
  'POST deactivate_license': ['deactivate', '--yes'],
};

interface Given {
  readonly words: readonly string[];
  /** For standard input. */
  readonly secret: string;
  /** What the body must hold, as JSON text. */
  readonly sent: ReadonlyMap<string, string>;
}

/** Those of its table, and those that only its schema or its examples have. */
const inputsOf = ({ inputs, elsewhere }: Page): readonly PageInput[] => [...inputs, ...elsewhere];

/** Every input of the page but those of the other ways, with the words that give them. */
function given(page: Page, way: readonly string[], text: (name: string) => string): Given {
  const words: string[] = [];
  const sent = new Map<string, string>();
  let secret = '';
  let key: readonly string[] = [];
  const inputs = inputsOf(page).filter(({ name }) => !IN_A_WAY.has(name) || way.includes(name));
  for (const { name, type } of inputs) {
    const flag = name.replaceAll('_', '-');
    if (type === 'string') sent.set(name, JSON.stringify(text(name)));
    if (name === 'license_key') key = ['--', text(name)];
    else if (SECRETS.has(name)) {
      secret = text(name);
      words.push(`--${flag}-stdin`);
    } else if (type === 'string') words.push(`--${flag}=${text(name)}`);
    else
      for (const [word, value] of OTHERS[name] ?? []) {
        words.push(word);
        sent.set(name, value);
      }
  }
  return { words: [...words, ...key], secret, sent };
}

/** Inputs of other types than text: the words, and the JSON that they become. */
const OTHERS: Readonly<Record<string, readonly (readonly [word: string, json: string])[]>> = {
  license_id: [['--license-id=1654083900000001', '1654083900000001']],
  consumptions: [['--consumptions=-12', '-12']],
  is_vm: [['--is-vm', 'true']],
  variables: [
    ['--variable=name=Zoë "x" 0012', ''],
    ['--variable=count:=-12.5', ''],
    ['--variable=beta:=false', '{"name":"Zoë \\"x\\" 0012","count":-12.5,"beta":false}'],
  ],
};

async function bodies(): Promise<readonly string[]> {
  const log = (await lab.control('GET', 'requests')) as readonly LoggedRequest[];
  return log.flatMap(({ input }) => (input === undefined ? [] : [input.body]));
}

const run = (page: Page, { words, secret }: Given): Promise<Ended> =>
  lab.run([...(COMMANDS[page.call] ?? []), '--context', 'licensespring', '--json', ...words], {
    input: `${secret}\n`,
  });

describe.each(PAGES.map((page) => [page.call, page] as const))('%s', (_call, page) => {
  describe.each(TEXTS)('%s', (_title, text) => {
    it.each(WAYS.map((way) => [way.join(' and '), way] as const))('by %s', async (_names, way) => {
      const typed = given(page, way, text);
      const { stderr } = await run(page, typed);
      const [body = `nothing was sent: ${stderr}`, ...more] = await bodies();
      expect(more).toEqual([]);
      for (const [name, json] of typed.sent) expect(body).toContain(`${JSON.stringify(name)}:${json}`);
      expect(Object.keys(JSON.parse(body)).toSorted()).toEqual([...typed.sent.keys()].toSorted());
    });
  });

  it('gives every input of the page in one way or another', () => {
    const names = new Set(WAYS.flatMap((way) => [...given(page, way, String).sent.keys()]));
    expect(
      inputsOf(page)
        .map(({ name }) => name)
        .filter((name) => !names.has(name)),
    ).toEqual([]);
  });

  it.each(['9007199254740993', '1e3', '0x10', '1.5', 'one'])(
    'a license_id of %s, which the wire would not carry as it is typed, is refused before anything is sent',
    async (typed) => {
      const { words, secret, sent } = given(page, WAYS[0], (name) => `some ${name}`);
      const changed = words.map((word) =>
        word.startsWith('--license-id=') ? `--license-id=${typed}` : word,
      );
      const { status, stderr } = await run(page, { words: changed, secret, sent });
      expect({ status, said: stderr }).toEqual({ status: 2, said: expect.stringContaining('--license-id') });
      expect(await bodies()).toEqual([]);
    },
  );

  it.each(['null', '[1]', '{"a":1}'])(
    'a variable of %s is refused: text, number or boolean',
    async (json) => {
      if (!page.inputs.some(({ name }) => name === 'variables')) return;
      const { words, ...rest } = given(page, WAYS[0], (name) => `some ${name}`);
      const { status } = await run(page, { words: [`--variable=x:=${json}`, ...words], ...rest });
      expect(status).toBeGreaterThan(0);
    },
  );
});
