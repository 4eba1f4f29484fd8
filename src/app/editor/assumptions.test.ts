import { expect, it } from 'vitest';
import type { DatasetManifest } from '../../core/dataset';
import { DEFAULT_SETTINGS } from '../../core/run';
import type { BacktestAnswer } from '../../workers/protocol';
import { SETTING_NAMES, SETTINGS } from '../../core/settings';
import { assumptionsOf, costWords } from './assumptions';
import { choiceWords, SETTING_TITLES } from './setting-words';

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

it('tells every setting that differs from its default, and the fill rule in force', () => {
  const changed = {
    ...settings,
    marketFill: 'same_close',
    latencyBars: 2,
    intrabar: 'optimistic',
    leverage: 3,
    feePerOrder: 1,
    shorting: 'refuse',
    interestPercent: 2,
    actions: 'apply',
  } as const;
  const { result } = answer([]).outcome;
  const ran = { outcome: { result: { ...result, settings: changed } } } as unknown as BacktestAnswer;
  const rows = assumptionsOf(ran, dataset(['dividend']));
  expect(valueOf('Orders fill', rows)).toBe('same close, 2 bars late');
  expect(valueOf('Stop and target in one bar', rows)).toBe('target first (0 of 0 trades)');
  expect(valueOf('Starting cash', rows)).toBe(`$100,000, earns 2${THIN}% a year`);
  expect(valueOf('Leverage', rows)).toBe('3 times');
  expect(valueOf('Fee per order', rows)).toBe('$1');
  expect(valueOf('Short positions', rows)).toBe('refused');
  expect(valueOf('Dividends', rows)).toBe('in the file, counted');
});

it('has words for every setting and every choice', () => {
  for (const name of SETTING_NAMES) expect(SETTING_TITLES[name]).toMatch(/\S/);
  const choices = SETTING_NAMES.flatMap((name) => {
    const setting = SETTINGS[name];
    return setting.kind === 'choice' ? [{ name, choices: setting.choices }] : [];
  });
  for (const { name, choices: known } of choices)
    expect(Object.keys(choiceWords(name) ?? {}).toSorted()).toEqual(known.toSorted());
});
