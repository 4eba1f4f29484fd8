import { describe, expect, it } from 'vitest';
import { sliceBars, type Bars } from '../../src/core/bars';
import type { Column } from '../../src/core/column';
import type { Fill } from '../../src/core/order';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { simulate, simulatePortfolio, type Simulation } from '../../src/engine/simulate';
import { drawBars } from '../support/random-bars';
import { drawRun, type RandomRun, type RunShape } from '../support/random-run';
import { RandomSource } from '../support/random-source';

const RUNS = 120;
const SHAPE: RunShape = { rows: 50, markets: 3, settings: 0.25, absurd: 0.02, requests: 0.5 };

const run = ({ strategy, ...rest }: RandomRun): Simulation =>
  simulatePortfolio({ ...rest, strategy: strategy() });

const each = (shape: RunShape, check: (drawn: RandomRun, seed: number) => void): void => {
  for (let seed = 1; seed <= RUNS; seed++) check(drawRun(seed, shape), seed);
};

/** What a fill says but for numbers that depend on how markets are counted. */
const brief = (fill: Fill, names: readonly string[]): string => {
  const { order, market, bar, side, effect, quantity, price, rate, fee, slippage, reason } = fill;
  return [order, names[market], bar, side, effect, quantity, price, rate, fee, slippage, reason].join(' ');
};
const briefs = ({ fills }: Simulation, { markets }: RandomRun): readonly string[] =>
  fills.map((fill) =>
    brief(
      fill,
      markets.map(({ name }) => name),
    ),
  );

describe('a run over random markets, settings and requests', () => {
  it('does not depend on the order in which instruments are given', () => {
    let fills = 0;
    each(SHAPE, (drawn, seed) => {
      const turned: RandomRun = { ...drawn, markets: drawn.markets.toReversed() };
      const [one, other] = [run(drawn), run(turned)];
      expect(briefs(other, turned), `seed ${seed}`).toEqual(briefs(one, drawn));
      expect(other.series.equity, `seed ${seed}`).toEqual(one.series.equity);
      fills += one.fills.length;
    });
    expect(fills).toBeGreaterThan(1000);
  });

  it('never looks ahead: what comes after an instant changes nothing before it', () => {
    let fills = 0;
    each({ ...SHAPE, fixed: { closeAtEnd: 'no' } }, (drawn, seed) => {
      const whole = run(drawn);
      const until = whole.series.time[whole.series.time.length >> 1]!;
      const poisoned = run({
        ...drawn,
        markets: drawn.markets.map((market) => ({
          ...market,
          bars: poison(market.bars, until),
          ...(market.detail ? { detail: poison(market.detail, until + WEEK_MS) } : {}),
        })),
      });
      const before = whole.series.time.filter((time) => time < until).length;
      expect(poisoned.series.equity.slice(0, before), `seed ${seed}`).toEqual(
        whole.series.equity.slice(0, before),
      );
      const early = (result: Simulation): readonly Fill[] =>
        result.fills.filter(({ time }) => time < until - WEEK_MS);
      expect(early(poisoned), `seed ${seed}`).toEqual(early(whole));
      fills += early(whole).length;
    });
    expect(fills).toBeGreaterThan(100);
  });

  it('of a prefix is the prefix of the run', () => {
    each({ ...SHAPE, markets: 1, fixed: { closeAtEnd: 'no' }, isForeign: false }, (drawn, seed) => {
      const [market] = drawn.markets;
      const half = market!.bars.time.length >> 1;
      const part = run({ ...drawn, markets: [{ ...market!, bars: sliceBars(market!.bars, 0, half) }] });
      const whole = run(drawn);
      for (const name of ['equity', 'cash', 'exposure', 'drawdown'] as const) {
        expect(part.series[name], `seed ${seed}`).toEqual(whole.series[name].slice(0, half));
      }
      expect(part.fills, `seed ${seed}`).toEqual(whole.fills.filter(({ bar }) => bar < half));
    });
  });

  it('comes out twice as large with twice the capital, lots and volumes, to the bit', () => {
    each(TAME, (drawn, seed) => {
      const { settings, markets } = drawn;
      const doubled = run({
        ...drawn,
        settings: { ...settings, capital: 2 * settings.capital, lotSize: 2 * settings.lotSize },
        markets: markets.map((market) => ({
          ...market,
          bars: { ...market.bars, volume: times(market.bars.volume, 2) },
        })),
      });
      expect(doubled.series.equity, `seed ${seed}`).toEqual(times(run(drawn).series.equity, 2));
    });
  });

  it('comes out the same with prices four times as high and units a quarter as large, to the bit', () => {
    each(TAME, (drawn, seed) => {
      const { settings, markets } = drawn;
      const scaled = run({
        ...drawn,
        settings: { ...settings, lotSize: settings.lotSize / 4, tickSize: settings.tickSize * 4 },
        markets: markets.map((market) => ({ ...market, bars: pricesTimes(market.bars, 4) })),
      });
      expect(scaled.series.equity, `seed ${seed}`).toEqual(run(drawn).series.equity);
    });
  });
});

