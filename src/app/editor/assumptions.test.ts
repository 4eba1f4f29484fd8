import { expect, it } from 'vitest';
import type { DatasetManifest } from '../../core/dataset';
import { DEFAULT_SETTINGS } from '../../core/run';
import type { BacktestAnswer } from '../../workers/protocol';
import { assumptionsOf, costWords } from './assumptions';

const THIN = '\u202f';
const settings = { ...DEFAULT_SETTINGS, feePercent: 0.1, slippageBps: 1 };

const answer = (ambiguous: readonly boolean[]): BacktestAnswer =>
  ({
    outcome: { result: { settings, trades: ambiguous.map((value) => ({ ambiguous: value })) } },
  }) as unknown as BacktestAnswer;

const dataset = (extraColumns: string[]): DatasetManifest =>
  ({ extraColumns, instrument: { currency: 'USD' } }) as unknown as DatasetManifest;

const valueOf = (name: string, rows: ReturnType<typeof assumptionsOf>): string | undefined =>
  rows.find((row) => row.name === name)?.value;

it('lists what a run takes for granted', () => {
  const rows = assumptionsOf(answer([false, true, false]), dataset(['adjclose']));
  expect(valueOf('Orders fill', rows)).toBe('next open');
  expect(valueOf('Stop and target in one bar', rows)).toBe('stop first (1 of 3 trades)');
  expect(valueOf('Fee, slippage', rows)).toBe(`0.1${THIN}%, 1 bp per side`);
  expect(valueOf('Starting cash', rows)).toBe(`$100,000, earns 0${THIN}%`);
  expect(valueOf('Dividends', rows)).toBe('not in this file');
});

it('counts one trade as one, and says that dividends of a file are not counted', () => {
  const rows = assumptionsOf(answer([false]), dataset(['Dividends']));
  expect(valueOf('Stop and target in one bar', rows)).toBe('stop first (0 of 1 trade)');
  expect(valueOf('Dividends', rows)).toBe('in the file, not counted');
});

it('names the smallest quantity when it is not one unit', () => {
  const shares = answer([]);
  expect(valueOf('Smallest quantity', assumptionsOf(shares, null))).toBeUndefined();
  const { result } = shares.outcome;
  const fractions = { outcome: { result: { ...result, settings: { ...settings, lotSize: 0.001 } } } };
  expect(valueOf('Smallest quantity', assumptionsOf(fractions as unknown as BacktestAnswer, null))).toBe(
    '0.001',
  );
});

it('writes costs without idle zeros', () => {
  expect(costWords(settings)).toBe(`fee 0.1${THIN}%, slippage 1 bp`);
  expect(costWords({ ...settings, feePercent: 0, slippageBps: 2.5 })).toBe(`fee 0${THIN}%, slippage 2.5 bp`);
});
