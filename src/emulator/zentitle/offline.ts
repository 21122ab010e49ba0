/** OfflineActivation GET and DELETE: the file-based way for computers without a network. */
import type { Store } from '../store.js';
import { activate, deactivate, findActivation, requireUsable } from './activity-record.js';
import { answer, type Handler } from './answer.js';
import {
  type CertificateKind,
  type CertificateSubject,
  digestOf,
  makeActivationCertificate,
  readCertificate,
} from './certificates.js';
import { findCode, type LicenseCode } from './code-record.js';
import { formatDate } from './dates.js';
import type { Inputs } from './input.js';
import { requireProduct } from './products.js';
import { Refusal } from './refusal.js';

/**
 * The text of the document's two examples, request and deactivation alike, stands for one computer of this code.
 * Other texts that were not made for the emulator are refused: what is in them cannot be known.
 */
const DOCUMENTED_TEXT = {
  digest: 'f1576f8284290d4858f7b22c3d79d6dbd86eb2ef293a22b5f0d1267903c4f8de',
  subject: { productId: '6872450105', code: '206454320110930859', computerId: 'aTkkGlWXABuOc06tWmDe' },
} as const;

/**
 * A request works once. Sent again while its activation lasts, it gives the same certificate without taking
 * another place, unless the code is disabled or over; after that it is refused. Not documented.
 */
export const getOfflineActivation: Handler = (input, deps) => {
  const { text, subject, code } = readSubject(input, deps.store, 'activationcertificate', 'request');
  const digest = digestOf(text);
  const present = findActivation(deps.store, code, subject.computerId);
  const used = deps.store.get('select activitySeq from zentitle_requests where digest = ?', digest);
  if (used !== undefined && used.activitySeq !== present?.seq) {
    throw new Refusal(
      'This certificate request was used before and its activation has ended; make a new request.',
    );
  }
  requireUsable(code, formatDate(deps.now()));
  if (used === undefined) {
    const activitySeq = activate(deps, code, subject.computerId);
    deps.store.run('insert into zentitle_requests (digest, activitySeq) values (?, ?)', digest, activitySeq);
  }
  return answer(makeActivationCertificate({ ...subject, serial: digest }));
};

/** A certificate works once, so that one which was kept cannot end a later activation. Not documented. */
export const deleteOfflineActivation: Handler = (input, deps) => {
  const { store } = deps;
  const { text, subject, code } = readSubject(input, store, 'deactivationcertificate', 'deactivation');
  const present = findActivation(store, code, subject.computerId);
  if (present === undefined) {
    throw new Refusal(`License code ${code.code} is not activated on computer ${subject.computerId}.`);
  }
  const digest = digestOf(text);
  if (store.get('select 1 from zentitle_deactivations where digest = ?', digest) !== undefined) {
    throw new Refusal('This deactivation certificate was used before; make a new one.');
  }
  store.run('insert into zentitle_deactivations (digest) values (?)', digest);
  deactivate(deps, code, present);
  return answer('OK');
};

function readSubject(
  input: Inputs,
  store: Store,
  field: string,
  wanted: CertificateKind,
): { readonly text: string; readonly subject: CertificateSubject; readonly code: LicenseCode } {
  const product = requireProduct(store, input.requiredText('productid'));
  const text = input.requiredText(field);
  const subject = subjectOf(text, wanted);
  if (subject.productId !== product.productId) {
    throw new Refusal(`The certificate was made for product ${subject.productId}, not ${product.productId}.`);
  }
  const code = findCode(store, subject.productId, subject.code);
  if (code === undefined) {
    throw new Refusal(`License code ${subject.code} was not found for product ${subject.productId}.`);
  }
  return { text, subject, code };
}

function subjectOf(text: string, wanted: CertificateKind): CertificateSubject {
  if (digestOf(text) === DOCUMENTED_TEXT.digest) return DOCUMENTED_TEXT.subject;
  const read = readCertificate(text);
  switch (read.state) {
    case 'read':
      if (read.kind !== wanted)
        throw new Refusal(`This is a certificate of the kind ${read.kind}, not ${wanted}.`);
      return read.subject;
    case 'foreign':
      return refuse('The certificate was not made for this service and cannot be read.');
    case 'damaged':
      return refuse('The certificate is damaged, changed or cut short.');
    case 'no-certificate':
      return refuse('The text is not a certificate.');
  }
}

function refuse(message: string): never {
  throw new Refusal(message);
}