const WEEK_MS = 7 * 86_400_000;

/** Without fees per unit, amounts of money and absolute sizes, so that only prices and capital set the scale. */
const TAME: RunShape = {
  rows: 50,
  markets: 2,
  settings: 0,
  absurd: 0,
  requests: 0.5,
  isForeign: false,
  relative: true,
  fixed: {
    feePercent: 0.2,
    slippageBps: 7,
    spreadBps: 3,
    volumeShare: 0.25,
    leverage: 2,
    maintenancePercent: 10,
  },
};

const times = (column: Column, factor: number): Column => column.map((x) => x * factor) as Column;

function pricesTimes(bars: Bars, factor: number): Bars {
  const { open, high, low, close, volume } = bars;
  return {
    ...bars,
    open: times(open, factor),
    high: times(high, factor),
    low: times(low, factor),
    close: times(close, factor),
    volume: times(volume, 1 / factor),
  };
}

/** The same bars, with nonsense from an instant on. */
function poison(bars: Bars, from: number): Bars {
  const spoil = (column: Column, factor: number): Column =>
    column.map((x, i) => (bars.time[i]! >= from ? x * factor : x)) as Column;
  return {
    ...bars,
    open: spoil(bars.open, 3),
    high: spoil(bars.high, 5),
    low: spoil(bars.low, 0.1),
    close: spoil(bars.close, NaN),
    volume: spoil(bars.volume, 1e9),
  };
}

describe('one bracketed trade', () => {
  it('ends no better than on the path when pessimistic, and no worse when optimistic', () => {
    let differing = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = new RandomSource(seed);
      const bars = drawBars(random, { rows: 4, tick: 0, damage: 0, hasActions: false, gap: 0.01 });
      const [stop, target] = [random.between(0.01, 0.03), random.between(0.01, 0.03)];
      const side = random.pick(['buy', 'sell'] as const);
      const sign = side === 'buy' ? 1 : -1;
      const strategy = {
        name: 'once',
        onBar: ({ close }: { close: number }, i: number) =>
          i > 0
            ? []
            : [
                {
                  kind: 'enter' as const,
                  side,
                  sizing: { kind: 'percent_of_equity' as const, percent: 50 },
                  stop: close * (1 - sign * stop),
                  target: close * (1 + sign * target),
                },
              ],
      };
      const [worst, path, best] = (['pessimistic', 'path', 'optimistic'] as const).map((intrabar) =>
        simulate({ bars, strategy, settings: { ...DEFAULT_SETTINGS, intrabar } }).series.equity.at(-1)!,
      );
      expect(worst, `seed ${seed}`).toBeLessThanOrEqual(path!);
      expect(path, `seed ${seed}`).toBeLessThanOrEqual(best!);
      if (worst! < best!) differing += 1;
    }
    expect(differing).toBeGreaterThan(20);
  });
});
