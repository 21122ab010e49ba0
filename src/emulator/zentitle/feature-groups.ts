/** ProductFeatureGroups POST, PUT and DELETE. No call of the document reads groups that have no feature. */
import { insertRow, numberOf, textOf } from '../row.js';
import type { Store } from '../store.js';
import { answer, type Handler } from './answer.js';
import type { Inputs } from './input.js';
import { sameName } from './names.js';
import { requiredEntries } from './product-parts.js';
import { forgetPrinted, productOf } from './products.js';
import { Refusal } from './refusal.js';

/** The group of features that were put into no other. Every product has it; it cannot be changed. */
export const DEFAULT_GROUP = 'Default';

interface FeatureGroup {
  readonly seq: number;
  readonly name: string;
  readonly notes: string;
}

export const postFeatureGroups: Handler = (input, { store }) => {
  const { productId } = productOf(input, store);
  addFeatureGroups(requiredEntries(input, 'featureGroups'), store, productId);
  forgetPrinted(store, productId);
  return answer('Product FeatureGroups Created Successfully');
};

export const putFeatureGroups: Handler = (input, { store }) => {
  const { productId } = productOf(input, store);
  for (const entry of requiredEntries(input, 'featureGroups')) changeGroup(entry, store, productId);
  forgetPrinted(store, productId);
  return answer('Product FeatureGroups Updated Successfully');
};

/** What becomes of the group's features is not documented; they are put into the default group here. */
export const deleteFeatureGroup: Handler = (input, { store }) => {
  const { productId } = productOf(input, store);
  const { seq, name } = requireGroup(store, productId, input.requiredText('featureGroupName'));
  store.run('delete from zentitle_feature_groups where seq = ?', seq);
  moveFeatures(store, productId, name, DEFAULT_GROUP);
  forgetPrinted(store, productId);
  return answer('Product FeatureGroup Deleted Successfully');
};

/** Adds the groups of a request, in order. Throws a {@link Refusal} when a name is taken. */
export function addFeatureGroups(entries: readonly Inputs[], store: Store, productId: string): void {
  for (const entry of entries) {
    const name = newName(entry.requiredText('featureGroupName'), store, productId);
    const notes = entry.blankableText('notes') ?? '';
    insertRow(store, 'zentitle_feature_groups', { productId, name, notes });
  }
}

/** The group that a feature is put into, as the product spells it; undefined when none is named. */
export function readGroupName(entry: Inputs, store: Store, productId: string): string | undefined {
  const name = entry.text('featureGroupName');
  if (name === undefined) return undefined;
  return sameName(name, DEFAULT_GROUP) ? DEFAULT_GROUP : requireGroup(store, productId, name).name;
}

function changeGroup(entry: Inputs, store: Store, productId: string): void {
  const group = requireGroup(store, productId, entry.requiredText('featureGroupName'));
  const wished = entry.text('newFeatureGroupName')?.trim();
  const name = wished === undefined ? group.name : newName(wished, store, productId, group);
  const notes = entry.blankableText('notes') ?? group.notes;
  store.run('update zentitle_feature_groups set name = ?, notes = ? where seq = ?', name, notes, group.seq);
  moveFeatures(store, productId, group.name, name);
}

function moveFeatures(store: Store, productId: string, from: string, to: string): void {
  const sql = 'update zentitle_product_features set groupName = ? where productId = ? and groupName = ?';
  store.run(sql, to, productId, from);
}

function newName(given: string, store: Store, productId: string, own?: FeatureGroup): string {
  const name = given.trim();
  const taken = sameName(name, DEFAULT_GROUP) ? { seq: 0 } : findGroup(store, productId, name);
  if (taken === undefined || taken.seq === own?.seq) return name;
  throw new Refusal(`A feature group named ${name} already exists for product ${productId}.`);
}

function requireGroup(store: Store, productId: string, name: string): FeatureGroup {
  if (sameName(name, DEFAULT_GROUP)) throw new Refusal('The default feature group cannot be changed.');
  const group = findGroup(store, productId, name.trim());
  if (group === undefined) throw new Refusal(`Product ${productId} has no feature group ${name}.`);
  return group;
}

function findGroup(store: Store, productId: string, name: string): FeatureGroup | undefined {
  const sql = 'select * from zentitle_feature_groups where productId = ? and name = ?';
  const row = store.get(sql, productId, name);
  return row && { seq: numberOf(row, 'seq'), name: textOf(row, 'name'), notes: textOf(row, 'notes') };
}
