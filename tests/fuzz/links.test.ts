import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BacktabError } from '../../src/core/errors';
import { sha256Hex } from '../../src/core/hash';
import { LINK_LIMITS, type SharedStrategy } from '../../src/core/share';
import { toBase64Url } from '../../src/data/link/base64url';
import { canonicalJson } from '../../src/data/link/canonical-json';
import { decodeLink } from '../../src/data/link/decode';
import { encodeLink } from '../../src/data/link/encode';
import { seal } from '../../src/data/link/envelope';
import {
  sealed,
  sealedText,
  sharedDataset,
  sharedPortfolio,
  sharedStrategy,
} from '../../src/data/link/link.fixture';
import { BODY_AT, MAGIC } from '../../src/data/share-file/layout';
import { readShareFile } from '../../src/data/share-file/read';
import { writeShareFile } from '../../src/data/share-file/write';
import { fingerprint } from '../../src/core/fingerprint';
import { makeBars } from '../../src/data/store/testing/sample-data';
import { RandomSource } from '../support/random-source';
import { hostileJson, poisoned } from './hostile-json';

const LINK_CODES = new Set(['link_too_long', 'link_damaged', 'link_newer', 'link_refused']);
const HONEST: readonly SharedStrategy[] = [
  sharedStrategy(),
  sharedPortfolio(),
  sharedStrategy({ settings: { leverage: 2 } }),
];

const prototypes = (): string =>
  [Object.prototype, Array.prototype, String.prototype, Function.prototype]
    .map((prototype) => Object.getOwnPropertyNames(prototype).join())
    .join('|');

/** Opens a payload; what comes of it has to be a coded refusal, or content that a link can carry again. */
function open(payload: string): string {
  try {
    const shared = decodeLink(payload);
    expect(decodeLink(encodeLink(shared))).toEqual(shared);
    return 'opened';
  } catch (e) {
    if (e instanceof BacktabError && LINK_CODES.has(e.code)) return e.code;
    throw new Error(`payload ${payload.slice(0, 400)}`, { cause: e });
  }
}

/** Opens so many hostile payloads and counts what came of them; prototypes are as they were. */
function fuzz(seed: number, count: number, make: (random: RandomSource) => string): Record<string, number> {
  const random = new RandomSource(seed);
  const before = prototypes();
  const counts: Record<string, number> = {};
  for (let i = 0; i < count; i++) {
    const result = open(make(random));
    counts[result] = (counts[result] ?? 0) + 1;
  }
  expect(prototypes()).toBe(before);
  expect('polluted' in {}).toBe(false);
  return counts;
}

const bytesOf = (random: RandomSource, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => random.whole(0, 255));

describe('hostile links', { timeout: 240_000 }, () => {
  it('45,000 of JSON that no honest sender writes are refused', () => {
    expect(fuzz(1, 45_000, (random) => sealedText(hostileJson(random), random.whole(1, 2)))).toEqual({
      link_refused: expect.any(Number) as number,
      link_damaged: expect.any(Number) as number,
    });
  });

  it('30,000 honest ones with one poisoned value are opened as content or refused', () => {
    const counts = fuzz(2, 30_000, (random) => sealedText(poisoned(random, random.pick(HONEST))));
    expect(counts['link_refused']).toBeGreaterThan(15_000);
    expect(counts['opened']).toBeGreaterThan(1_000);
  });

  it('15,000 of random bytes with a right checksum are refused', () => {
    expect(
      fuzz(3, 15_000, (random) =>
        toBase64Url(seal(bytesOf(random, random.whole(0, 300)), random.whole(0, 4))),
      ),
    ).toEqual({
      link_damaged: expect.any(Number) as number,
      link_newer: expect.any(Number) as number,
      link_refused: expect.any(Number) as number,
    });
  });

  it('15,000 with deflate that was cut, turned or continued are opened as content or refused', () => {
    const packed = HONEST.map((shared) => deflateRawSync(canonicalJson(shared)));
    const counts = fuzz(4, 15_000, (random) => {
      const bytes = Uint8Array.from(random.pick(packed));
      for (let k = random.whole(1, 4); k > 0; k--)
        bytes[random.whole(0, bytes.length - 1)] = random.whole(0, 255);
      return toBase64Url(
        seal(bytes.subarray(0, random.chance(0.3) ? random.whole(1, bytes.length) : bytes.length)),
      );
    });
    expect(counts['link_damaged']).toBeGreaterThan(5_000);
  });

  it('15,000 texts with characters changed, put in or left out are refused', () => {
    const payloads = HONEST.map((shared) => encodeLink(shared));
    const counts = fuzz(5, 15_000, (random) => {
      const payload = random.pick(payloads);
      const at = random.whole(0, payload.length - 1);
      const put = random.pick(['', 'A', '=', '%', '\u0000', '\u202e', '<', 'AAAA', '\ud83d']);
      const changed = payload.slice(0, at) + put + payload.slice(at + random.whole(put === '' ? 1 : 0, 3));
      return payloads.includes(changed) ? '' : changed;
    });
    expect(counts).toEqual({ link_damaged: 15_000 });
  });
});

