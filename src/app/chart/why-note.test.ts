import { describe, expect, it } from 'vitest';
import type { Bars } from '../../core/bars';
import type { Trade } from '../../core/order';
import { clockOf } from './geometry/zone-clock';
import { whyNote, type WhyScene } from './why-note';

const column = (...values: number[]): Float64Array<ArrayBuffer> => Float64Array.from(values);

const bars: Bars = {
  time: column(Date.parse('2019-09-11'), Date.parse('2019-09-12'), Date.parse('2019-10-02')),
  open: column(2981.41, 3009.08, 2924.78),
  high: column(3000.93, 3020.74, 2924.78),
  low: column(2975.31, 3000.92, 2874.93),
  close: column(3000.93, 3009.57, 2887.61),
  volume: column(1, 1, 1),
  extra: {},
};

const trade: Trade = {
  market: 0,
  side: 'long',
  quantity: 45,
  entryTime: Date.parse('2019-09-12'),
  exitTime: Date.parse('2019-10-02'),
  entryBar: 1,
  exitBar: 2,
  entryPrice: 3009.08 * 1.0001,
  exitPrice: 2924.78 * 0.9999,
  grossPnl: -1,
  costs: 1,
  pnl: -2,
  return: -0.0302,
  mae: -0.03,
  mfe: 0.01,
  entryReason: 'crossover(quick, steady)',
  exitReason: '',
  exitKind: 'filled_at_gap_open',
  tag: '',
  ambiguous: false,
  stop: 2929.79,
  target: 3600,
};

const quick = {
  name: 'quick',
  pane: 'price' as const,
  kind: 'number' as const,
  values: column(2916.98, NaN, NaN),
  from: 0,
  to: 1,
  line: 6,
  params: [],
};

const scene = (change: Partial<Trade> = {}): WhyScene => ({
  bars,
  trades: [{ ...trade, ...change }],
  plots: [quick],
  clock: clockOf('1d', 'UTC', 0),
  decimals: 2,
});

const exit = (change: Partial<Trade>): string =>
  whyNote({ trade: 0, end: 'exit' }, scene(change))?.sentence ?? '';

describe('whyNote', () => {
  it('says that a gap left no price at the stop', () => {
    const note = whyNote({ trade: 0, end: 'exit' }, scene());
    expect(note?.title).toBe('Trade 1 left at the gap');
    expect(note?.change).toBe(-0.0302);
    expect(note?.sentence).toBe(
      'Opened at 2,924.78, below the stop at 2,929.79. No price at the stop existed, so it filled at the open, less 1 bp.',
    );
  });

  it('names the target when the gap went over it', () => {
    expect(exit({ target: 2900, exitPrice: 2924.78 })).toBe(
      'Opened at 2,924.78, above the target at 2,900.00. No price at the target existed, so it filled at the open.',
    );
  });

  it('turns the words round for a short trade', () => {
    const short = { side: 'short' as const, stop: 2900, target: 2500, exitPrice: 2924.78 * 1.0001 };
    expect(exit(short)).toContain('above the stop at 2,900.00');
    expect(exit(short)).toContain('plus 1 bp');
    expect(exit({ ...short, exitKind: 'filled_at_stop', exitPrice: 2900 })).toBe(
      'The price rose to the stop at 2,900.00 and filled there.',
    );
  });

  it('tells the signal, its bar and the bracket of an entry', () => {
    const note = whyNote({ trade: 0, end: 'entry' }, scene());
    expect(note?.title).toBe('Trade 1 entered long');
    expect(note?.sentence).toBe(
      'crossover(quick, steady) was true at the close of 2019-09-11, so it bought at the next open, ' +
        '3,009.08, plus 1 bp. Stop 2,929.79, target 3,600.00.',
    );
    expect(note?.values).toBe('quick 2,916.98');
  });

  it('says when stop and target were both inside one bar', () => {
    expect(exit({ exitKind: 'filled_at_stop', ambiguous: true })).toContain(
      'The bar held stop and target both',
    );
  });

  it('is silent about a trade that does not exist', () => {
    expect(whyNote({ trade: 7, end: 'exit' }, scene())).toBeNull();
  });
});
