/** What of the systems' behaviour can be set, where their documents leave it open. */
import { z } from 'zod';
import type { EmulatorSettings } from './system.js';

export const settingsSchema = z.strictObject({
  logInputs: z.boolean(),
  babelEncoding: z.enum(['object', 'string']),
  babelHeartbeatSeconds: z.number().int().min(1).max(86_400),
  babelMissedBeats: z.number().int().min(1).max(1000),
  babelNoSeat: z.enum(['error', 'not-granted']),
  babelAnonymous: z.boolean(),
  zentitleCount: z.enum(['number', 'string', 'object', 'array']),
  zentitleErrorStatus: z.union([z.literal(200), z.literal(400)]),
  zentitleCreated: z.enum(['sentence', 'id', 'record']),
  zentitleDone: z.enum(['sentence', 'ok', 'empty']),
  zentitleNextCodes: z.enum(['text', 'list', 'records']),
  zentitleNames: z.enum(['documented', 'lower', 'upper']),
  parallelsShape: z.enum(['v20', 'v21']),
  parallelsSessionMinutes: z.number().min(1).max(10_080),
  parallelsApplyMs: z.number().int().min(0).max(86_400_000),
  licensespringReactivation: z.enum(['success', 'conflict']),
  licensespringMismatchStatus: z.union([z.literal(400), z.literal(401)]),
  licensespringProductErrorStatus: z.union([z.literal(400), z.literal(404)]),
  licensespringReleaseAnswer: z.enum(['empty', 'text', 'object']),
  licensespringVariableDates: z.enum(['iso', 'milliseconds']),
  licensespringSlotOnActivate: z.boolean(),
  licensespringJson: z.enum(['compact', 'spaced']),
  licensespringPlan: z.enum(['unlimited', 'free', 'business-starter', 'business-plus', 'enterprise']),
  licensespringRetryAfter: z.boolean(),
}) satisfies z.ZodType<EmulatorSettings>;

/** A new object on each call: the emulator changes its settings in place. */
export function defaultSettings(): EmulatorSettings {
  return {
    logInputs: false,
    babelEncoding: 'object',
    babelHeartbeatSeconds: 300,
    babelMissedBeats: 2,
    babelNoSeat: 'error',
    babelAnonymous: false,
    zentitleCount: 'number',
    zentitleErrorStatus: 200,
    zentitleCreated: 'sentence',
    zentitleDone: 'sentence',
    zentitleNextCodes: 'text',
    zentitleNames: 'documented',
    parallelsShape: 'v20',
    parallelsSessionMinutes: 30,
    parallelsApplyMs: 0,
    licensespringReactivation: 'success',
    licensespringMismatchStatus: 400,
    licensespringProductErrorStatus: 400,
    licensespringReleaseAnswer: 'empty',
    licensespringVariableDates: 'iso',
    licensespringSlotOnActivate: false,
    licensespringJson: 'compact',
    licensespringPlan: 'unlimited',
    licensespringRetryAfter: true,
  };
}
