import { describe, expect, it } from 'vitest';
import type { DatasetManifest } from '../core/dataset';
import type { BacktestAnswer } from '../workers/protocol';
import { currencyOf, factsOfAnswer } from './data-facts';

const dataset = {
  name: 'S&P 500, daily',
  interval: '1d',
  instrument: { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 },
  rows: 3,
  firstTime: 1,
  lastTime: 3,
  source: { kind: 'bundled' },
} as unknown as DatasetManifest;

const one = (alias: string, zone: string, barsPerYear: number, synthetic = false) => ({
  alias,
  interval: barsPerYear > 300 ? '5m' : '1d',
  instrument: { name: alias, currency: 'USD', zone, barsPerYear },
  synthetic,
});

const answer = (instruments: readonly object[]): BacktestAnswer =>
  ({
    portfolio: { instruments, currency: 'EUR', barsPerYear: 20_000 },
    outcome: { result: { series: { time: Float64Array.of(5, 6, 7, 8) } } },
  }) as unknown as BacktestAnswer;

describe('the facts of the data of an answer', () => {
  it('are those of the one dataset', () => {
    const alone = { outcome: { result: { series: {} } } } as unknown as BacktestAnswer;
    expect(factsOfAnswer(alone, dataset)).toMatchObject({
      name: 'S&P 500, daily',
      rows: 3,
      synthetic: false,
    });
  });

  it('are those of the account of several: its rows, its currency, the finest interval', () => {
    const zone = 'America/New_York';
    expect(factsOfAnswer(answer([one('A', zone, 252), one('B', zone, 20_000, true)]), dataset)).toEqual({
      name: 'A, B',
      interval: '5m',
      instrument: { name: 'A, B', currency: 'EUR', zone, barsPerYear: 20_000 },
      rows: 4,
      firstTime: 5,
      lastTime: 8,
      synthetic: true,
    });
  });

  it('are written in UTC where instruments have clocks of their own', () => {
    const { instrument } = factsOfAnswer(
      answer([one('A', 'Europe/Berlin', 252), one('B', 'America/New_York', 252)]),
      dataset,
    );
    expect(instrument.zone).toBe('UTC');
  });
});

it('takes the currency of the account, or of the dataset while there is no answer', () => {
  expect(currencyOf(answer([]), dataset)).toBe('EUR');
  expect(currencyOf(null, dataset)).toBe('USD');
  expect(currencyOf(null, null)).toBe('USD');
});
