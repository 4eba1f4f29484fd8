import type { Column } from '../core/column';
import type { RunSeries } from '../core/run';
import type { Portfolio } from './portfolio';

/** What a snapshot keeps of it. */
export interface SeriesState {
  readonly peak: number;
  readonly series: RunSeries;
}

/** The series of a run while they grow: a row for each instant at which bars close. */
export class SeriesBook {
  #rows = 0;
  #peak = -Infinity;
  #last = -Infinity;
  #columns: { time: Column; equity: Column; cash: Column; exposure: Column; drawdown: Column };

  /** @param rows  rows to make room for; more grow as they come */
  constructor(capital: number, rows: number) {
    this.#peak = capital;
    const column = (): Column => new Float64Array(Math.max(16, rows));
    this.#columns = {
      time: column(),
      equity: column(),
      cash: column(),
      exposure: column(),
      drawdown: column(),
    };
  }

  /** Time of the last row; -Infinity before the first. */
  get last(): number {
    return this.#last;
  }

  /** What there is so far; views on memory that later rows may share. */
  get series(): RunSeries {
    const rows = this.#rows;
    const { time, equity, cash, exposure, drawdown } = this.#columns;
    const cut = (column: Column): Column => (column.length === rows ? column : column.slice(0, rows));
    return {
      time: cut(time),
      equity: cut(equity),
      cash: cut(cash),
      exposure: cut(exposure),
      drawdown: cut(drawdown),
    };
  }

  /** State for a snapshot. */
  save(): SeriesState {
    return { peak: this.#peak, series: this.series };
  }

  restore({ peak, series }: SeriesState): void {
    this.#peak = peak;
    this.#rows = series.time.length;
    this.#last = series.time.at(-1) ?? -Infinity;
    while (this.#columns.time.length < this.#rows) this.#grow();
    this.#columns.time.set(series.time);
    this.#columns.equity.set(series.equity);
    this.#columns.cash.set(series.cash);
    this.#columns.exposure.set(series.exposure);
    this.#columns.drawdown.set(series.drawdown);
  }

  /** Writes a row of what `Portfolio.mark` found. */
  write(time: number, { total }: Portfolio): void {
    if (this.#rows === this.#columns.time.length) this.#grow();
    const { equity, cash, net } = total;
    if (equity > this.#peak) this.#peak = equity;
    const columns = this.#columns;
    const row = this.#rows++;
    this.#last = time;
    columns.time[row] = time;
    columns.equity[row] = equity;
    columns.cash[row] = cash;
    columns.exposure[row] = net === 0 ? 0 : net / equity;
    columns.drawdown[row] = 1 - equity / this.#peak;
  }

  /** Writes the last row again, after positions were closed at its prices. */
  rewriteLast(portfolio: Portfolio): void {
    if (this.#rows === 0) return;
    portfolio.mark();
    this.#rows -= 1;
    this.write(this.#columns.time[this.#rows]!, portfolio);
  }

  #grow(): void {
    const grown = (column: Column): Column => {
      const bigger: Column = new Float64Array(2 * column.length);
      bigger.set(column);
      return bigger;
    };
    const { time, equity, cash, exposure, drawdown } = this.#columns;
    this.#columns = {
      time: grown(time),
      equity: grown(equity),
      cash: grown(cash),
      exposure: grown(exposure),
      drawdown: grown(drawdown),
    };
  }
}
