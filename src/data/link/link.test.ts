import fc from 'fast-check';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isBacktabError, BacktabError } from '../../core/errors';
import type { SharedStrategy } from '../../core/share';
import { toBase64Url } from './base64url';
import { decodeLink } from './decode';
import { encodeLink } from './encode';
import { seal } from './envelope';

const shared: SharedStrategy = {
  version: 1,
  script:
    "strategy('Golden cross', { fee: percent(0.1) })\nif (crossover(sma(close, 20), sma(close, 100))) buy()\n",
  parameters: { fast: 20, slow: 100 },
  data: { sha256: 'ab'.repeat(32), name: 'S&P 500, daily', rows: 5105, bundled: 'sp500' },
  engine: '0.1.0',
  result: {
    hash: 'cd'.repeat(32),
    trades: 29,
    cagr: 0.0169,
    sharpe: 0.2645,
    maxDrawdown: 0.1766,
    tradeMarks: [
      [101, 130, -0.02],
      [200, -1, 0.2],
    ],
  },
};

const sealed = (value: unknown): string => toBase64Url(seal(deflateRawSync(JSON.stringify(value))));
const refusal = (payload: string): Promise<unknown> =>
  decodeLink(payload).then(
    () => 'accepted',
    (e: unknown) => e,
  );
const LINK_CODES = ['link_too_long', 'link_damaged', 'link_newer', 'link_refused'];

describe('share link', () => {
  it('reads back what was written', async () => {
    expect(await decodeLink(await encodeLink(shared))).toEqual(shared);
  });

  it('carries settings over the script, and refuses those that no run can have', async () => {
    const changed: SharedStrategy = { ...shared, settings: { leverage: 3, intrabar: 'path' } };
    expect(await decodeLink(await encodeLink(changed))).toEqual(changed);
    const turned: SharedStrategy = { ...shared, settings: { intrabar: 'path', leverage: 3 } };
    expect(await encodeLink(turned)).toBe(await encodeLink(changed));
    expect(await encodeLink({ ...shared, settings: {} })).toBe(await encodeLink(shared));
    const wrong = [
      { leverage: 5000 },
      { pyramiding: 1.5 },
      { intrabar: 'fast' },
      { speed: 1 },
      { leverage: '3' },
    ];
    for (const settings of [...wrong, 3, [1]])
      expect(await refusal(sealed({ ...shared, settings }))).toMatchObject({ code: 'link_refused' });
  });

  it('has one payload whatever the order of parameters', async () => {
    const turned = { ...shared, parameters: { slow: 100, fast: 20 } };
    expect(await encodeLink(turned)).toBe(await encodeLink(shared));
  });

  it('finds a change of any single character of 50 links', async () => {
    const missed: string[] = [];
    for (let n = 0; n < 50; n++) {
      const payload = await encodeLink({
        ...shared,
        script: `plot(sma(close, ${n + 2}))\n`.repeat(1 + (n % 7)),
      });
      for (let i = 0; i < payload.length; i++) {
        const other = payload[i] === 'A' ? 'B' : 'A';
        const failure = await refusal(payload.slice(0, i) + other + payload.slice(i + 1));
        if (!isBacktabError(failure, 'link_damaged')) missed.push(`link ${n}, position ${i}`);
      }
    }
    expect(missed).toEqual([]);
  });

  it('finds every truncation', async () => {
    const payload = await encodeLink(shared);
    for (let length = 0; length < payload.length; length++) {
      expect(await refusal(payload.slice(0, length)), `length ${length}`).toMatchObject({
        code: 'link_damaged',
      });
    }
  });

  it('refuses more than 32 kB before decoding', async () => {
    expect(await refusal('A'.repeat(32_769))).toMatchObject({ code: 'link_too_long' });
    expect(await refusal('!'.repeat(10_000_000))).toMatchObject({ code: 'link_too_long' });
  });

  it('stops inflating at 256 kB', async () => {
    const bomb = toBase64Url(seal(deflateRawSync(new Uint8Array(16_000_000))));
    expect(bomb.length).toBeLessThan(32_768);
    expect(await refusal(bomb)).toMatchObject({
      code: 'link_refused',
      params: { reason: 'it unpacks to more than 256 kB' },
    });
  });

  it('names a newer version', async () => {
    const { sha256 } = await import('@noble/hashes/sha2.js');
    const content = deflateRawSync('{}');
    const head = Uint8Array.of(2, ...sha256(Uint8Array.of(2, ...content)).subarray(0, 4));
    expect(await refusal(toBase64Url(Uint8Array.of(...head, ...content)))).toMatchObject({
      code: 'link_newer',
      params: { version: 2, supported: 1 },
    });
  });

  it.each([
    ['depth', JSON.parse('['.repeat(40) + ']'.repeat(40)) as unknown],
    ['keys', Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`k${i}`, 0]))],
    ['text', { ...shared, script: 'x'.repeat(16_385) }],
    ['list', Array.from({ length: 10_001 }, () => 0)],
    ['numbers as text', { ...shared, parameters: { fast: '20' } }],
    ['hash', { ...shared, result: { ...shared.result, hash: '<img src=x onerror=alert(1)>' } }],
    ['version as text', { ...shared, version: '1' }],
    ['nothing', null],
  ])('refuses %s', async (_, value) => {
    expect(await refusal(sealed(value))).toMatchObject({ code: 'link_refused' });
  });

  it('refuses numbers beyond f64', async () => {
    const hostile = JSON.stringify(shared).replace('0.2645', '1e309');
    expect(await refusal(toBase64Url(seal(deflateRawSync(hostile))))).toMatchObject({ code: 'link_refused' });
  });

  it('drops unknown keys and cannot reach a prototype', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const hostile = JSON.stringify(shared).replace(
      '"parameters":{',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"parameters":{',
    );
    const read = await decodeLink(toBase64Url(seal(deflateRawSync(hostile))));
    expect(read).toEqual(shared);
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
    expect('polluted' in {}).toBe(false);
  });

  it('answers any bytes with a strategy or a coded refusal', async () => {
    const payload = await encodeLink(shared);
    const mutated = fc.tuple(fc.nat(payload.length - 1), fc.string({ unit: 'grapheme', maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ maxLength: 200 }), fc.base64String(), mutated), async (input) => {
        const text =
          typeof input === 'string'
            ? input
            : payload.slice(0, input[0]) + input[1] + payload.slice(input[0] + input[1].length);
        const failure = await refusal(text);
        if (text === payload) return;
        expect(failure instanceof BacktabError && LINK_CODES.includes(failure.code)).toBe(true);
      }),
      { seed: 1, numRuns: 20_000 },
    );
  });

  it('answers any JSON with a strategy or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), async (json) => {
        expect(await refusal(toBase64Url(seal(deflateRawSync(json))))).toMatchObject({
          code: 'link_refused',
        });
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});
