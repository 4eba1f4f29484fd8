import { describe, expect, it } from 'vitest';
import { portfolioHash, type HashedMember } from './portfolio-hash';

const member = (name: string, dataHash: string, currency = 'USD'): HashedMember => ({
  name,
  dataHash,
  currency,
});

describe('portfolioHash', () => {
  const a = member('A', 'aa');
  const b = member('B', 'bb');
  const plain = portfolioHash([a, b], {});

  it('depends on names, bars, currencies and rates', () => {
    const others = [
      portfolioHash([a], {}),
      portfolioHash([a, { ...b, name: 'C' }], {}),
      portfolioHash([a, member('B', 'bc')], {}),
      portfolioHash([a, member('B', 'bb', 'EUR')], {}),
      portfolioHash([a, b], { EUR: 1.1 }),
      portfolioHash([a, b], { EUR: 1.2 }),
      portfolioHash([a, b], { EUR: '1.1' }),
    ];
    expect(new Set([plain, ...others]).size).toBe(8);
  });

  it('does not depend on their order', () => {
    expect(portfolioHash([b, a], {})).toBe(plain);
    expect(portfolioHash([a, b], { EUR: 1, GBP: 2 })).toBe(portfolioHash([a, b], { GBP: 2, EUR: 1 }));
  });
});
