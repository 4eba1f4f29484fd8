import { describe, expect, it } from 'vitest';
import type { BacktestAnswer } from '../../workers/protocol';
import { instrumentAssumptions, readAlias, readCurrency, readRate, readTerm } from './instrument-words';

describe('the fields of an instrument', () => {
  it.each([
    ['SPX', { value: 'SPX' }],
    [' SPX ', { value: 'SPX' }],
    ['', { problem: 'An alias is needed' }],
    ['S P', { problem: 'A letter first, then letters, digits and _' }],
    ['5Y', { problem: 'A letter first, then letters, digits and _' }],
    ['DAX', { problem: 'Another dataset is called DAX' }],
    ['A'.repeat(41), { problem: '40 characters at most' }],
  ])('alias %j', (text, reading) => expect(readAlias(text, ['DAX'])).toEqual(reading));

  it('currency', () => {
    expect(readCurrency('eur')).toEqual({ value: 'EUR' });
    expect(readCurrency('')).toEqual({ value: null });
    expect(readCurrency('euro')).toEqual({ problem: 'Three letters, as EUR' });
  });

  it('terms and rates', () => {
    expect(readTerm('tickSize', '0.25')).toEqual({ value: 0.25 });
    expect(readTerm('minNotional', '1,000')).toEqual({ value: 1000 });
    expect(readTerm('tickSize', ' ')).toEqual({ value: null });
    expect(readTerm('lotSize', '0')).toEqual({ problem: 'A number above 0 is needed' });
    expect(readTerm('tickSize', '-1')).toEqual({ problem: 'A number of 0 or more is needed' });
    expect(readTerm('multiplier', 'many')).toEqual({ problem: 'A number above 0 is needed' });
    expect(readRate('1.1')).toEqual({ value: 1.1 });
    expect(readRate('0')).toEqual({ problem: 'A number above 0 is needed' });
  });
});

describe('what is assumed of several instruments', () => {
  const instrument = (alias: string, currency: string) => ({ alias, instrument: { currency } });
  const answer = {
    portfolio: { currency: 'USD', instruments: [instrument('DAX', 'EUR'), instrument('SPX', 'USD')] },
    request: {
      datasets: {
        members: [
          { alias: 'SPX', dataset: 'a', contract: { tickSize: 0.25, multiplier: 50 } },
          { alias: 'DAX', dataset: 'b' },
        ],
        rates: { EUR: 1.1, GBP: 'fx' },
      },
    },
  } as unknown as BacktestAnswer;

  it('names them, the currencies, the rates and the contracts that were given', () => {
    expect(instrumentAssumptions(answer, (id) => `file ${id}`)).toEqual([
      { name: 'Instruments', value: 'DAX, SPX' },
      { name: 'Currency of the account', value: 'USD' },
      { name: '1 EUR', value: '1.1 USD' },
      { name: '1 GBP', value: 'USD by the closes of file fx' },
      { name: 'DAX', value: 'in EUR' },
      { name: 'SPX', value: 'tick size 0.25, multiplier 50' },
    ]);
  });

  it('is nothing for a run on one', () => {
    expect(instrumentAssumptions({ request: {} } as unknown as BacktestAnswer, String)).toEqual([]);
  });
});
