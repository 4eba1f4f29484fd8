import { isContinuous, ROWS_KEPT, yearOf, type Check, type Facts } from './facts';
import { counted, count, yearsInWords } from './words';

const CAUTION_SHARE = 0.1;

/**
 * Rows whose open is exactly the previous close: a vendor's filler where the open was not known.
 * A caution from one row in ten on, in markets that close between bars.
 */
export const openRepeats: Check = (facts) => {
  const { open, close } = facts.bars;
  const rows: number[] = [];
  for (let i = 1; i < open.length; i++) if (open[i] === close[i - 1]) rows.push(i);
  if (rows.length === 0) return null;
  const continuous = isContinuous(facts);
  const where = concentration(facts, rows) ?? `${count(rows.length)} of ${counted(open.length, 'row')}`;
  return {
    code: 'open_repeats_close',
    level: !continuous && rows.length >= CAUTION_SHARE * open.length ? 'caution' : 'info',
    count: rows.length,
    title: 'The open repeats the previous close',
    detail: continuous
      ? `${where}. Usual where trading does not stop between bars.`
      : `${where}. Orders that fill at the open get the old close there, so overnight gaps are missing from results.`,
    rows: rows.slice(0, ROWS_KEPT),
  };
};

/** `1,450 of the 1,508 rows of 2000 to 2005`: the years with at least half of their rows, if they hold most. */
function concentration({ bars }: Facts, rows: readonly number[]): string | null {
  const total = rowsByYear(bars.time);
  const repeats = rowsByYear(Float64Array.from(rows, (i) => bars.time[i]!));
  const years = [...repeats.keys()].filter((year) => repeats.get(year)! * 2 >= total.get(year)!);
  if (years.length === 0 || years.length === total.size) return null;
  const sum = (of: Map<number, number>): number => years.reduce((n, year) => n + of.get(year)!, 0);
  if (sum(repeats) * 2 < rows.length) return null;
  return `${count(sum(repeats))} of the ${counted(sum(total), 'row')} of ${yearsInWords(years)}`;
}

/** Rows in each year, of ascending times. */
function rowsByYear(time: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  let from = 0;
  while (from < time.length) {
    const year = yearOf(time[from]!);
    const end = Date.UTC(year + 1, 0, 1);
    let to = from;
    while (to < time.length && time[to]! < end) to++;
    counts.set(year, to - from);
    from = to;
  }
  return counts;
}
