import { DAY_MS, isoDate, isoInstant } from '../time';
import { bytes } from './bytes';
import type { Entry } from './entry';

/** Failures while a file is read, checked or stored. */
export interface DataErrors {
  file_empty: { file: string };
  file_too_large: { file: string; bytes: number; limitBytes: number };
  file_not_readable: { file: string; reason: string };
  file_not_writable: { file: string; reason: string };
  file_kind_unknown: { file: string };
  csv_malformed: { file: string; line: number; reason: string };
  csv_without_prices: { file: string; columns: string };
  csv_without_rows: { file: string; rejected: number };
  import_too_slow: { file: string; limitMs: number };
  /** Unix milliseconds. */
  benchmark_apart: { from: number; to: number; benchmarkFrom: number; benchmarkTo: number };
  instrument_twice: { name: string };
  instruments_apart: { first: string; ends: number; second: string; begins: number };
  /** Milliseconds between two bars. */
  detail_not_shorter: { file: string; detailMs: number; barsMs: number };
  detail_apart: { file: string; from: number; to: number; barsFrom: number; barsTo: number };
  /** `row` from 1; times in Unix milliseconds. */
  detail_across_bars: { file: string; row: number; time: number; barEnd: number };
  detail_beyond_bar: { file: string; row: number; time: number; barTime: number; low: number; high: number };
  dataset_missing: { dataset: string };
  set_too_large: { rows: number; limit: number };
  /** `chunk` from 1; 0 is the dataset's description. */
  dataset_damaged: { dataset: string; chunk: number; reason: string };
  export_too_large: { bytes: number; limitBytes: number };
  storage_full: { neededBytes: number; freeBytes: number };
  storage_unavailable: { reason: string };
}

/** A date, or the word that stands for it in the documentation. */
const day = (time: number): string => (typeof time === 'number' ? isoDate(time) : String(time));

const UNITS: readonly (readonly [string, number])[] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** A length of time in its largest whole unit, likewise. */
function lasting(ms: number): string {
  if (typeof ms !== 'number') return String(ms);
  const [unit, length] = UNITS.find(([, each]) => ms % each === 0) ?? ['ms', 1];
  const count = ms / length;
  return `${count} ${unit}${unit === 'ms' || count === 1 ? '' : 's'}`;
}

/** An instant to the second, likewise. */
const instant = (time: number): string =>
  typeof time === 'number' ? isoInstant(time).replace('T', ' ').slice(0, 19) : String(time);

