import { expect, it } from 'vitest';
import type { CashCause, RunEvent } from '../core/event';
import { carriedCash } from './carried-cash';

const cash = (cause: CashCause, amount: number, currency = 'USD'): RunEvent => ({
  kind: 'cash',
  bar: 0,
  time: 0,
  market: 0,
  cause,
  currency,
  amount,
});

it('adds up what came in and went out by cause, in the currency of the account', () => {
  const events = [
    cash('deposit', 1000),
    cash('dividend', 3),
    cash('dividend', 4, 'EUR'),
    cash('borrowing', -2),
    cash('borrowing', -5),
    cash('exchange', 9),
    cash('interest', 1),
  ];
  expect(carriedCash(events)).toEqual({ dividend: 3, interest: 1, borrowing: -7, funding: 0 });
  expect(carriedCash([])).toEqual({ dividend: 0, interest: 0, borrowing: 0, funding: 0 });
});
