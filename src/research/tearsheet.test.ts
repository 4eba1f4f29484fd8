import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import golden from '../../tests/golden/golden-cross.json';
import { sp500Bars } from '../../tests/support/sp500';
import { tradeOf } from '../../tests/support/trade';
import { fingerprint } from '../core/fingerprint';
import { METRICS } from '../core/metric-info';
import { DAY_MS } from '../core/time';
import { drawdowns } from '../metrics/max-drawdown';
import { compile } from '../script/compile';
import { runBacktest } from './backtest';
import { tearsheet } from './tearsheet';
import { withIntervals } from './tearsheet/with-intervals';
import { flatFigures } from './tearsheet/flat-figures';
import type { FigureValue, Tearsheet } from './tearsheet/shape';

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

describe('attribution and tables', () => {
  const { attribution, months, years, series, scatter, costs } = sheet;
  const sum = (rows: readonly { readonly pnl: number }[]): number =>
    rows.reduce((total, { pnl }) => total + pnl, 0);
  const equity = outcome.result.series.equity;

  it('gives every cent of the trades to one group of each list', () => {
    const whole = sum(outcome.result.trades);
    const { byAsset, byTag, byExit, bySide } = attribution;
    expect([byAsset, byTag, byExit, bySide].map(sum)).toMatchColumn(Array(4).fill(whole), { rtol: 1e-12 });
    expect(byAsset.map(({ key, trades }) => [key, trades])).toEqual([['S&P 500', 29]]);
  });

  it('gives every cent of the account to one stretch of time of each list', () => {
    const whole = equity.at(-1)! - equity[0]!;
    const { byYear, byQuarter, byMonth } = attribution;
    expect([byYear, byQuarter, byMonth].map(sum)).toMatchColumn(Array(3).fill(whole), { rtol: 1e-9 });
    expect(byYear.map(({ key }) => Number(key))).toEqual(years.map(({ year }) => year));
  });

  it('compounds months to years and years to the whole', () => {
    const compound = (values: readonly (number | null)[]): number =>
      values.reduce<number>((growth, value) => growth * (1 + (value ?? 0)), 1) - 1;
    expect(months.map((row) => compound(row.months))).toMatchColumn(
      years.map(({ run }) => run),
      { rtol: 1e-10, atol: 1e-14 },
    );
    expect([compound(years.map(({ run }) => run))]).toMatchColumn([equity.at(-1)! / equity[0]! - 1], {
      rtol: 1e-10,
    });
  });

  it('says what the headline figures say', () => {
    const flat = flatFigures(sheet);
    for (const { key } of METRICS) expect([key, flat[key]]).toEqual([key, outcome.metrics[key]]);
    expect(Object.keys(flat)).toContain('longWinRate');
    expect(sheet.drawdowns[0]!.depth).toBe(outcome.metrics.maxDrawdown);
    expect(scatter).toHaveLength(29);
    expect(costs.reduce((total, { all }) => total + all, 0)).toBeCloseTo(outcome.metrics.costs, 6);
    expect(series.benchmark![0]).toBe(equity[0]);
  });
});

it('says what became of every order', () => {
  const { orders } = outcome.result;
  expect(sheet.orderEnds.reduce((total, { count }) => total + count, 0)).toBe(orders.length);
  const stops = orders.filter(
    ({ status, events }) => status === 'filled' && events.at(-1)?.reason === 'filled_at_stop',
  );
  expect(sheet.orderEnds.find(({ reason }) => reason === 'filled_at_stop')).toMatchObject({
    status: 'filled',
    count: stops.length,
    words: 'The price reached the stop and it filled there',
    lastTime: Math.max(...stops.map(({ events }) => events.at(-1)!.time)),
  });
});

it('agrees with empyrical on run and holding', () => {
  const flat = flatFigures(sheet);
  for (const name of ['totalReturn', 'sharpe', 'sortino', 'volatility', 'maxDrawdown'] as const) {
    expect([flat[name]!]).toMatchColumn([golden.strategy[name]], { rtol: 1e-9 });
  }
  expect([flat['benchmarkReturn']!, flat['benchmarkSharpe']!, flat['benchmarkMaxDrawdown']!]).toMatchColumn(
    [golden.holding.totalReturn, golden.holding.sharpe, golden.holding.maxDrawdown],
    { rtol: 1e-9 },
  );
});

