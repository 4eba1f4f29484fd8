import type { SweepOrder } from '../../../core/sweep-program';

const ENTERS = 1;
const SELLS = 2;
const LEAVES_LONG = 4;
const LEAVES_SHORT = 8;
const SIZING_SHIFT = 4;
const TRAIL_SHIFT = 6;

type Enter = Extract<SweepOrder, { kind: 'enter' }>;
const SIZINGS: readonly Enter['sizing'][] = ['units', 'cash', 'percent_of_equity', 'risk_percent'];

const HEARS_ENTRY = 1;
const HEARS_LONG_EXIT = 2;
const HEARS_SHORT_EXIT = 4;

/** What an order could do, as bits of the bytes of a row. */
export function heardBits(order: SweepOrder): number {
  if (order.kind === 'enter') return HEARS_ENTRY;
  if (order.position === null) return HEARS_LONG_EXIT | HEARS_SHORT_EXIT;
  return order.position === 'long' ? HEARS_LONG_EXIT : HEARS_SHORT_EXIT;
}

/** An order as a word of bits, as `lane-sweep` in `wasm` and `shaders` reads it. */
export function orderWord(order: SweepOrder): number {
  if (order.kind === 'exit') {
    return (order.position === 'short' ? 0 : LEAVES_LONG) | (order.position === 'long' ? 0 : LEAVES_SHORT);
  }
  const { side, sizing, trailing } = order;
  const trail = trailing === null ? 0 : trailing.kind === 'amount' ? 1 : 2;
  return (
    ENTERS |
    (side === 'sell' ? SELLS : 0) |
    (SIZINGS.indexOf(sizing) << SIZING_SHIFT) |
    (trail << TRAIL_SHIFT)
  );
}
