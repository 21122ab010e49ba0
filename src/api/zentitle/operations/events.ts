/** The data streamer, which has a key kind of its own. */
import { text } from '../../field-kinds.js';
import type { Operation } from '../../operation.js';
import { productId } from './fields.js';
import { noted, row, spelled } from './row.js';

export const emitEvent: Operation = row('POST', 'DataStreamer', {
  id: 'zentitle.events.emit',
  summary: 'Emit an event into the data stream',
  effect: 'create',
  keyKinds: ['datastreamer'],
  input: [
    text('event', 'Name of the event.', { required: true }),
    noted('Product that the event belongs to.', spelled('productId', productId)),
    { name: 'payload', type: 'object', note: 'Data of the event.' },
  ],
  answer: { kind: 'undocumented' },
  guess: 'The table types payload as text, the example sends an object; an object is sent.',
});
