/** What a dry run shows in place of sending: the request as text or record, or a curl command line. */
import type { DryRunStop } from '../api/client.js';
import { shellWord } from '../commands/shell-word.js';
import type { RecordResult } from '../output/result.js';

type Plan = DryRunStop['plan'];

/** The call as one curl command; secrets are placeholders already. */
export function curlLine(plan: Plan): string {
  const words = ['curl', '--request', plan.method, plan.url];
  for (const [name, value] of Object.entries(plan.headers)) {
    // curl counts the bytes itself, and the placeholders would make the number wrong.
    if (name.toLowerCase() !== 'content-length') words.push('--header', `${name}: ${value}`);
  }
  if (plan.body !== undefined && plan.body !== null) {
    words.push('--data-raw', typeof plan.body === 'string' ? plan.body : JSON.stringify(plan.body));
  }
  return words.map(shellWord).join(' ');
}

/** The call for a person to read: request line, headers, body. */
function requestText({ method, url, headers, body }: Plan): string {
  const head = [`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  if (body === undefined || body === null) return head.join('\n');
  return `${head.join('\n')}\n\n${typeof body === 'string' ? body : JSON.stringify(body, null, 2)}`;
}

export function dryRunResult(plan: Plan, asCurl: boolean): RecordResult {
  const record = {
    dryRun: true,
    operation: plan.operation,
    effect: plan.effect,
    method: plan.method,
    url: plan.url,
    headers: plan.headers,
    body: plan.body ?? null,
  };
  return {
    kind: 'record',
    id: 'operation',
    preview: true,
    record: asCurl ? { ...record, curl: curlLine(plan) } : record,
    message: `Dry run: nothing was sent. It would be ${plan.operation ?? 'an undocumented call'}, effect ${plan.effect}.`,
    document: asCurl ? curlLine(plan) : requestText(plan),
  };
}
