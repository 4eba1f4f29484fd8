import { describe, expect, it } from 'vitest';
import type { Bars } from '../../core/bars';
import type { Trade } from '../../core/order';
import { touches } from './geometry/labels';
import { fitScale } from './geometry/value-scale';
import { hitFill, layoutTrades, TradeIndex, type TradeMark } from './trade-marks';

const COUNT = 1000;
const flat = (value: number): Float64Array<ArrayBuffer> => new Float64Array(COUNT).fill(value);

const bars: Bars = {
  time: Float64Array.from({ length: COUNT }, (_, i) => i * 86_400_000),
  open: flat(100),
  high: flat(101),
  low: flat(99),
  close: flat(100),
  volume: flat(1),
  extra: {},
};

const trade = (entryBar: number, exitBar: number, change: Partial<Trade> = {}): Trade => ({
  market: 0,
  side: 'long',
  quantity: 1,
  entryTime: entryBar,
  exitTime: exitBar,
  entryBar,
  exitBar,
  entryPrice: 100,
  exitPrice: 100.5,
  grossPnl: 0,
  costs: 0,
  pnl: 0,
  return: 0.01,
  mae: 0,
  mfe: 0,
  entryReason: '',
  exitReason: '',
  exitKind: 'filled_at_open',
  tag: '',
  ambiguous: false,
  stop: NaN,
  target: NaN,
  ...change,
});

const layout = (
  trades: readonly Trade[],
  from = 100,
  to = 200,
  selected: number | null = null,
): TradeMark[] =>
  layoutTrades({
    bars,
    trades,
    index: new TradeIndex(trades, COUNT),
    range: { from, to },
    scale: fitScale(98, 102, 300, { top: 60, bottom: 30 }),
    width: 1000,
    selected,
    measure: (text) => text.length * 6,
  });

describe('layoutTrades', () => {
  it('lays out the trades that are held within the view, and no others', () => {
    const trades = [trade(10, 20), trade(50, 110), trade(120, 130), trade(190, 400), trade(500, 510)];
    expect(layout(trades).map((mark) => mark.trade)).toEqual([1, 2, 3]);
  });

  it('finds a long trade behind short ones', () => {
    const trades = [trade(0, 900), trade(10, 20), trade(30, 40)];
    expect(layout(trades).map((mark) => mark.trade)).toEqual([0]);
  });

  it('points up from below where it buys, down from above where it sells', () => {
    const [long] = layout([trade(120, 130)]);
    expect([long?.entry.below, long?.exit?.below]).toEqual([true, false]);
    const [short] = layout([trade(120, 130, { side: 'short' })]);
    expect([short?.entry.below, short?.exit?.below]).toEqual([false, true]);
  });

  it('has no exit and no tag while a trade is open', () => {
    const [open] = layout([trade(120, -1, { exitTime: NaN })]);
    expect(open?.exit).toBeNull();
    expect(open?.tag).toBeNull();
    expect(open?.toX).toBeGreaterThan(1000);
  });

  it('never shows tags that touch; the selected trade keeps its own', () => {
    const trades = Array.from({ length: 30 }, (_, k) => trade(100 + 3 * k, 102 + 3 * k));
    const marks = layout(trades, 100, 200, 5);
    const shown = marks.flatMap(({ tag }) => (tag?.shown ? [tag] : []));
    expect(shown.length).toBeGreaterThan(2);
    expect(shown.length).toBeLessThan(30);
    for (const [k, a] of shown.entries())
      for (const b of shown.slice(k + 1)) expect(touches(a, b)).toBe(false);
    expect(marks[5]?.tag?.shown).toBe(true);
  });
});

describe('hitFill', () => {
  const marks = layout([trade(120, 160)]);
  const entry = marks[0]?.entry;
  const tag = marks[0]?.tag;

  it('finds the ring, the triangle and the tag', () => {
    expect(hitFill(marks, (entry?.x ?? 0) + 3, entry?.priceY ?? 0, 10)?.end).toBe('entry');
    expect(hitFill(marks, entry?.x ?? 0, (entry?.tipY ?? 0) + 5, 10)?.end).toBe('entry');
    expect(hitFill(marks, (tag?.x ?? 0) + 2, (tag?.y ?? 0) + 2, 10)?.end).toBe('exit');
  });

  it('finds nothing out of reach', () => {
    expect(hitFill(marks, (entry?.x ?? 0) + 60, entry?.priceY ?? 0, 10)).toBeNull();
  });
});
