import { describe, expect, it } from 'vitest';
import { fillsOf, quote, runTicks, trade, type Tick } from '../../../tests/support/ticks';
import type { OrderRequest } from '../../core/order';
import { aheadAfter } from './queue';

const buy = (units: number, limit: number, more: object = {}): OrderRequest => ({
  kind: 'order',
  side: 'buy',
  units,
  limit,
  ...more,
});
const sell = (units: number, limit: number, more: object = {}): OrderRequest => ({
  kind: 'order',
  side: 'sell',
  units,
  limit,
  ...more,
});

describe('units ahead after the shown size changed', () => {
  it.each([
    ['back', 40, 100, 60, 40],
    ['back', 40, 100, 30, 30],
    ['front', 40, 100, 70, 10],
    ['front', 40, 100, 50, 0],
    ['proportional', 40, 100, 50, 20],
    ['back', 40, 100, 150, 40],
    ['front', 40, 100, 150, 40],
    ['proportional', 40, 100, 150, 40],
    ['proportional', 40, NaN, 30, 30],
    ['front', 40, Infinity, 30, 30],
    ['back', Infinity, Infinity, Infinity, Infinity],
  ] as const)('%s: %d of %d with %d left are %d', (model, ahead, before, after, left) => {
    expect(aheadAfter(model, ahead, before, after)).toBe(left);
  });
});

describe('an order in the queue', () => {
  const start = quote(0, 99, 100, 101, 100);

  it('waits for all that was shown before it, and for no less', () => {
    const ticks = [start, trade(1, 99, 100, 'sell'), trade(2, 99, 4, 'sell'), trade(3, 99, 50, 'sell')];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 99)] }))).toEqual([
      '2 buy 4 @ 99 maker',
      '3 buy 6 @ 99 maker',
    ]);
  });

  it('is not served by buyers', () => {
    const ticks = [start, trade(1, 99, 500, 'buy'), trade(2, 99, 105, 'sell')];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 99)] }))).toEqual(['2 buy 5 @ 99 maker']);
  });

  it('is served by trades of unknown side', () => {
    const ticks = [start, trade(1, 99, 105)];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 99)] }))).toEqual(['1 buy 5 @ 99 maker']);
  });

  it('counts only what is left of the size that was shown when it came', () => {
    const ticks = [start, trade(1, 99, 70, 'sell'), trade(2, 99, 35, 'sell')];
    expect(fillsOf(runTicks(ticks, { 1: [buy(10, 99)] }))).toEqual(['2 buy 5 @ 99 maker']);
  });

  it('is first at a price that is better than the best', () => {
    const ticks = [start, trade(1, 100, 4, 'sell')];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 100)] }))).toEqual(['1 buy 4 @ 100 maker']);
  });

  it.each([
    ['back', []],
    ['proportional', ['3 buy 5 @ 99 maker']],
    ['front', ['3 buy 10 @ 99 maker']],
  ] as const)('moves up by withdrawals as the model %s says', (queueModel, fills) => {
    const ticks = [
      quote(0, 99, 50, 101, 100),
      quote(1, 99, 100, 101, 100),
      quote(2, 99, 50, 101, 100),
      trade(3, 99, 30, 'sell'),
    ];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 99)] }, { queueModel }))).toEqual(fills);
  });

  it('does not take trades that the next quote shows for withdrawals', () => {
    const ticks = [start, trade(1, 99, 60, 'sell'), quote(2, 99, 40, 101, 100), trade(3, 99, 45, 'sell')];
    for (const queueModel of ['back', 'proportional', 'front'] as const) {
      expect(fillsOf(runTicks(ticks, { 0: [buy(10, 99)] }, { queueModel }))).toEqual(['3 buy 5 @ 99 maker']);
    }
  });

  it('does not know its place below the best price until that price is its own', () => {
    const ticks = [
      start,
      trade(1, 98, 1, 'buy'),
      quote(2, 98, 30, 100, 100),
      trade(3, 98, 35, 'sell'),
      trade(4, 98, 5, 'sell'),
    ];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 98)] }))).toEqual([
      '3 buy 5 @ 98 maker',
      '4 buy 5 @ 98 maker',
    ]);
  });

  it('is alone when the others of its price have left', () => {
    const ticks = [start, quote(1, 98, 500, 101, 100), trade(2, 99, 3, 'sell')];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 99)] }))).toEqual(['2 buy 3 @ 99 maker']);
  });

  it('fills when a trade goes through its price, with what was traded', () => {
    const ticks = [start, trade(1, 98.5, 7, 'sell'), trade(2, 98, 50, 'sell')];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 99)] }))).toEqual([
      '1 buy 7 @ 99 maker',
      '2 buy 3 @ 99 maker',
    ]);
  });

  it('fills when a quote comes to its price, with what is shown', () => {
    const ticks = [start, quote(1, 98, 10, 99, 6), quote(2, 98, 10, 99, 8), quote(3, 98, 10, 99, 30)];
    expect(fillsOf(runTicks(ticks, { 0: [buy(10, 99)] }))).toEqual([
      '1 buy 6 @ 99 maker',
      '2 buy 2 @ 99 maker',
      '3 buy 2 @ 99 maker',
    ]);
  });

  it('shares a trade with our older orders and those of a better price', () => {
    const script = { 0: [buy(4, 99, { tag: 'a' }), buy(4, 99, { tag: 'b' }), buy(4, 100, { tag: 'c' })] };
    const result = runTicks([start, trade(1, 99, 110, 'sell'), trade(2, 99, 1, 'sell')], script);
    expect(result.fills.map(({ order, quantity }) => [order, quantity])).toEqual([
      [3, 4],
      [1, 4],
      [2, 2],
      [2, 1],
    ]);
  });

  it('mirrors all that for sellers', () => {
    const ticks: Tick[] = [
      start,
      trade(1, 101, 500, 'sell'),
      trade(2, 101, 103, 'buy'),
      trade(3, 102, 9, 'buy'),
    ];
    expect(fillsOf(runTicks(ticks, { 0: [sell(10, 101)] }))).toEqual([
      '2 sell 3 @ 101 maker',
      '3 sell 7 @ 101 maker',
    ]);
  });
});