describe('below its least sample', () => {
  /** A sheet of so many bars, which go up and down, with so many trades with a stop. */
  function sheetOf(rows: number, trades: number): Tearsheet {
    const time = Float64Array.from({ length: rows }, (_, i) => Date.UTC(2019, 0, 1) + i * DAY_MS);
    const moves = Float64Array.from({ length: rows }, (_, i) =>
      i === 0 ? 0 : ((i * 7919) % 13) / 1000 - 0.0055,
    );
    let value = 100_000;
    const equity = moves.map((move) => (value *= 1 + move));
    const some = { time, open: equity, high: equity, low: equity, close: equity, volume: equity, extra: {} };
    const closed = Array.from({ length: trades }, (_, i) =>
      tradeOf({
        pnl: (i % 4) - 1.4,
        return: ((i % 4) - 1.4) / 100,
        stop: 95,
        mae: -0.01,
        entryBar: 1,
        exitBar: 1,
      }),
    );
    const run = {
      series: { time, equity, cash: equity, exposure: moves, drawdown: drawdowns(equity) },
      orders: [],
      fills: [],
      trades: closed,
      events: [],
      settings: { capital: 100_000 },
    };
    const held = { name: 'Another', equity: equity.map((v, i) => v * (1 + ((i * 31) % 7) / 1000)) };
    return tearsheet({ run, bars: some, instrument, benchmark: held });
  }

  const RETURN_NEEDS = [2, 3, 4, 20, 30];
  it.each(RETURN_NEEDS)('of %i returns a figure has a reason, and at it none for want of data', (least) => {
    const kinds = [`${least} returns`, `${least} pairs of returns`];
    const of = (rows: number) =>
      sheetOf(rows, 0)
        .groups.flatMap(({ figures }) => figures)
        .filter(({ needs }) => kinds.includes(needs));
    expect(of(least).length).toBeGreaterThan(0);
    for (const { value, reason } of of(least)) {
      expect(value).toBeNull();
      expect(reason).toMatch(
        new RegExp(`^Not enough data: ${least - 1} (returns?|pairs? of returns), ${least} needed\\.$`),
      );
    }
    for (const { reason } of of(least + 1)) expect(reason ?? '').not.toContain('Not enough data');
  });

  it.each([
    ['systemQuality', 30, 'trades'],
    ['systemQualityR', 30, 'trades with a stop'],
    ['kellyFraction', 10, 'decided trades'],
    ['winRate', 1, 'trades'],
  ])('%s wants %i %s', (key, least, kind) => {
    const valueOf = (trades: number): FigureValue =>
      sheetOf(40, trades).trades.rows.find((row) => row.key === key)!.all;
    expect(valueOf(least - 1)).toMatchObject({
      value: null,
      reason: `Not enough data: ${least - 1} ${kind}, ${least} needed.`,
    });
    expect(valueOf(least).value).not.toBeNull();
  });

  it('stands for two bars without a trade, and for bars of no account left', () => {
    const two = sheetOf(2, 0);
    expect(two.scatter).toEqual([]);
    expect(two.crises).toEqual([]);
    const time = Float64Array.of(0, DAY_MS, 2 * DAY_MS);
    const equity = Float64Array.of(100, 0, -5);
    const lost = tearsheet({
      run: {
        series: {
          time,
          equity,
          cash: equity,
          exposure: Float64Array.of(0, Infinity, NaN),
          drawdown: Float64Array.of(0, 1, 1.05),
        },
        orders: [],
        fills: [],
        trades: [],
        events: [],
        settings: { capital: 100 },
      },
      bars: { time, open: equity, high: equity, low: equity, close: equity, volume: equity, extra: {} },
      instrument,
      benchmark: null,
    });
    const unknown = lost.groups
      .flatMap(({ figures }) => figures)
      .filter(({ value, reason }) => (value === null) !== (reason !== null));
    expect(unknown).toEqual([]);
    expect(
      lost.groups
        .find(({ key }) => key === 'benchmark')!
        .figures.every(({ reason }) => reason === 'There is no benchmark.'),
    ).toBe(true);
  });

  it('refuses a benchmark or bars of another length', () => {
    const short = { name: 'short', equity: new Float64Array(3) };
    expect(() => tearsheet({ ...input, benchmark: short })).toThrow(
      expect.objectContaining({ code: 'length_mismatch' }),
    );
    expect(() => tearsheet({ ...input, window: 1 })).toThrow(
      expect.objectContaining({ code: 'parameter_out_of_range' }),
    );
  });
});
