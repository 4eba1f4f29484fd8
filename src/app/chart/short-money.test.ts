import { expect, it } from 'vitest';
import { shortMoney } from './short-money';

it.each([
  [100_000, '$100k'],
  [1_500_000, '$1.5M'],
  [750, '$750'],
  [2.5, '$2.50'],
  [-50_000, '\u2212$50k'],
  [0, '$0'],
  [2e9, '$2B'],
])('writes %s as %s', (value, text) => expect(shortMoney(value, 'USD')).toBe(text));
