/** Making capabilities of calls: ask, read the body, and make a record of it and of what was asked. */
import type { Client } from '../client.js';
import type { Input, Operation } from '../operation.js';
import type { Ask } from '../provider.js';
import type { BodyOf } from './license-answer.js';

export type Asking = <Body, T>(
  operation: Operation,
  bodyOf: BodyOf<Body>,
  read: (body: Body, input: Input) => T,
) => Ask<T>;

export function askingWith(client: Client): Asking {
  return (operation, bodyOf, read) => async (input) => {
    const answer = await client.call(operation, input);
    return { value: read(bodyOf(answer, operation), input), raw: answer.body };
  };
}
