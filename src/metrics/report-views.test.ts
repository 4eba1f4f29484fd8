import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/report.json';
import { tradeOf } from '../../tests/support/trade';
import type { Column } from '../core/column';
import type { Trade } from '../core/order';
import { DAY_MS } from '../core/time';
import { beta } from './beta';
import { buyAndHold } from './buy-and-hold';
import { coveredWindows, CRISIS_WINDOWS, spanResult } from './crisis-windows';
import { grossLoss } from './gross-loss';
import { grossProfit } from './gross-profit';
import { largestPosition } from './largest-position';
import { moments } from './moments';
import { neweyWestLags } from './newey-west-lags';
import { realisedReturns } from './realised-returns';
import { realisedSharpe } from './realised-sharpe';
import { realisedSortino } from './realised-sortino';
import { countIn, returnHistogram } from './return-histogram';
import { rollingBeta } from './rolling-beta';
import { rollingCovariance } from './rolling-covariance';
import { rollingMean } from './rolling-mean';
import { rollingSharpe } from './rolling-sharpe';
import { rollingVolatility } from './rolling-volatility';
import { sharpe } from './sharpe';
import { tradeExcursions } from './trade-excursions';
import { volatility } from './volatility';

const column = (values: readonly number[]): Column => Float64Array.from(values);
const tight = { rtol: 1e-9, atol: 1e-12 };

describe.each(golden.rolling)('over a window of $window', ({ returns, benchmark, window, ...expected }) => {
  const [r, b] = [column(returns), column(benchmark)];
  const full = (values: Column): Column => values.subarray(window - 1);

  it('agrees with empyrical', () => {
    expect(full(rollingSharpe(r, window, 252))).toMatchColumn(expected.sharpe, tight);
    expect(full(rollingVolatility(r, window, 252))).toMatchColumn(expected.volatility, tight);
    expect(full(rollingBeta(r, b, window))).toMatchColumn(expected.beta, tight);
  });

  it('ends in the figures of its last bars, and is NaN before it is full', () => {
    const last = r.slice(-window);
    expect([rollingSharpe(r, window, 252).at(-1)!, rollingVolatility(r, window, 252).at(-1)!]).toMatchColumn(
      [sharpe(moments(last), 252)!, volatility(moments(last), 252)!],
      tight,
    );
    const sloped = window >= 30 ? [beta(last, b.slice(-window))!] : [];
    expect([rollingBeta(r, b, window).at(-1)!].slice(0, sloped.length)).toMatchColumn(sloped, tight);
    expect(rollingMean(r, window).findIndex((value) => !Number.isNaN(value))).toBe(window - 1);
  });
});

describe('rolling figures', () => {
  it('are unknown where a window holds an unknown value, and only there', () => {
    const values = column(Array.from({ length: 40 }, (_, i) => ((i * 7919) % 31) / 31 - 0.5));
    values[17] = NaN;
    const mean = rollingMean(values, 5);
    const spread = rollingCovariance(values, values, 5);
    for (let i = 4; i < 40; i++)
      expect([Number.isNaN(mean[i]), Number.isNaN(spread[i])]).toEqual([
        i >= 17 && i < 22,
        i >= 17 && i < 22,
      ]);
  });

  it('do not drift: a flat stretch after wild returns has no volatility and no Sharpe', () => {
    const values = column(
      Array.from({ length: 400 }, (_, i) => (i < 200 ? ((i * 7919) % 997) / 997 - 0.5 : 0)),
    );
    const at = [260, 399];
    expect(at.map((i) => rollingVolatility(values, 60, 252)[i])).toEqual([0, 0]);
    expect(at.map((i) => rollingSharpe(values, 60, 252)[i])).toEqual([NaN, NaN]);
  });

  it('refuse a window that is none', () => {
    for (const window of [1, 2.5, NaN]) {
      expect(() => rollingMean(column([1, 2, 3]), window)).toThrow(
        expect.objectContaining({ code: 'parameter_out_of_range' }),
      );
    }
  });
});

