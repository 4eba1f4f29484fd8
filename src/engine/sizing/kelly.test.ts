import { expect, it } from 'vitest';
import { kellyOf } from './kelly';

/** A bet on a biased coin at even money, 100 times: f* = p - q = 0.06 (Thorp, The Kelly Criterion in Blackjack, Sports Betting, and the Stock Market, 2006). */
const COIN = { wins: 53, losses: 47, won: 53, lost: 47 };

it("is Thorp's fraction for a coin that falls right 53 times in a hundred", () => {
  expect(kellyOf(COIN)).toBeCloseTo(0.06, 12);
});

it('is the chance of winning less that of losing over the payoff', () => {
  // two to one at even chances: 1/2 - (1/2) / 2
  expect(kellyOf({ wins: 20, losses: 20, won: 4, lost: 2 })).toBeCloseTo(0.25, 12);
});

it('bets nothing against the odds, and says nothing of few trades or of one kind', () => {
  expect(kellyOf({ wins: 47, losses: 53, won: 47, lost: 53 })).toBe(0);
  expect(kellyOf({ wins: 10, losses: 9, won: 1, lost: 1 })).toBeNaN();
  expect(kellyOf({ wins: 30, losses: 0, won: 3, lost: 0 })).toBeNaN();
});
