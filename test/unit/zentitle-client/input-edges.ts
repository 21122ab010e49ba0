/** Inputs at the edges of what the document allows, made from its table: each is to be sent or to be refused. */
import {
  asDocumented,
  type DocumentedCall,
  type DocumentedField,
  documentedTable,
  exampleOf,
} from '../../fixtures/zentitle-document/document.js';

type Values = Readonly<Record<string, unknown>>;

export interface Edge {
  readonly call: string;
  readonly title: string;
  readonly input: Values;
  /** Where the value stands that the server is to receive, and what it is there; absent for what is refused. */
  readonly sent?: { readonly path: readonly string[]; readonly value: unknown };
}

/** A value of a field, as a person gives it and as it is to travel. */
interface Given {
  readonly value: unknown;
  readonly sent: unknown;
}

const OTHER_WORD = 'marmalade';
/** Beyond what any field is documented to take: 2^53 + 1. */
const TOO_LARGE = '9007199254740993';

const text = (length: number): string => 'a'.repeat(length);
const same = (value: unknown): Given => ({ value, sent: value });
const number = (value: number): Given => ({ value, sent: String(value) });

/** Values on the inner side of each edge of a field. */
function inside(field: DocumentedField): readonly Given[] {
  const { type, allowed = [], special = [], min, max, minLength, maxLength, fields = [] } = field;
  const words = [...allowed, ...special].flatMap((word) => [
    { value: word, sent: word },
    { value: String(word).toUpperCase(), sent: word },
    { value: ` ${word} `, sent: word },
  ]);
  if (allowed.length > 0) return words;
  switch (type) {
    case 'int':
      return [min, max].filter((one) => one !== undefined).map(number);
    case 'string':
      return [minLength, maxLength].filter((one) => one !== undefined).map((length) => same(text(length)));
    case 'datetime':
      return [...words, same('2027-01-31T23:59:59'), same('2028-02-29')];
    case 'JSON':
      return [same({}), same({ name: 'value', inner: { numbers: [1, 2] } })];
    case 'list':
      // The one member of an entry may stand for it.
      return fields.length === 1 ? [{ value: 'FEAT1', sent: [{ [fields[0]?.name ?? '']: 'FEAT1' }] }] : [];
  }
}

/** Values on the outer side. */
function outside(field: DocumentedField): readonly unknown[] {
  const { type, allowed = [], min, max, minLength, maxLength, fields = [] } = field;
  if (allowed.length > 0) return [OTHER_WORD, '', ...(type === 'int' ? [2, -1, '0.5'] : [])];
  switch (type) {
    case 'int':
      return [
        ...(min === undefined ? [] : [min - 1, String(min - 1)]),
        ...(max === undefined ? [] : [max + 1, String(max + 1)]),
        ...[OTHER_WORD, '1.5', 1.5, '1e3', '0x10', '', true, -1, TOO_LARGE],
      ];
    case 'string':
      return [
        ...(minLength === undefined ? [] : [text(minLength - 1)]),
        ...(maxLength === undefined ? [] : [text(maxLength + 1)]),
        ...[{}, []],
      ];
    case 'datetime':
      return [OTHER_WORD, '2027-02-29', '2027-13-01', '31.01.2027', '2027-01-31T24:61:00', '', 20_270_131];
    case 'JSON':
      return [OTHER_WORD, 1, true];
    case 'list':
      return fields.length === 1 ? [] : [OTHER_WORD, 1];
  }
}

/** Fields that rules ask for beside the one under test. */
const COMPANIONS: Readonly<Record<string, Values>> = {
  licensetype: { subscriptionperiod: '10', subscriptionenddate: '2027-01-31' },
  licenseType: { subscriptionPeriod: '10', subscriptionEndDate: '2027-01-31' },
  subscriptionperiod: { licensetype: 'subscriptionperiod' },
  subscriptionPeriod: { licenseType: 'subscriptionperiod' },
  subscriptionenddate: { licensetype: 'perpetual' },
  subscriptionEndDate: { licenseType: 'perpetual' },
};

/** What members stand beside the one under test in an entry: the ones that tell what the entry is about. */
function entryWith(list: DocumentedField, member: string, value: unknown): Values {
  const known: Readonly<Record<string, unknown>> = {
    featurecode: 'FEAT1',
    fieldname: 'TEST1',
    functionname: 'LTCO',
    ...(member === 'type' ? { description: '7' } : {}),
    ...(member === 'description' ? { type: 'general' } : {}),
  };
  const entry = (list.fields ?? [])
    .filter(({ name, required }) => required === true || name in known)
    .map(({ name }) => [name, known[name] ?? `some ${name}`]);
  return { ...Object.fromEntries(entry), [member]: value };
}

/** The mandatory input of a call, from its example. */
export function mandatory({ call, inputs }: DocumentedCall): Values {
  const example = asDocumented(exampleOf(call));
  const wanted = inputs.filter(({ required }) => required === true).map(({ name }) => [name, example[name]]);
  const extra: Readonly<Record<string, Values>> = {
    'POST LicenseCode': { numcodes: '1' },
    'GET Group': { groupid: '9' },
    'DELETE Group': { groupid: '9' },
    'GET GroupUser': { groupuserid: '7' },
  };
  const lists = /^(POST|PUT) Product(FeatureGroups|Features|UDF)$/.test(call) ? example : {};
  return { ...lists, ...Object.fromEntries(wanted), ...extra[call] };
}

const show = (value: unknown): string =>
  typeof value === 'string' && value.length > 30 ? `${value.length} characters` : JSON.stringify(value);

function edgesOf(one: DocumentedCall, field: DocumentedField, list?: DocumentedField): readonly Edge[] {
  const { call } = one;
  const name = list === undefined ? field.name : `${list.name}.${field.name}`;
  const withValue = (value: unknown): Values => {
    const base = { ...mandatory(one), ...COMPANIONS[name] };
    return list === undefined
      ? { ...base, [name]: value }
      : { ...base, [list.name]: [entryWith(list, field.name, value)] };
  };
  const path = list === undefined ? [field.name] : [list.name, '0', field.name];
  return [
    ...inside(field).map(({ value, sent }) => ({
      call,
      title: `sends ${show(value)} as ${name}`,
      input: withValue(value),
      sent: { path, value: sent },
    })),
    ...outside(field).map((value) => ({
      call,
      title: `refuses ${show(value)} as ${name}`,
      input: withValue(value),
    })),
    ...(field.required === true
      ? [undefined, null, '', '   '].map((value) => ({
          call,
          title: `refuses ${JSON.stringify(value) ?? 'nothing'} as ${name}, which is mandatory`,
          input: withValue(value),
        }))
      : []),
  ];
}

/** The table types payload as text and its example is an object, which is what counts here. */
const read = (call: string, field: DocumentedField): DocumentedField =>
  call === 'POST DataStreamer' && field.name === 'payload' ? { ...field, type: 'JSON' } : field;

export const edges: readonly Edge[] = documentedTable.flatMap((one) =>
  one.inputs
    .map((field) => read(one.call, field))
    .flatMap((field) => [
      ...edgesOf(one, field),
      ...(field.fields ?? []).flatMap((member) => edgesOf(one, member, field)),
    ]),
);
