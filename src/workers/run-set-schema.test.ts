import { describe, expect, it } from 'vitest';
import { checkedRunSet, readRunSet, writeRunSet } from './run-set-schema';

const whole = {
  members: [
    { alias: 'SPX', dataset: 'd-1', contract: { tickSize: 0.25, multiplier: 50 } },
    { alias: 'DAX', dataset: 'd-2', currency: 'EUR' },
  ],
  currency: 'USD',
  rates: { EUR: 1.1, GBP: 'd-3' },
};

describe('checkedRunSet', () => {
  it('takes a set as it is', () => expect(checkedRunSet(whole)).toEqual(whole));

  it.each<readonly [string, unknown]>([
    ['nothing', null],
    ['no members', { members: [] }],
    ['an alias with a space', { members: [{ alias: 'S P', dataset: 'd' }] }],
    [
      'one alias twice',
      {
        members: [
          { alias: 'A', dataset: 'd' },
          { alias: 'A', dataset: 'e' },
        ],
      },
    ],
    [
      'one dataset twice',
      {
        members: [
          { alias: 'A', dataset: 'd' },
          { alias: 'B', dataset: 'd' },
        ],
      },
    ],
    ['a lot of nothing', { members: [{ alias: 'A', dataset: 'd', contract: { lotSize: 0 } }] }],
    ['a tick without end', { members: [{ alias: 'A', dataset: 'd', contract: { tickSize: Infinity } }] }],
    ['a currency in words', { members: [{ alias: 'A', dataset: 'd', currency: 'euro' }] }],
    ['a rate of nothing', { members: [{ alias: 'A', dataset: 'd' }], rates: { EUR: 0 } }],
    ['a rate by a lower case code', { members: [{ alias: 'A', dataset: 'd' }], rates: { eur: 1 } }],
    [
      'too many members',
      { members: Array.from({ length: 65 }, (_, k) => ({ alias: `A${k}`, dataset: `d${k}` })) },
    ],
  ])('refuses %s', (_, value) => {
    expect(() => checkedRunSet(value)).toThrow(expect.objectContaining({ code: 'request_invalid' }));
  });

  it('drops what it does not know', () => {
    expect(checkedRunSet({ ...whole, colour: 'red' })).toEqual(whole);
  });
});

describe('a kept set', () => {
  it('comes back as it was', () => {
    expect(readRunSet(writeRunSet(checkedRunSet(whole)))).toEqual(whole);
    expect(readRunSet(writeRunSet(null))).toBeNull();
  });

  it.each([null, '', '{', '[]', '{"members":[{"alias":"A","dataset":"d"}]}'])('of %j is none', (kept) =>
    expect(readRunSet(kept)).toBeNull(),
  );
});
