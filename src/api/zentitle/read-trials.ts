/** Trials, from the list and from the one sentence of GET Trial. */
import { type JsonObject, member, readBoolean, readNumber, readText } from '../read.js';
import type { TrialRecord } from '../records.js';
import { readDate, readId } from './read-values.js';

export function readTrial(record: JsonObject): TrialRecord {
  const statusText = readText(member(record, 'trialStatus')) ?? '';
  return {
    product: readId(member(record, 'productId')),
    computer: readText(member(record, 'computerId')) ?? '',
    status: trialStatusOf(statusText),
    statusText,
    trialDays: readNumber(member(record, 'trialPeriod')),
    createdAt: readDate(member(record, 'created')),
    modifiedAt: readDate(member(record, 'modified')),
    leaseEndsAt: readDate(member(record, 'leaseEndDate')),
    expiresAt: readDate(member(record, 'expires')),
    converted: readBoolean(member(record, 'converted')),
    code: readText(member(record, 'licenseCode')),
  };
}

/** A trial of which only the sentence is known. */
export function trialFromStatus(product: string | null, computer: string, statusText: string): TrialRecord {
  const status = trialStatusOf(statusText);
  return {
    product,
    computer,
    status,
    statusText,
    trialDays: null,
    createdAt: null,
    modifiedAt: null,
    leaseEndsAt: null,
    expiresAt: null,
    converted: status === 'activated' ? true : null,
    code: null,
  };
}

/**
 * What a status text means. `In Trial` and `Trial Expired` are shown in the document; that a trial is absent or was
 * activated is described, not worded, so these are guesses at plain English.
 */
export function trialStatusOf(text: string): TrialRecord['status'] {
  if (
    /\bnot? (?:an? |in |on |active |current |existing )*trial\b|n[o']t exist|not found|\bnever\b|\babsent\b|^none\b/i.test(
      text,
    )
  ) {
    return 'none';
  }
  if (
    /\b(?:activated|converted|licen[cs]ed)\b/i.test(text) &&
    !/\bnot (?:been |yet )*(?:activated|converted)\b/i.test(text)
  ) {
    return 'activated';
  }
  if (/\b(?:expired|ended|over|lapsed)\b/i.test(text)) return 'expired';
  return /\bin ?trial\b|\b(?:active|running|started)\b|\bdays? (?:left|remaining)\b/i.test(text)
    ? 'in-trial'
    : 'unknown';
}