export const DATA_ERRORS: { readonly [C in keyof DataErrors]: Entry<DataErrors[C]> } = {
  file_empty: {
    message: (p) => `${p.file} holds no bytes.`,
    remedy: () => 'Choose a file with a header line and at least two rows of prices.',
  },
  file_too_large: {
    message: (p) => `${p.file} has ${bytes(p.bytes)}; the limit is ${bytes(p.limitBytes)}.`,
    remedy: () => 'Split the file by year or keep fewer columns.',
  },
  file_not_readable: {
    message: (p) => `${p.file} could not be read: ${p.reason}.`,
    remedy: () => 'Check that the file still exists and has not changed since it was chosen.',
  },
  file_not_writable: {
    message: (p) => `${p.file} could not be written: ${p.reason}.`,
    remedy: () => 'Name a file in a folder that is there, with room on its disk.',
  },
  file_kind_unknown: {
    message: (p) => `${p.file} is not a table of text.`,
    remedy: () => 'Choose a CSV file: text with a header line, one row a bar.',
  },
  csv_malformed: {
    message: (p) => `${p.file}, line ${p.line}: ${p.reason}.`,
    remedy: () => 'Mend that line and import the file again.',
  },
  csv_without_prices: {
    message: (p) => `${p.file} has no price column; its columns are ${p.columns}.`,
    remedy: () => 'Name the columns time, open, high, low, close (a time and a close are enough).',
  },
  csv_without_rows: {
    message: (p) => `${p.file} has no row that can be used (${p.rejected} rejected).`,
    remedy: () => 'Check the delimiter, the decimal mark and the date format.',
  },
  import_too_slow: {
    message: (p) => `Reading ${p.file} made no progress for ${p.limitMs / 1000} s, so it was stopped.`,
    remedy: () => 'Import a smaller part of the file; nothing was stored.',
  },
  benchmark_apart: {
    message: (p) =>
      `The benchmark runs from ${day(p.benchmarkFrom)} to ${day(p.benchmarkTo)}, the data from ${day(p.from)} to ${day(p.to)}.`,
    remedy: () =>
      'Choose a benchmark that trades in the same years, or leave it out to compare with holding.',
  },
  instrument_twice: {
    message: (p) => `Two instruments are called ${p.name}.`,
    remedy: () => 'Give each a name of its own, as in --data A=a.csv --data B=b.csv.',
  },
  instruments_apart: {
    message: (p) => `${p.first} ends on ${day(p.ends)}, before ${p.second} begins on ${day(p.begins)}.`,
    remedy: () => 'Choose instruments that trade in the same years, or test them one by one.',
  },
  detail_not_shorter: {
    message: (p) =>
      `The bars of ${p.file} are ${lasting(p.detailMs)} long, those they should look into ${lasting(p.barsMs)}.`,
    remedy: () => 'Give bars of a shorter interval, as one-minute bars beside hourly ones.',
  },
  detail_apart: {
    message: (p) =>
      `${p.file} runs from ${day(p.from)} to ${day(p.to)}, the bars from ${day(p.barsFrom)} to ${day(p.barsTo)}; no row of it lies inside a bar.`,
    remedy: () => 'Give shorter bars of the same instrument and the same days.',
  },
  detail_across_bars: {
    message: (p) =>
      `${p.file}, row ${p.row}: the bar of ${instant(p.time)} goes on after ${instant(p.barEnd)}, where the longer bar ends.`,
    remedy: () =>
      'Give an interval that divides the longer one, and files whose times are in the same zone and mean the opening.',
  },
  detail_beyond_bar: {
    message: (p) =>
      `${p.file}, row ${p.row}: the bar of ${instant(p.time)} leaves the range ${p.low} to ${p.high} of the bar of ${instant(p.barTime)}, in which it lies.`,
    remedy: () =>
      'Take both files from one source, adjusted alike for splits and dividends, with times in the same zone.',
  },
  set_too_large: {
    message: (p) => `The datasets of this run have ${p.rows} bars together; the limit is ${p.limit}.`,
    remedy: () => 'Take one out, or choose longer bars.',
  },
  dataset_missing: {
    message: (p) => `There is no dataset ${p.dataset} on this device.`,
    remedy: () => 'Import the file again, or choose another dataset.',
  },
  dataset_damaged: {
    message: (p) =>
      p.chunk === 0
        ? `Dataset ${p.dataset} is damaged: ${p.reason}.`
        : `Dataset ${p.dataset}: chunk ${p.chunk} is damaged (${p.reason}).`,
    remedy: () => 'Import it again; other datasets are not touched.',
  },
  export_too_large: {
    message: (p) => `The export would have ${bytes(p.bytes)}; the limit is ${bytes(p.limitBytes)}.`,
    remedy: () => 'Choose fewer indicators or datasets, or run backtab compute on the file.',
  },
  storage_full: {
    message: (p) =>
      `Not enough browser storage: this needs ${bytes(p.neededBytes)}, ${bytes(p.freeBytes)} is free.`,
    remedy: () => 'Delete a dataset you no longer need, then try again. Nothing was half stored.',
  },
  storage_unavailable: {
    message: (p) => `The browser storage cannot be used: ${p.reason}.`,
    remedy: () => 'Leave private mode or allow site data; until then everything works in memory.',
  },
};
