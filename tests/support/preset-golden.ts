import { readFileSync } from 'node:fs';
import type { Bars } from '../../src/core/bars';
import { sp500Bars } from './sp500';

/** Money and prices of one package run, as columns. `made` and `sp500` name the data. */
export interface GoldenCase {
  readonly name: string;
  readonly data: 'sp500' | 'made';
  /** What the package was told. */
  readonly options: Readonly<Record<string, unknown>>;
  /** One row for each fill (several where an order filled in parts); size is signed. */
  readonly fills?: {
    readonly bar: readonly number[];
    readonly size: readonly number[];
    readonly price: readonly number[];
    readonly fee: readonly number[];
  };
  /** Closed round trips as the package reports them; size is signed. */
  readonly trades?: {
    readonly entryBar: readonly number[];
    readonly exitBar: readonly number[];
    readonly size: readonly number[];
    readonly entryPrice: readonly number[];
    readonly exitPrice?: readonly number[];
    readonly pnl: readonly number[];
    readonly costs: readonly number[];
    /** 0 for those that are open at the end. */
    readonly closed?: readonly number[];
  };
  /** Trades still open at the end (backtesting.py). */
  readonly open?: {
    readonly entryBar: readonly number[];
    readonly size: readonly number[];
    readonly entryPrice: readonly number[];
  };
  readonly refused?: number;
  /** Account value at every `every`th bar, at the last, and the sum over all bars. */
  readonly equity: {
    readonly every: number;
    readonly values: readonly number[];
    readonly last: number;
    readonly sum: number;
  };
}

const golden = (file: string): URL => new URL(`../golden/presets/${file}`, import.meta.url);

/** The runs of one package. */
export function goldenCases(preset: string): readonly GoldenCase[] {
  return (JSON.parse(readFileSync(golden(`${preset}.json`), 'utf8')) as { cases: GoldenCase[] }).cases;
}

/** The bars that the runs were made on. */
export function goldenBars(name: 'sp500' | 'made'): Bars {
  return name === 'sp500' ? SP500 : MADE;
}

const SP500 = sp500Bars();
const MADE = madeBars();

function madeBars(): Bars {
  const [, ...lines] = readFileSync(golden('made.csv'), 'utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  const column = (at: number): Float64Array<ArrayBuffer> => Float64Array.from(rows, (row) => Number(row[at]));
  return {
    time: Float64Array.from(rows, ([date]) => Date.parse(`${date}T00:00Z`)),
    open: column(1),
    high: column(2),
    low: column(3),
    close: column(4),
    volume: column(5),
    extra: {},
  };
}
