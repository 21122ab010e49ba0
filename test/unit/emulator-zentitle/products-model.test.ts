/** Any order of changes to a product agrees with a plain model of it, in the product and in a code of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOf, type Service, startService } from './service.js';

type Row = Readonly<Record<string, unknown>>;

interface Model {
  groups: string[];
  features: { code: string; group: string }[];
  udfs: { name: string; value: string }[];
}

/** Changes the model, or says that the call is refused. */
type Change = (model: Model) => boolean;

interface Step {
  readonly name: string;
  readonly input: object;
  readonly change: Change;
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
const finds = <T>(list: readonly T[], nameOf: (one: T) => string, name: string): T | undefined =>
  list.find((one) => same(nameOf(one), name));
const itself = (name: string): string => name;
const codeOf = ({ code }: Model['features'][number]): string => code;
const nameOf = ({ name }: Model['udfs'][number]): string => name;

/** Few names, so that they meet; some in two spellings. */
const word = fc.constantFrom('a', 'A', 'b', 'c', 'd', 'D');
const twoWords = fc.tuple(word, word);
const group = fc.option(fc.constantFrom('a', 'A', 'b', 'default'), { nil: undefined });

const groupSteps: fc.Arbitrary<Step> = fc.oneof(
  twoWords.map(([first, second]) => ({
    name: 'POST ProductFeatureGroups',
    input: { featureGroups: [{ featureGroupName: first }, { featureGroupName: second }] },
    change: (model: Model) => {
      if (same(first, second)) return false;
      if ([first, second].some((one) => finds(model.groups, itself, one) !== undefined)) return false;
      model.groups.push(first, second);
      return true;
    },
  })),
  twoWords.map(([from, to]) => ({
    name: 'PUT ProductFeatureGroups',
    input: { featureGroups: [{ featureGroupName: from, newFeatureGroupName: to }] },
    change: (model: Model) => {
      const before = finds(model.groups, itself, from);
      const taken = finds(model.groups, itself, to);
      if (before === undefined || (taken !== undefined && taken !== before)) return false;
      model.groups = model.groups.map((one) => (one === before ? to : one));
      for (const feature of model.features) if (feature.group === before) feature.group = to;
      return true;
    },
  })),
  word.map((name) => ({
    name: 'DELETE ProductFeatureGroups',
    input: { featureGroupName: name },
    change: (model: Model) => {
      const gone = finds(model.groups, itself, name);
      model.groups = model.groups.filter((one) => one !== gone);
      for (const feature of model.features) if (feature.group === gone) feature.group = 'Default';
      return gone !== undefined;
    },
  })),
);

/** The group as the product spells it; null when it has none of that name. */
const groupOf = (model: Model, name: string): string | null =>
  same(name, 'default') ? 'Default' : (finds(model.groups, itself, name) ?? null);

const featureSteps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(word, group).map(([code, inGroup]) => ({
    name: 'POST ProductFeatures',
    input: { features: [{ featureCode: code, featureName: 'n', notes: 'n', featureGroupName: inGroup }] },
    change: (model: Model) => {
      const found = groupOf(model, inGroup ?? 'default');
      if (found === null || finds(model.features, codeOf, code) !== undefined) return false;
      model.features.push({ code, group: found });
      return true;
    },
  })),
  fc.tuple(word, word, group).map(([from, to, inGroup]) => ({
    name: 'PUT ProductFeatures',
    input: { features: [{ featureCode: from, newfeatureCode: to, featureGroupName: inGroup }] },
    change: (model: Model) => {
      const feature = finds(model.features, codeOf, from);
      const taken = finds(model.features, codeOf, to);
      if (feature === undefined || (taken !== undefined && taken !== feature)) return false;
      const found = inGroup === undefined ? feature.group : groupOf(model, inGroup);
      if (found === null) return false;
      Object.assign(feature, { code: to, group: found });
      return true;
    },
  })),
  word.map((code) => ({
    name: 'DELETE ProductFeatures',
    input: { featureCode: code },
    change: (model: Model) => {
      const gone = finds(model.features, codeOf, code);
      model.features = model.features.filter((one) => one !== gone);
      return gone !== undefined;
    },
  })),
);

const udfSteps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(word, fc.constantFrom('', 'x')).map(([name, value]) => ({
    name: 'POST ProductUDF',
    input: { udfValues: [{ fieldName: name, defaultValue: value }] },
    change: (model: Model) => {
      if (finds(model.udfs, nameOf, name) !== undefined) return false;
      model.udfs.push({ name, value });
      return true;
    },
  })),
  twoWords.map(([from, to]) => ({
    name: 'PUT ProductUDF',
    input: { udfValues: [{ fieldName: from, newFieldName: to }] },
    change: (model: Model) => {
      const udf = finds(model.udfs, nameOf, from);
      const taken = finds(model.udfs, nameOf, to);
      if (udf === undefined || (taken !== undefined && taken !== udf)) return false;
      udf.name = to;
      return true;
    },
  })),
  word.map((name) => ({
    name: 'DELETE ProductUDF',
    input: { fieldName: name },
    change: (model: Model) => {
      const gone = finds(model.udfs, nameOf, name);
      model.udfs = model.udfs.filter((one) => one !== gone);
      return gone !== undefined;
    },
  })),
);

/** The product with its groups told by its features, and what its code has. */
function found(service: Service, productid: string): unknown {
  const product = firstOf(service.ok('GET Product', { productid }));
  const code = firstOf(service.ok('GET LicenseCode', { productid, licensecode: 'OLDER' }));
  const [listed] = service.ok('GET LicenseCodes', { productid, pagenumber: 1 }) as Row[];
  const last = (service.ok('GET Products') as unknown[]).at(-1);
  expect([last, listed?.features, listed?.udfValues]).toEqual([product, code.features, code.udfValues]);
  return {
    features: (product.features as Row[]).map((one) => [one.featureCode, one.featureGroup]),
    udfs: product.udfValues,
    codeFeatures: (code.features as Row[]).map((one) => [one.featureCode, one.featureAvailability]),
    codeUdfs: code.udfValues,
  };
}

function expected({ features, udfs }: Model): unknown {
  const fields = udfs.map(({ name, value }) => ({ fieldName: name, defaultValue: value }));
  return {
    features: features.map(({ code, group: name }) => [code, name]),
    udfs: fields,
    codeFeatures: features.map(({ code }) => [code, 'OFF']),
    codeUdfs: fields,
  };
}

test('any order of changes', () => {
  const service = startService();
  service.settings.zentitleCreated = 'id';
  let made = 0;
  const steps = fc.array(fc.oneof(groupSteps, featureSteps, udfSteps), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(steps, (list) => {
      made += 1;
      const productId = String(service.ok('POST Product', { productname: `Model ${made}` }));
      service.ok('POST LicenseCode', { productid: productId, licensecodes: 'OLDER' });
      const model: Model = { groups: [], features: [], udfs: [] };
      for (const { name, input, change } of list) {
        const { status } = service.call(name, { productId, ...input });
        expect([name, input, status === 200]).toEqual([name, input, change(model)]);
        expect(found(service, productId)).toEqual(expected(model));
      }
    }),
    { numRuns: 60 },
  );
});
