import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import version1 from '../../../tests/golden/links/version-1.json';
import { BacktabError } from '../../core/errors';
import { sha256Base64 } from '../../core/hash';
import type { SharedStrategy } from '../../core/share';
import { toBase64Url } from './base64url';
import { canonicalJson } from './canonical-json';
import { decodeLink } from './decode';
import { encodeLink } from './encode';
import { seal } from './envelope';
import { sealed, sealedText, sharedDataset, sharedPortfolio, sharedStrategy } from './link.fixture';

const shared = sharedStrategy();

function refusal(payload: string): BacktabError | 'accepted' {
  try {
    decodeLink(payload);
    return 'accepted';
  } catch (e) {
    if (e instanceof BacktabError) return e;
    throw e;
  }
}

describe('share link', () => {
  it.each([
    ['one dataset', shared],
    ['several', sharedPortfolio()],
    ['nothing stated', sharedStrategy({ author: null, created: null, parameters: {} })],
    [
      'settings, an empty one too',
      sharedStrategy({ settings: { leverage: 3, intrabar: 'path', feeTiers: '' } }),
    ],
  ])('reads back what was written: %s', (_, content) => {
    expect(decodeLink(encodeLink(content))).toEqual(content);
  });

  it('has one payload whatever the order of members', () => {
    const turned: SharedStrategy = {
      ...(Object.fromEntries(Object.entries(shared).toReversed()) as unknown as SharedStrategy),
      parameters: { slow: 100, fast: 20 },
    };
    expect(encodeLink(turned)).toBe(encodeLink(shared));
  });

  it('has the payload that it had when the format was fixed', () => {
    expect(encodeLink(shared)).toMatchInlineSnapshot(
      `"Ary2Z1OtUsGOmzAQ_RVrDl2QDLK9QBJulSr1VKnSHrc5zIITUAEj2ySNUP69j-xhP2AXX-DNzOO9N16Jl9g5TzV9z8XL2MeOJDXecrQtQKNMlWmdmQPgliNTvVKwMVD9utLJu5HqQ1Hty12ltkdSP0XrLzxgWLcYmni0eH_59luUqIuW--EG3Pn-3E-ohBk4AO-uYC21KiWFjk1ZochvnzvgDW7xzSbhYs-cbR42_eI5N7mW4vH3zEB63oQL2qOjWpf7ndrrd0v341fquUuyE4xvghQkbM5n9ggJscE_QuUQqTaIMgzuCjGQgHRsWAbgKzV8xrpUrnR1kNRx6EDVtJ87UDHyvx-er627Yisq17uqehj3M7RCalVgMdFza3-x_7tdgFcltdJSPyuJXl0UOi92BkChTV7KDBrNUaIL8cpMyx1KZg9qOS3DIMF5RLYPStCZA2yGxvczbFIAHO35ljz9dENrJ9F4F8KTFKs4WVuL2WKpU0zAlop7-mfqTyJ59LiL9UkYOWkGF6wURqVY88c38kzTVLwttwRjdP8P"`,
    );
  });

  it('tells the first 500 trades', () => {
    const tradeMarks = Array.from({ length: 700 }, (_, i) => [0, i, i + 1, 1, 10, 11, 0.1] as const);
    const many = sharedStrategy({ result: { ...shared.result, tradeMarks } });
    expect(decodeLink(encodeLink(many)).result.tradeMarks).toEqual(tradeMarks.slice(0, 500));
  });

  it.each([
    ['a long script', 'x'.repeat(16_385)],
    [
      'much that cannot be packed',
      Array.from({ length: 400 }, (_, i) => sha256Base64(`${i}`).slice(0, 40)).join(''),
    ],
  ])('says that a file holds what a link cannot: %s', (_, script) => {
    const tradeMarks = Array.from(
      { length: 500 },
      (_trade, i) => [0, i, i + 1, i + Math.SQRT2, 1 / (i + 1), Math.sqrt(i), i / 7] as const,
    );
    const large = sharedStrategy({ script, result: { ...shared.result, tradeMarks } });
    expect(() => encodeLink(large)).toThrow(expect.objectContaining({ code: 'link_cannot_hold' }) as Error);
  });

  it.each(version1)('opens a link of version 1: $name', ({ payload, resultHash }) => {
    const read = decodeLink(payload);
    expect(read.result.hash).toBe(resultHash);
    expect(read.data.sets).toEqual([
      expect.objectContaining({
        alias: null,
        name: 'S&P 500, daily',
        rows: 5105,
        origin: 'sp500',
        from: null,
      }),
    ]);
    expect(read.result.tradeMarks).toHaveLength(read.result.trades);
    expect(decodeLink(encodeLink(read))).toEqual(read);
  });

  it('names a newer version', () => {
    expect(refusal(sealed({}, 3))).toMatchObject({
      code: 'link_newer',
      params: { version: 3, supported: 2 },
    });
    expect(refusal(sealed(shared, 0))).toMatchObject({ code: 'link_refused' });
  });

  it.each([
    ['unknown setting', { settings: { speed: 1 } }],
    ['setting out of range', { settings: { leverage: 5000 } }],
    ['setting of another type', { settings: { leverage: '3' } }],
    ['numbers as text', { parameters: { fast: '20' } }],
    ['no dataset', { data: { ...shared.data, sets: [] } }],
    ['two without a name', { data: { ...shared.data, sets: [sharedDataset(), sharedDataset()] } }],
    [
      'two of one name',
      { data: { ...shared.data, sets: ['A', 'A'].map((alias) => sharedDataset({ alias })) } },
    ],
    [
      'an origin elsewhere',
      { data: { ...shared.data, sets: [sharedDataset({ origin: 'https://evil.example' })] } },
    ],
    ['a lot of nothing', { data: { ...shared.data, sets: [sharedDataset({ contract: { lotSize: 0 } })] } }],
    ['a day that is none', { created: '2026-13-40' }],
    ['a hash that is text', { result: { ...shared.result, hash: '<img src=x onerror=alert(1)>' } }],
    ['too long a name', { author: 'x'.repeat(201) }],
  ])('refuses %s', (_, change) => {
    expect(refusal(sealed({ ...shared, ...change }))).toMatchObject({ code: 'link_refused' });
  });

  it('refuses numbers beyond f64', () => {
    const hostile = JSON.stringify(shared).replace('0.2645', '1e309');
    expect(refusal(sealedText(hostile))).toMatchObject({ code: 'link_refused' });
  });

  it('drops unknown keys and cannot reach a prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const hostile = JSON.stringify(shared).replace(
      '"parameters":{',
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"parameters":{',
    );
    expect(decodeLink(sealedText(hostile))).toEqual(shared);
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
    expect('polluted' in {}).toBe(false);
  });

  it('finds every truncation', () => {
    const payload = encodeLink(shared);
    for (let length = 0; length < payload.length; length++)
      expect(refusal(payload.slice(0, length)), `length ${length}`).toMatchObject({ code: 'link_damaged' });
  });

  it('refuses deflate that does not end, though its checksum fits', () => {
    const content = deflateRawSync(JSON.stringify(shared));
    for (let length = 0; length < content.length; length++) {
      const payload = toBase64Url(seal(content.subarray(0, length)));
      expect(refusal(payload), `length ${length}`).toMatchObject({ code: 'link_damaged' });
    }
  });
});

describe('canonicalJson', () => {
  it('orders members and leaves out what is empty', () => {
    expect(canonicalJson({ b: [1, null, {}], a: { y: null, x: '' }, c: [], d: {} })).toBe(
      '{"a":{"x":""},"b":[1,null,{}]}',
    );
  });

  it('writes the same numbers as JSON', () => {
    expect(canonicalJson([0.1 + 0.2, -0, 1e21, NaN, 5e-324])).toBe(
      '[0.30000000000000004,0,1e+21,null,5e-324]',
    );
  });
});
