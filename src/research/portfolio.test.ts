import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import { fingerprint } from '../core/fingerprint';
import { compileOrThrow } from '../script/plan-or-throw';
import { runBacktest } from './backtest';
import { runPortfolio, type PortfolioMember, type PortfolioRequest } from './portfolio';

const DAY = 86_400_000;

/** Bars at the close alone; `days` are their days from 2020-01-01. */
function barsOf(close: readonly number[], days: readonly number[] = close.map((_, i) => i)): Bars {
  const column = Float64Array.from(close);
  return {
    time: Float64Array.from(days, (day) => Date.UTC(2020, 0, 1) + day * DAY),
    open: column,
    high: column,
    low: column,
    close: column,
    volume: column.map(() => 1000),
    extra: {},
  };
}

const member = (
  name: string,
  bars: Bars,
  more: Partial<PortfolioMember['instrument']> = {},
): PortfolioMember => ({
  name,
  bars,
  dataHash: fingerprint(bars),
  instrument: { name, currency: 'USD', zone: 'UTC', barsPerYear: 252, ...more },
});

const planOf = (body: string) => compileOrThrow(`strategy('P', { fee: percent(0.1) })\n${body}`);

const CROSS = planOf(
  'if (crossover(close, sma(close, 3))) buy({ size: percentOfEquity(40) })\nif (crossunder(close, sma(close, 3))) exit()',
);

const run = (members: readonly PortfolioMember[], more: Partial<PortfolioRequest> = {}) =>
  runPortfolio({ plan: CROSS, parameters: {}, members, tries: 1, ...more });

/** Closes that swing with a period. */
const wave = (length: number, period: number, level = 100): number[] =>
  Array.from({ length }, (_, i) => level * (1 + 0.1 * Math.abs(((i / period) % 2) - 1)));

describe('runPortfolio', () => {
  const a = member('A', barsOf(wave(60, 5)));
  const b = member('B', barsOf(wave(60, 7, 40)));

  it('of one instrument trades as a backtest does, to the bit', () => {
    const { bars, dataHash, instrument } = a;
    const alone = runBacktest({ plan: CROSS, parameters: {}, bars, dataHash, instrument, tries: 1 });
    const { result } = run([a]);
    expect(result.fills).toEqual(alone.result.fills);
    expect(result.trades).toEqual(alone.result.trades);
    expect(result.series).toEqual(alone.result.series);
    expect(result.trades.length).toBeGreaterThan(3);
  });

  it('reads each instrument for itself and shares the cash', () => {
    const { result, names } = run([a, b]);
    expect(names).toEqual(['A', 'B']);
    for (const [market, { bars }] of [a, b].entries()) {
      const own = result.fills.filter((fill) => fill.market === market);
      expect(own.length).toBeGreaterThan(3);
      for (const fill of own) expect(fill.price).toBe(bars.open[fill.bar]);
    }
    for (const { fill, equity } of result.fills.flatMap((entry) =>
      entry.effect === 'open' ? [{ fill: entry, equity: result.series.equity[entry.bar - 1]! }] : [],
    )) {
      const signalClose = [a, b][fill.market]!.bars.close[fill.bar - 1]!;
      expect(fill.quantity).toBe(Math.floor((0.4 * equity) / signalClose));
    }
  });

  it('refuses an entry that the others have left no cash for', () => {
    const greedy = planOf('if (position.size == 0) buy({ size: percentOfEquity(95) })');
    const flat = wave(4, 1000);
    const { result } = run([member('A', barsOf(flat)), member('B', barsOf(flat))], { plan: greedy });
    expect(result.fills.map(({ market }) => market)).toEqual([0]);
    const refused = result.orders.filter(({ market }) => market === 1);
    expect(refused[0]?.events.at(-1)).toMatchObject({ status: 'rejected', reason: 'cash_insufficient' });
  });

  it('does not depend on the order in which instruments are given', () => {
    const one = run([a, b]);
    const two = run([b, a]);
    expect(two.result.hash).toBe(one.result.hash);
    expect(two.result.fills).toEqual(one.result.fills);
    expect(two.dataHash).toBe(one.dataHash);
  });

  it('has a step wherever any instrument has a bar', () => {
    const weekly = member('W', barsOf([10, 11, 12, 13], [0, 7, 14, 21]));
    const { result, barsPerYear } = run([weekly, a]);
    expect(result.series.time).toHaveLength(60);
    expect(result.series.equity).toHaveLength(60);
    expect(barsPerYear).toBe(252);
  });

  it('values foreign instruments at the rate, and holding too', () => {
    const rising = member('E', barsOf([10, 10, 20, 20]), { currency: 'EUR' });
    const still = member('U', barsOf([5, 5, 5, 5]));
    const hold = planOf('if (position.size == 0) buy({ size: units(100) })');
    const { result, holding, currency } = run([rising, still], {
      plan: hold,
      currency: 'USD',
      rates: { EUR: 1.5 },
      settings: { feePercent: 0 },
    });
    expect(currency).toBe('USD');
    expect(Array.from(result.series.equity)).toEqual([100_000, 100_000, 101_500, 101_500]);
    expect(holding.equity.at(-1)).toBeCloseTo(150_000, 3);
  });

  it.each([
    ['no instrument', [], 'data_insufficient'],
    ['one bar', [member('A', barsOf([1]))], 'data_insufficient'],
    ['a name twice', [a, member('A', barsOf([1, 2]))], 'instrument_twice'],
    [
      'no time in common',
      [
        member('A', barsOf([1, 2])),
        member('B', barsOf([1, 2], [5, 6])),
        member('C', barsOf([1, 2, 3], [0, 4, 6])),
      ],
      'instruments_apart',
    ],
    ['a currency without a rate', [a, member('E', barsOf([1, 2]), { currency: 'EUR' })], 'rate_missing'],
  ])('refuses %s', (_, members, code) => {
    expect(() => run(members)).toThrow(expect.objectContaining({ code }));
  });

  it('has a hash of its data that tells exchange rates apart, whether numbers or bars', () => {
    const euros = member('B', b.bars, { currency: 'EUR' });
    const hashes = [1.1, 1.2, barsOf(wave(60, 3, 1.1)), barsOf(wave(60, 4, 1.1))].map(
      (EUR) => run([a, euros], { rates: { EUR } }).dataHash,
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it('names what does not meet', () => {
    const members = [member('A', barsOf([1, 2])), member('B', barsOf([1, 2], [5, 6]))];
    expect(() => run(members)).toThrow('A ends on 2020-01-02, before B begins on 2020-01-06.');
  });
});
