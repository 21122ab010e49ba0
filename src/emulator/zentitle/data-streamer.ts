/** POST DataStreamer: events of the customer's own, kept for whoever reads the stream. */
import { insertRow } from '../row.js';
import { doneAnswer, type Handler } from './answer.js';
import { formatDate } from './dates.js';
import { requireProduct } from './products.js';

/** Nothing is documented about the answer. The payload is typed as text and shown as an object: any JSON is taken. */
export const postDataStreamer: Handler = (input, { store, now, settings }) => {
  const event = input.requiredText('event');
  const productId = input.text('productId')?.trim();
  const payload = input.json('payload');
  insertRow(store, 'zentitle_events', {
    event,
    productId: productId === undefined ? null : requireProduct(store, productId).productId,
    payload: payload === undefined ? null : JSON.stringify(payload),
    created: formatDate(now()),
  });
  return doneAnswer('Event Created Successfully', settings);
};
