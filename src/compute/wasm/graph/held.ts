import type { Group, IndicatorCall, Span } from './prepared';

/** What lies ready to run behind the columns of a table: the next table of the same layout can run it too. */
export interface HeldPrograms {
  /** Address behind the columns. */
  readonly free: number;
  readonly rows: number;
  readonly calls: readonly IndicatorCall[];
  readonly spans: readonly (Span | undefined)[];
  readonly programs: readonly Group[];
}

/** Nothing is ready. */
export const NOTHING_HELD: HeldPrograms = { free: -1, rows: 0, calls: [], spans: [], programs: [] };

/** Whether calls on the same rows are what is held. */
export function isHeld(
  held: HeldPrograms,
  calls: readonly IndicatorCall[],
  spans: readonly (Span | undefined)[],
): boolean {
  if (held.calls.length !== calls.length) return false;
  return calls.every(({ indicator, inputs, params }, k) => {
    const known = held.calls[k]!;
    return (
      known.indicator === indicator &&
      isEqual(known.inputs, inputs) &&
      isEqual(known.params, params) &&
      held.spans[k]?.from === spans[k]?.from &&
      held.spans[k]?.to === spans[k]?.to
    );
  });
}

const isEqual = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, i) => Object.is(x, b[i]));
