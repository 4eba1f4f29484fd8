import { expect, it } from 'vitest';
import type { Bars } from '../../core/bars';
import type { OrderRequest } from '../../core/order';
import { DEFAULT_SETTINGS } from '../../core/run';
import type { Strategy } from '../../core/strategy';
import { DAY_MS } from '../../core/time';
import { simulatePortfolio } from '../../engine/simulate';
import { tearsheet } from '../tearsheet';
import { flatFigures } from './flat-figures';
import { assetPositions, rowsOf } from './several-markets';

/** Days of a year from a first one; the second instrument has no bars on weekends. */
function barsOf(first: number, base: number, weekdays: boolean): Bars {
  const days = Array.from({ length: 120 }, (_, i) => first + i).filter(
    (day) => !weekdays || (day + 4) % 7 < 5,
  );
  const close = Float64Array.from(days, (day) => base * (1 + ((day * 7919) % 17) / 100));
  const time = Float64Array.from(days, (day) => day * DAY_MS);
  return { time, open: close, high: close, low: close, close, volume: close, extra: {} };
}

const markets = [
  { name: 'Crypto', bars: barsOf(18_000, 50, false) },
  { name: 'Stock', bars: barsOf(18_010, 200, true) },
];

/** Enters both by turns and leaves them, so that their rows differ. */
const turns: Strategy = {
  name: 'turns',
  onBar(_, __, account) {
    return account.markets.flatMap(({ index, isNew, positionSize }, market): readonly OrderRequest[] => {
      if (!isNew || index % 10 !== 3 + market) return [];
      return positionSize === 0
        ? [
            {
              kind: 'enter',
              market,
              side: 'buy',
              sizing: { kind: 'percent_of_equity', percent: 40 },
            },
          ]
        : [{ kind: 'exit', market }];
    });
  },
};

const settings = { ...DEFAULT_SETTINGS, feePercent: 0.1, lotSize: 0.001 };
const run = simulatePortfolio({ markets, strategy: turns, settings });
const instrument = { name: 'Both', currency: 'USD', zone: 'UTC', barsPerYear: 365 };
const sheet = tearsheet({ run, bars: null, markets, instrument, benchmark: null });

it('finds the row of an instant', () => {
  const rowOf = rowsOf(Float64Array.of(10, 20, 40));
  expect([9, 10, 19, 20, 39, 40, 99, NaN].map(rowOf)).toEqual([NaN, 0, 0, 1, 1, 2, 2, NaN]);
});

it('values each position so that with the cash they are the equity', () => {
  const { time, equity, cash } = run.series;
  const positions = assetPositions(markets, run.fills, run.events, time);
  const total = cash.map((value, i) => positions.reduce((sum, { value: column }) => sum + column[i]!, value));
  expect(total).toMatchColumn([...equity], { rtol: 1e-9 });
});

it('tells the instruments apart in attribution, concentration and turnover', () => {
  const figures = flatFigures(sheet);
  const { byAsset } = sheet.attribution;
  expect(byAsset.map(({ key }) => key).toSorted()).toEqual(['Crypto', 'Stock']);
  expect([byAsset.reduce((sum, { pnl }) => sum + pnl, 0)]).toMatchColumn(
    [run.trades.reduce((sum, { pnl }) => sum + pnl, 0)],
    { rtol: 1e-12 },
  );
  expect(figures['concentration']!).toBeGreaterThan(0.5);
  expect(figures['concentration']!).toBeLessThanOrEqual(1);
  expect(figures['turnover']!).toBeGreaterThan(0);
  expect(sheet.tradingView.rows.find(({ key }) => key === 'tvBuyAndHold')!.all.value).toBeNull();
});

it('counts bars held in rows of the run, on which all instruments stand', () => {
  const { time } = run.series;
  const [first] = sheet.scatter;
  const trade = run.trades[first!.index]!;
  expect(first!.bars).toBe(time.indexOf(trade.exitTime) - time.indexOf(trade.entryTime));
});