describe('bounds of links', () => {
  it('L1: any length up to 10 MB is refused before it is decoded', () => {
    for (const length of [LINK_LIMITS.payloadCharacters + 1, 100_000, 1_000_000, 10_000_000])
      expect(open('A'.repeat(length))).toBe('link_too_long');
    for (const length of [0, 1, 2, 3, 4, 100, LINK_LIMITS.payloadCharacters])
      expect(open('A'.repeat(length))).toBe('link_damaged');
  });

  it('L2: 20 bombs end where a link may end, whatever they unpack to', () => {
    for (let n = 0; n < 20; n++) {
      const bytes = new Uint8Array(LINK_LIMITS.inflatedBytes + 1 + n * 1_000_000).fill(n);
      const bomb = toBase64Url(seal(deflateRawSync(bytes, { level: 9 })));
      expect(bomb.length).toBeLessThan(LINK_LIMITS.payloadCharacters);
      expect(open(bomb)).toBe('link_refused');
    }
  });

  it('L3: 200 of too much depth, keys, text or items are refused, and what is just within is not for that', () => {
    const { depth, keys, textCharacters, listItems } = LINK_LIMITS;
    for (let n = 1; n <= 50; n++) {
      const [open_, close] = n % 2 ? ['[', ']'] : ['{"a":', '}'];
      expect(open(sealedText(`${open_.repeat(depth + n)}0${close.repeat(depth + n)}`))).toBe('link_refused');
      const many = Object.fromEntries(Array.from({ length: keys + n }, (_, i) => [`k${i}`, 0]));
      expect(open(sealed({ ...HONEST[0], many }))).toBe('link_refused');
      expect(open(sealed({ ...HONEST[0], note: 'x'.repeat(textCharacters + n) }))).toBe('link_refused');
      expect(open(sealed({ ...HONEST[0], list: Array.from({ length: listItems + n }, () => 0) }))).toBe(
        'link_refused',
      );
    }
    const nested = JSON.parse(`${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}`) as unknown;
    expect(open(sealed({ ...HONEST[0], nested, note: 'x'.repeat(textCharacters) }))).toBe('opened');
  });

  it('L7: 50 links tell every single character that was changed', () => {
    const random = new RandomSource(6);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const missed: string[] = [];
    for (let n = 0; n < 50; n++) {
      const name = `S${n}`;
      const payload = encodeLink(
        sharedStrategy({
          script: `strategy('${name}')\n${`plot(sma(close, ${n + 2}))\n`.repeat(1 + (n % 7))}`,
          data: { sha256: 'ab'.repeat(32), sets: [sharedDataset({ name })], currency: null, rates: [] },
        }),
      );
      for (let i = 0; i < payload.length; i++) {
        const others = letters.replace(payload[i] ?? '', '');
        const changed = payload.slice(0, i) + others[random.whole(0, 62)] + payload.slice(i + 1);
        if (open(changed) !== 'link_damaged') missed.push(`link ${n}, position ${i}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('hostile files', { timeout: 120_000 }, () => {
  it('6,000 with a right checksum around wrong bytes are opened as content or refused', async () => {
    const bars = makeBars(40);
    const sha256 = fingerprint(bars);
    const instrument = { name: 'Waves', currency: 'USD', zone: 'UTC', barsPerYear: 252 };
    const honest = await writeShareFile(HONEST[0] ?? sharedStrategy(), [
      { sha256, bars, instrument, interval: '1m' },
    ]);
    const random = new RandomSource(7);
    const counts: Record<string, number> = {};
    for (let i = 0; i < 6_000; i++) {
      const bytes = honest.slice(
        0,
        random.chance(0.2) ? random.whole(BODY_AT, honest.length) : honest.length,
      );
      for (let k = random.whole(1, 6); k > 0; k--)
        if (bytes.length > BODY_AT) bytes[random.whole(BODY_AT, bytes.length - 1)] = random.whole(0, 255);
      const digest = sha256Hex(bytes.subarray(BODY_AT)).match(/../g) ?? [];
      bytes.set(
        digest.map((byte) => parseInt(byte, 16)),
        MAGIC.length + 1,
      );
      const result = await readShareFile('run.backtab', bytes).then(
        () => 'opened',
        (e: unknown) => (e instanceof BacktabError ? e.code : Promise.reject(e as Error)),
      );
      counts[result] = (counts[result] ?? 0) + 1;
    }
    expect(Object.keys(counts).filter((code) => !/^(?:opened|file_(?:refused|damaged))$/.test(code))).toEqual(
      [],
    );
    expect(counts['file_refused']).toBeGreaterThan(1_000);
  });
});
