import type { Bars } from '../core/bars';
import type { Fill } from '../core/order';
import { detailWithin } from './detail';

/** Data in which an exit happened. */
export interface ExitData {
  readonly bars: Bars;
  /** Bars of a shorter interval that its orders walked; null where they met the bars alone. */
  readonly detail: Bars | null;
  /** Milliseconds from the open to the close of a bar. */
  readonly intervalMs: number;
}

/**
 * Whether the order of stop and target is unknown: the bar of the exit held both and did not open beyond either, and so
 * did one of the shorter bars in it where there are any.
 */
export function isAmbiguous(exit: Fill, stop: number, target: number, data: ExitData): boolean {
  if (exit.reason === 'filled_at_open') return false;
  const [under, over] = exit.side === 'sell' ? [stop, target] : [target, stop];
  const { bars, detail, intervalMs } = data;
  if (!holdsBoth(bars, exit.bar, under, over)) return false;
  const start = bars.time[exit.bar]!;
  const rows = detail && detailWithin(detail, start, start + intervalMs);
  if (!detail || !rows) return true;
  for (let row = rows.from; row < rows.to; row++) if (holdsBoth(detail, row, under, over)) return true;
  return false;
}

const holdsBoth = ({ open, high, low }: Bars, row: number, under: number, over: number): boolean =>
  open[row]! > under && open[row]! < over && low[row]! <= under && high[row]! >= over;
