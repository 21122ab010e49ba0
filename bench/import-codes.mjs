// Fills the emulator with codes, ten thousand a call.
import { request } from 'node:http';

const A_CALL = 10_000;
const FIRST = 700_000_000_000_000_000n;

function post(url, authorization, body) {
  const text = JSON.stringify(body);
  const headers = {
    authorization,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers }, (answer) => {
      let received = '';
      answer.on('data', (chunk) => (received += chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        if (received.includes('OK')) resolve();
        else reject(new Error(received.slice(0, 200)));
      });
    });
    call.on('error', reject);
    call.end(text);
  });
}

/** @param url of the call that imports codes */
export async function importCodes(url, authorization, product, count) {
  for (let start = 0; start < count; start += A_CALL) {
    const codes = Array.from({ length: A_CALL }, (_, index) => String(FIRST + BigInt(start + index)));
    const body = { productid: product, licensecodes: codes.join(','), reference: `bench-${start}` };
    await post(url, authorization, body);
  }
}
