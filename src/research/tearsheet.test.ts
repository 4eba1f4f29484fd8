import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sp500Bars } from '../../tests/support/sp500';
import { fingerprint } from '../core/fingerprint';
import { compile } from '../script/compile';
import { runBacktest } from './backtest';
import { tearsheet } from './tearsheet';
import { withIntervals } from './tearsheet/with-intervals';
import type { FigureValue } from './tearsheet/shape';

const bars = sp500Bars();
const instrument = { name: 'S&P 500', currency: 'USD', zone: 'America/New_York', barsPerYear: 252 };
const script = readFileSync(new URL('../../docs/examples/golden-cross.bt.js', import.meta.url), 'utf8');
const plan = compile(script).plan!;
const outcome = runBacktest({
  plan,
  parameters: {},
  bars,
  dataHash: fingerprint(bars),
  instrument,
  tries: 1,
});
const benchmark = { name: 'Holding S&P 500', equity: outcome.holding.equity };
const input = { run: outcome.result, bars, instrument, benchmark };
const sheet = tearsheet(input);

it('crosses a worker as it is', () => {
  expect(structuredClone(sheet)).toEqual(sheet);
});

it('has a value or a reason for each figure, and never both', () => {
  const cells = [
    ...sheet.groups.flatMap(({ figures }) => figures),
    ...[...sheet.trades.rows, ...sheet.tradingView.rows].flatMap(({ all, long, short }) => [
      all,
      long,
      short,
    ]),
  ];
  const isSound = ({ value, reason }: FigureValue): boolean =>
    value === null ? /^[A-Z].+\.$/.test(reason ?? '') : Number.isFinite(value) && reason === null;
  expect(cells.filter((cell) => !isSound(cell))).toEqual([]);
});
it('has intervals on the headline figures that hold them, the same for the same seed', () => {
  const options = { resamples: 200 };
  const sure = withIntervals(sheet, input, options);
  const bracketed = sure.groups.flatMap(({ figures }) => figures).filter(({ interval }) => interval);
  expect(bracketed.map(({ key }) => key)).toEqual([
    'cagr',
    'volatility',
    'maxDrawdown',
    'sharpe',
    'sortino',
    'calmar',
    'alpha',
    'beta',
  ]);
  for (const { value, interval } of bracketed) {
    expect(interval!.low).toBeLessThan(value!);
    expect(interval!.high).toBeGreaterThan(value!);
  }
  expect(sure.trades.rows.every(({ all }) => all.interval === null)).toBe(true);
  expect(withIntervals(sheet, input, options)).toEqual(sure);
});
