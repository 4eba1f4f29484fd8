import type { Bar } from '../../core/bars';
import type { Instrument, Interval } from '../../core/dataset';
import { BacktabError } from '../../core/errors';

/** A history that can be replayed. */
export interface ReplaySample {
  readonly instrument: Instrument;
  readonly interval: Interval;
  /** Where it came from, as shown on screen. */
  readonly source: string;
  /** Oldest first, times strictly increasing. */
  readonly bars: readonly Bar[];
}

const COLUMNS = ['date', 'open', 'high', 'low', 'close', 'volume'] as const;

/**
 * Bars of a CSV text with a header line and ISO dates, plain numbers, no quotes: the form of the bundled sample.
 * Anything else is refused, because a proxy that starts with a wrong sample would replay wrong prices.
 *
 * @throws BacktabError `csv_malformed` with the line
 */
export function parseSample(file: string, csv: string): Bar[] {
  const [header = '', ...lines] = csv.trimEnd().split(/\r?\n/);
  const names = header.split(',');
  const at = COLUMNS.map((column) => names.indexOf(column));
  const missing = COLUMNS.find((_, i) => at[i] === -1);
  if (missing) refuse(file, 1, `there is no column '${missing}'`);

  let last = -Infinity;
  return lines.map((line, i) => {
    const cells = line.split(',');
    if (cells.length !== names.length) refuse(file, i + 2, `${names.length} values are expected`);
    const [date = '', ...numbers] = at.map((column) => cells[column] ?? '');
    const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : NaN;
    const [open, high, low, close, volume] = numbers.map((cell) => (cell === '' ? NaN : Number(cell)));
    const bar = { time, open, high, low, close, volume };
    if (!isWhole(bar)) refuse(file, i + 2, 'a value is not a number or a date');
    if (bar.time <= last) refuse(file, i + 2, 'its date is not after the one before');
    last = bar.time;
    return bar;
  });
}

const isWhole = (bar: { [K in keyof Bar]: number | undefined }): bar is Bar =>
  Object.values(bar).every((value) => Number.isFinite(value));

function refuse(file: string, line: number, reason: string): never {
  throw new BacktabError('csv_malformed', { file, line, reason });
}
