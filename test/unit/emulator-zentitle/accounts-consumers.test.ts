import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleInput, type Service, startService } from './service.js';

const PRODUCT = '6872450105';
const COMPUTER = 'oLh+T3o+A39g5Sz/8Ug8';

type Row = Readonly<Record<string, unknown>>;
const list = (service: Service, filter: object = {}): readonly Row[] =>
  service.ok('GET ConsumerData', { productid: PRODUCT, pagenumber: 1, ...filter }) as Row[];
const created = (rows: readonly Row[]): readonly unknown[] => rows.map((row) => row.created);

const FIRST_TRIAL = '2018-11-12T10:41:09.35';
const SUSANNA = '2018-11-16T06:12:44.883';
const MARK = '2019-02-14T06:55:21.857';
const KEVIN = '2020-01-20T09:05:47.62';

describe('GET ConsumerData', () => {
  test.each([
    [{}, [SUSANNA, MARK, KEVIN]],
    [{ justlast: 'false' }, [FIRST_TRIAL, SUSANNA, MARK, KEVIN]],
    [{ justlast: false, computerid: COMPUTER }, [FIRST_TRIAL, SUSANNA]],
    [{ computerid: COMPUTER }, [SUSANNA]],
    [{ type: 'trials' }, [FIRST_TRIAL, KEVIN]],
    [{ type: 'Activations' }, [SUSANNA, MARK]],
    [{ type: 'all', startdate: '2019-02-14' }, [MARK, KEVIN]],
    [{ startdate: MARK, enddate: MARK }, [MARK]],
    [{ enddate: '2019-02-14' }, [SUSANNA]],
    [{ justlast: 'true', enddate: '2018-11-15' }, [FIRST_TRIAL]],
    [{ computerid: 'nobody' }, []],
  ])('%j selects %j', (filter, wanted) => {
    const service = startService();
    expect(created(list(service, filter))).toEqual(wanted);
    expect(service.ok('GET ConsumerData', { productid: PRODUCT, ...filter })).toBe(wanted.length);
    expect(service.ok('GET ConsumerData', { productid: PRODUCT, pagenumber: '0', ...filter })).toBe(
      wanted.length,
    );
  });

  test.each(['number', 'string', 'object', 'array'] as const)('counts in the shape %s', (shape) => {
    const service = startService();
    service.settings.zentitleCount = shape;
    const wanted = { number: 3, string: '3', object: { count: 3 }, array: [3] }[shape];
    expect(service.ok('GET ConsumerData', { productid: PRODUCT })).toEqual(wanted);
  });

  test.each([
    [{ productid: undefined }, /Missing mandatory field: productid/],
    [{ productid: '1' }, /Product 1 was not found/],
    [{ justlast: 'yes' }, /justlast must be one of true, false/],
    [{ type: 'trial' }, /type must be one of trials, activations, all/],
    [{ pagesize: 10_001 }, /pagesize must be between 1 and 10000/i],
    [{ startdate: 'soon' }, /startdate must be a date/],
  ])('%j is refused', (filter, wanted) => {
    expect(startService().refused('GET ConsumerData', { productid: PRODUCT, ...filter })).toMatch(wanted);
  });

  test('pages of any size hold each record once, like a plain model of the records', () => {
    const service = startService();
    const product = '3659400101';
    const made: { computerid: string; licensecode: string }[] = [];
    const record = fc.record({
      computerid: fc.constantFrom('A', 'B', 'C', 'D'),
      licensecode: fc.constantFrom('', '206454320110930859'),
    });
    const query = fc.record({
      more: fc.array(record, { maxLength: 3 }),
      size: fc.integer({ min: 1, max: 7 }),
      justlast: fc.boolean(),
      type: fc.constantFrom('trials', 'activations', 'all'),
    });
    fc.assert(
      fc.property(query, ({ more, size, justlast, type }) => {
        for (const one of more) {
          service.ok('POST ConsumerData', { productid: product, clientinfo: { n: made.length }, ...one });
          made.push(one);
        }
        const chosen = made
          .map((one, n) => ({ ...one, n }))
          .filter(({ licensecode }) => type === 'all' || (type === 'trials') === (licensecode === ''));
        const wanted = chosen.filter(
          ({ computerid, n }) =>
            !justlast || !chosen.some((other) => other.computerid === computerid && other.n > n),
        );
        const filter = { productid: product, justlast, type };
        const pages = Array.from({ length: Math.ceil(wanted.length / size) + 1 }, (_, page) =>
          list(service, { ...filter, pagenumber: page + 1, pagesize: size }),
        );
        expect(pages.flat().map((row) => JSON.parse(String(row.clientInfo)).n)).toEqual(
          wanted.map(({ n }) => n),
        );
        expect(service.ok('GET ConsumerData', filter)).toBe(wanted.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('POST ConsumerData', () => {
  test('keeps the record of the example, its information as text', () => {
    const service = startService();
    service.ok('POST ConsumerData', exampleInput('POST ConsumerData'));
    expect(list(service, { computerid: 'BLXRrZJJEei4K7qPrJSL' })).toEqual([
      {
        productID: PRODUCT,
        computerID: 'BLXRrZJJEei4K7qPrJSL',
        licenseCode: '3274861020157066211',
        firstName: 'Kevin',
        lastName: 'Andrew',
        company: 'SuperStyle LLC',
        email: 'kevin@supersytle.com',
        clientInfo:
          '{"firstname":"Kevin","lastname":"Andrew","company":"SuperStyle LLC","email":"kevin@supersytle.com","country":"United Kingdom"}',
        created: '2026-03-02T09:00:00',
      },
    ]);
  });

  test.each([{}, { licensecode: '' }, { licensecode: ' ' }, { licensecode: null }])(
    'with %j it is of a trial, and its members are read in any case',
    (fields) => {
      const service = startService();
      const clientinfo = { FirstName: 'Ada', Company: 7, nested: { email: 'x' } };
      service.ok('POST ConsumerData', { productid: PRODUCT, computerid: 'NEW', clientinfo, ...fields });
      expect(list(service, { type: 'trials', computerid: 'NEW' })).toMatchObject([
        { licenseCode: '', firstName: 'Ada', lastName: '', company: '7', email: '' },
      ]);
      expect(list(service, { type: 'activations', computerid: 'NEW' })).toEqual([]);
    },
  );

  test.each([
    [{ productid: '1' }, /Product 1 was not found/],
    [{ computerid: undefined }, /Missing mandatory field: computerid/],
    [{ clientinfo: undefined }, /Missing mandatory field: clientinfo/],
    [{ clientinfo: '{"firstname":"Ada"}' }, /clientinfo must be a JSON object/],
    [{ clientinfo: { email: ['x'] } }, /clientinfo.email must be text/],
    [{ licensecode: '123' }, /License code 123 was not found/],
  ])('%j is refused and keeps nothing', (fields, wanted) => {
    const service = startService();
    const input = { productid: PRODUCT, computerid: 'NEW', clientinfo: {}, ...fields };
    expect(service.refused('POST ConsumerData', input)).toMatch(wanted);
    expect(list(service, { computerid: 'NEW' })).toEqual([]);
  });
});
