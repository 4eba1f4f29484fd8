import { describe, expect, it } from 'vitest';
import type { Fill } from '../../src/core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import { PRESETS } from '../../src/engine/presets';
import { simulate, type Simulation } from '../../src/engine/simulate';
import { CASES, type PresetCase } from '../support/preset-cases';
import { goldenBars, goldenCases, type GoldenCase } from '../support/preset-golden';
import { strategyOf } from '../support/preset-strategies';

const WITHIN = { rtol: 1e-9 };

describe.each(PRESETS)('$name', ({ name, settings }) => {
  const cases = CASES[name]!;
  const golden = goldenCases(name);

  it('runs every golden case', () => {
    expect(Object.keys(cases).toSorted()).toEqual(golden.map((each) => each.name).toSorted());
  });

  it.each(golden)('reproduces $name', (wanted) => {
    const ran = run(wanted, cases[wanted.name]!, settings);
    if (wanted.fills) expectFills(ran, wanted.fills);
    if (wanted.trades && cases[wanted.name]!.trades !== 'by position') expectTrades(ran, wanted);
    expectEquity(ran, wanted);
  });
});

function run(
  wanted: GoldenCase,
  { act, settings, firstBar }: PresetCase,
  preset: Partial<RunSettings>,
): Simulation {
  const bars = goldenBars(wanted.data);
  return simulate({
    bars,
    strategy: strategyOf(act, bars, wanted.data, firstBar),
    settings: { ...DEFAULT_SETTINGS, ...preset, ...settings },
  });
}

/** What one order did on one bar, closing and opening together, as most packages book a reversal. */
function bookings(fills: readonly Fill[]): { bar: number; size: number; price: number; fee: number }[] {
  const booked: { order: number; bar: number; size: number; price: number; fee: number }[] = [];
  for (const { order, bar, side, quantity, price, fee } of fills) {
    const size = side === 'buy' ? quantity : -quantity;
    const last = booked.at(-1);
    if (last?.order === order && last.bar === bar && last.price === price) {
      last.size += size;
      last.fee += fee;
    } else {
      booked.push({ order, bar, size, price, fee });
    }
  }
  return booked;
}

function expectFills({ fills }: Simulation, wanted: NonNullable<GoldenCase['fills']>): void {
  const booked = bookings(fills);
  expect(booked.map(({ bar }) => bar)).toEqual(wanted.bar);
  expect(booked.map(({ size }) => size)).toMatchColumn(wanted.size, WITHIN);
  expect(booked.map(({ price }) => price)).toMatchColumn(wanted.price, WITHIN);
  expect(booked.map(({ fee }) => fee)).toMatchColumn(wanted.fee, WITHIN);
}

function expectTrades({ trades }: Simulation, { trades: wanted, open }: GoldenCase): void {
  const rows = wanted!.entryBar.map((entryBar, k) => ({
    entryBar,
    exitBar: wanted!.exitBar[k]!,
    size: wanted!.size[k]!,
    entryPrice: wanted!.entryPrice[k]!,
    exitPrice: wanted!.exitPrice?.[k] ?? NaN,
    pnl: wanted!.pnl[k]!,
    costs: wanted!.costs[k]!,
  }));
  const inOrder = <T extends { entryBar: number; exitBar: number; size: number }>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => a.entryBar - b.entryBar || a.exitBar - b.exitBar || a.size - b.size);
  const all = trades.map((trade) => ({
    ...trade,
    size: trade.side === 'long' ? trade.quantity : -trade.quantity,
  }));
  const closed = inOrder(all.filter((trade) => !Number.isNaN(trade.exitBar)));
  const expected = inOrder(rows.filter((_, k) => wanted!.closed?.[k] !== 0));
  expect(closed.map(({ entryBar }) => entryBar)).toEqual(expected.map(({ entryBar }) => entryBar));
  expect(closed.map(({ exitBar }) => exitBar)).toEqual(expected.map(({ exitBar }) => exitBar));
  for (const member of ['size', 'entryPrice', 'costs'] as const) {
    expect(closed.map((trade) => trade[member])).toMatchColumn(
      expected.map((row) => row[member]),
      WITHIN,
    );
  }
  if (wanted!.exitPrice) {
    expect(closed.map(({ exitPrice }) => exitPrice)).toMatchColumn(
      expected.map(({ exitPrice }) => exitPrice),
      WITHIN,
    );
  }
  const scale = Math.max(...expected.map(({ size, entryPrice }) => Math.abs(size * entryPrice)));
  expect(closed.map(({ pnl }) => pnl)).toMatchColumn(
    expected.map(({ pnl }) => pnl),
    { atol: 1e-9 * scale },
  );
  if (open) {
    const held = inOrder(all.filter((trade) => Number.isNaN(trade.exitBar)));
    expect(held.map(({ entryBar }) => entryBar)).toEqual(open.entryBar.toSorted((a, b) => a - b));
  }
}

function expectEquity({ series }: Simulation, { equity: wanted }: GoldenCase): void {
  const kept = Array.from(series.equity).filter((_, i) => i % wanted.every === 0);
  expect(kept).toMatchColumn(wanted.values, WITHIN);
  expect([series.equity.at(-1)!]).toMatchColumn([wanted.last], WITHIN);
  expect([series.equity.reduce((sum, value) => sum + value, 0)]).toMatchColumn([wanted.sum], WITHIN);
}