describe('histograms', () => {
  it.each(golden.histograms)('count as numpy does (%#)', ({ values, edges, counts }) => {
    expect(countIn(column(values), edges)).toEqual(counts);
  });

  it('have round classes of one width, zero among the edges, and every value in one', () => {
    const value = fc.double({ min: -0.9, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 300 }), (values) => {
        const { edges, counts } = returnHistogram(column(values))!;
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        expect(edges).toHaveLength(counts.length + 1);
        expect(edges.length).toBeLessThanOrEqual(43);
        const [least, most] = [Math.min(...values), Math.max(...values)];
        expect(edges[0]!).toBeLessThanOrEqual(least + 1e-12);
        expect(edges.at(-1)!).toBeGreaterThanOrEqual(most - 1e-12);
        const straddles = least < 0 && most > 0;
        expect(edges.includes(0) || !straddles).toBe(true);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('stand for equal values, and not for one or an unknown one', () => {
    expect(returnHistogram(column([0.1, 0.1, 0.1]))!.counts.reduce((a, b) => a + b)).toBe(3);
    expect(returnHistogram(column([0, 0]))!.counts.reduce((a, b) => a + b)).toBe(2);
    expect([returnHistogram(column([0.1])), returnHistogram(column([0.1, NaN]))]).toEqual([null, null]);
  });
});

describe.each(golden.realised)(
  'realised returns by $period',
  ({ time, capital, exits, pnl, period, ...expected }) => {
    const closed = exits.map((exitBar, i) => tradeOf({ exitBar, pnl: pnl[i]! }));
    const found = realisedReturns(column(time), closed, capital);

    it('follow the rule of the help centre', () => {
      expect(found!.period).toBe(period);
      expect(found!.returns).toMatchColumn(expected.returns, { rtol: 1e-10, atol: 1e-14 });
      expect([realisedSharpe(found, 0.02)!, realisedSortino(found, 0.02)!]).toMatchColumn(
        [expected.sharpe, expected.sortino],
        tight,
      );
    });
  },
);

it('has no realised returns within fewer than three days, and no ratio without movement', () => {
  const days = (count: number): Column => Float64Array.from({ length: count }, (_, i) => i * DAY_MS);
  expect(realisedReturns(days(2), [], 1000)).toBeNull();
  const still = realisedReturns(days(3), [], 1000);
  expect([still!.period, realisedSharpe(still, 0.02), realisedSharpe(null, 0.02)]).toEqual([
    'day',
    null,
    null,
  ]);
  expect([realisedSortino(still, 0), realisedSortino(null, 0)]).toEqual([null, null]);
});

describe('drawdown and run-up inside bars', () => {
  it.each(golden.excursions)(
    'agree with every bar of every position (%#)',
    ({ capital, trades, deepestFall, highestRise }) => {
      const rows = trades.map((trade) =>
        tradeOf({ ...trade, side: trade.side === 'long' ? 'long' : 'short' }),
      );
      const found = tradeExcursions(rows, capital);
      expect([found.deepestFall, found.highestRise]).toMatchColumn([deepestFall, highestRise], tight);
      const open: Trade[] = rows.map((trade, i) =>
        i === rows.length - 1 ? { ...trade, exitBar: NaN } : trade,
      );
      expect(tradeExcursions(open.toReversed(), capital)).toEqual(found);
    },
  );

  it('are zero without trades', () => {
    expect(tradeExcursions([], 1000)).toEqual({ deepestFall: 0, highestRise: 0 });
  });
});

describe('TradingView’s sums', () => {
  const trades = [tradeOf({ pnl: 10 }), tradeOf({ pnl: -4 }), tradeOf({ pnl: 0 }), tradeOf({ pnl: -1 })];

  it('have gross profit and gross loss as sizes', () => {
    expect([grossProfit(trades), grossLoss(trades), grossProfit([]), grossLoss([])]).toEqual([10, 5, 0, 0]);
  });

  it('buy at the first entry and hold to the last price', () => {
    const rows = [tradeOf({ entryBar: 7, entryPrice: 50 }), tradeOf({ entryBar: 3, entryPrice: 40 })];
    expect(buyAndHold(rows, 44)).toBeCloseTo(0.1, 12);
    expect([buyAndHold([], 44), buyAndHold(rows, NaN), buyAndHold(rows, 0)]).toEqual([null, null, null]);
  });

  it('add up what is held at once, an exit before an entry on the same bar', () => {
    const rows = [
      tradeOf({ entryBar: 0, exitBar: 5, quantity: 10 }),
      tradeOf({ entryBar: 3, exitBar: 5, quantity: 4 }),
      tradeOf({ entryBar: 5, exitBar: NaN, quantity: 12 }),
      tradeOf({ entryBar: 2, exitBar: 2, quantity: 3 }),
    ];
    expect([largestPosition(rows), largestPosition(rows.slice(2, 3)), largestPosition([])]).toEqual([
      14, 12, 0,
    ]);
  });
});

describe('crises', () => {
  const time = column(golden.crises.time);
  const equity = column(golden.crises.equity);

  it('agree with pandas and empyrical, and are only those that the data cover', () => {
    const found = coveredWindows(time).map(({ name, start, end }) => ({
      name,
      start,
      end,
      ...spanResult(equity, start, end),
    }));
    expect(found.map(({ name, start, end }) => ({ name, start, end }))).toEqual(
      golden.crises.rows.map(({ name, start, end }) => ({ name, start, end })),
    );
    expect(found.flatMap((row) => [row.return, row.fall])).toMatchColumn(
      golden.crises.rows.flatMap((row) => [row.return, row.fall]),
      tight,
    );
  });

  it('leave out a window that the data cut by a day at either end', () => {
    const names = (from: string, to: string): string[] => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
      return coveredWindows(Float64Array.from({ length: days }, (_, i) => Date.parse(from) + i * DAY_MS)).map(
        ({ name }) => name,
      );
    };
    expect(names('2020-02-19', '2020-03-23')).toEqual(['Covid, February and March 2020']);
    expect(names('2020-02-20', '2020-03-23')).toEqual([]);
    expect(names('2020-02-19', '2020-03-22')).toEqual([]);
    expect(coveredWindows(new Float64Array(0))).toEqual([]);
  });

  it('are in order of time and end after they begin', () => {
    const spans = CRISIS_WINDOWS.map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const);
    expect(spans.every(([from, to], i) => to > from && from >= (spans[i - 1]?.[1] ?? -Infinity))).toBe(true);
  });
});

it('looks at as many lags as the rule of Newey and West says', () => {
  expect(golden.lags.map(([count]) => neweyWestLags(count!))).toEqual(golden.lags.map(([, lags]) => lags));
});
