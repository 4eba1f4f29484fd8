import type { Bars } from '../../src/core/bars';

export const DAY = 86_400_000;

/** Bars of a test with the instants at which they close. */
export interface Table {
  readonly bars: Bars;
  readonly closes: readonly number[];
}

/** What an expression is on a row. */
export type Value = number | boolean;

/** Bars of two days (counted from 1970), weeks from Monday or months, each known when its time is over. */
export function longer({ bars, closes }: Table, interval: string): Table {
  const endOf = (instant: number): number => {
    const day = Math.floor(instant / DAY);
    if (interval === '2d') return (Math.floor(day / 2) + 1) * 2 * DAY;
    if (interval === '1w') return (Math.floor((day + 3) / 7) + 1) * 7 * DAY - 3 * DAY;
    const date = new Date(instant);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  };
  const groups = new Map<number, number[]>();
  closes.forEach((close, row) => {
    const end = endOf(close - 1);
    groups.set(end, [...(groups.get(end) ?? []), row]);
  });
  const rows = [...groups.values()];
  const known = (column: Float64Array, group: readonly number[]): number[] =>
    group.map((row) => column[row]!).filter((x) => !Number.isNaN(x));
  return {
    bars: {
      time: Float64Array.from(rows, (group) => bars.time[group[0]!]!),
      open: Float64Array.from(rows, (group) => bars.open[group[0]!]!),
      high: Float64Array.from(rows, (group) => Math.max(...known(bars.high, group))),
      low: Float64Array.from(rows, (group) => Math.min(...known(bars.low, group))),
      close: Float64Array.from(rows, (group) => bars.close[group.at(-1)!]!),
      volume: Float64Array.from(rows, (group) => group.reduce((sum, row) => sum + bars.volume[row]!, 0)),
      extra: {},
    },
    closes: [...groups.keys()],
  };
}

export function calculate(sign: string, a: number, b: number): number {
  switch (sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    default:
      return a % b;
  }
}

export function combine(sign: string, left: Value, right: Value): Value {
  if (/^[-+*/%]$/.test(sign)) return calculate(sign, Number(left), Number(right));
  const isUnknown = Number.isNaN(left) || Number.isNaN(right);
  switch (sign) {
    case '&&':
      return left === true && right === true;
    case '||':
      return left === true || right === true;
    case '==':
      return left === right;
    case '!=':
      return !isUnknown && left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}

export function clock(field: string, time: number, row: number): number {
  const date = new Date(time);
  switch (field) {
    case 'time':
      return time;
    case 'year':
      return date.getUTCFullYear();
    case 'month':
      return date.getUTCMonth() + 1;
    case 'dayOfMonth':
      return date.getUTCDate();
    case 'dayOfWeek':
      return date.getUTCDay() || 7;
    case 'hour':
      return date.getUTCHours();
    case 'minute':
      return date.getUTCMinutes();
    default:
      return row;
  }
}
