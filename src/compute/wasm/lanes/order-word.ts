import type { SweepOrder } from '../../../core/sweep-program';

const ENTERS = 1;
const SELLS = 2;
const LEAVES_LONG = 4;
const LEAVES_SHORT = 8;
const SIZING_SHIFT = 4;
const TRAIL_SHIFT = 6;

type Enter = Extract<SweepOrder, { kind: 'enter' }>;
const SIZINGS: readonly Enter['sizing'][] = ['units', 'cash', 'percent_of_equity', 'risk_percent'];

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
