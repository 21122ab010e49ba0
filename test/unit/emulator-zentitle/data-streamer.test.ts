import { describe, expect, test } from 'vitest';
import { exampleInput, type Service, startService } from './service.js';

const kept = (service: Service) =>
  service.deps.store.all('select event, productId, payload, created from zentitle_events order by seq');

describe('DataStreamer', () => {
  test('an event is kept with its payload as it came', () => {
    const service = startService();
    const input = exampleInput('POST DataStreamer');
    expect(service.stream(input).status).toBe(200);
    service.stream({ event: 'Bare' });
    service.stream({ event: 'Text', payload: '{"a":1}' });
    expect(kept(service)).toEqual([
      {
        event: 'TestDSEvent',
        productId: '6872450105',
        payload: JSON.stringify(input.payload),
        created: '2026-03-02T09:00:00',
      },
      { event: 'Bare', productId: null, payload: null, created: '2026-03-02T09:00:00' },
      { event: 'Text', productId: null, payload: '"{\\"a\\":1}"', created: '2026-03-02T09:00:00' },
    ]);
  });

  test('the answer is a sentence, OK or nothing, as set', () => {
    const service = startService();
    const answers = (['sentence', 'ok', 'empty'] as const).map((shape) => {
      service.settings.zentitleDone = shape;
      return service.stream({ event: 'E' }).body;
    });
    expect(answers).toEqual(['Event Created Successfully', 'OK', '']);
  });

  test.each([
    [{}, /Missing mandatory field: event/],
    [{ event: 'E', productId: '1' }, /Product 1 was not found/],
  ])('%j is refused and nothing is kept', (input, wanted) => {
    const service = startService();
    const { status, body } = service.stream(input);
    expect([status, body]).toEqual([400, expect.stringMatching(wanted)]);
    expect(kept(service)).toEqual([]);
  });

  test('the read-write key may not send events', () => {
    expect(startService().call('POST DataStreamer', { event: 'E' }).status).toBe(403);
  });
});
