import type { TwoAverageOutcome, TwoAverageSweep } from '../core/backend';
import { checkInteger, checkLength, checkRange } from '../core/check';
import type { Job } from '../core/job';

/** Lanes between two checkpoints: some ten milliseconds of work on daily bars. */
const LANES_PER_CHECKPOINT = 64;

/**
 * Trades every (fast, slow) pair of averages, one after the other, with the exact engine's rules.
 *
 * @param sweep  columns `f64[bars]`, oldest first, and the pairs of averages
 * @param job    told of progress after every 64 lanes
 * @returns      one value per lane; `meanReturn` is NaN below two bars, `deviation` below three
 *
 * Order of events on a bar, as in `src/engine/simulate.ts`: queued exit and entry at the open; the
 * bracket against the open, then against the range, stop before target; marking at the close; then
 * the crosses, which queue for the next open. A cross compares with the bar before, so NaN on either
 * bar is none. An entry is refused when the stop lies above the close or the target below it, when less
 * than one lot can be bought, and at the open when cash does not cover value and fee. A bar without a
 * full set of positive prices is not traded on and keeps the last mark. A position still open at the
 * end is valued at the last close and counts no trade.
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range` | `cancelled`
 */
export async function sweepTwoAverages(sweep: TwoAverageSweep, job: Job): Promise<TwoAverageOutcome> {
  checkSweep(sweep);
  const lanes = sweep.pairs.length / 2;
  const outcome = emptyOutcome(lanes);
  for (let lane = 0; lane < lanes; lane++) {
    if (lane % LANES_PER_CHECKPOINT === 0) await job.checkpoint(lane, lanes);
    writeOutcome(outcome, lane, tradeLane(sweep, lane), sweep.close.length);
  }
  await job.checkpoint(lanes, lanes);
  return outcome;
}

/** What a lane has gathered when its bars end. */
export interface LaneTotals {
  readonly equity: number;
  /** Equity and peak of the deepest drawdown. */
  readonly worstEquity: number;
  readonly worstPeak: number;
  /** Sums of the per-bar returns and of their squares. */
  readonly sum: number;
  readonly squares: number;
  readonly trades: number;
}

/** An outcome of `lanes` rows, to be filled by `writeOutcome`. Rows that never are stay NaN. */
export function emptyOutcome(lanes: number): TwoAverageOutcome {
  const column = () => new Float64Array(lanes).fill(NaN);
  return {
    finalEquity: column(),
    maxDrawdown: column(),
    meanReturn: column(),
    deviation: column(),
    trades: column(),
  };
}

/** Turns a lane's totals over `bars` rows into its row of the outcome. */
export function writeOutcome(
  outcome: TwoAverageOutcome,
  lane: number,
  totals: LaneTotals,
  bars: number,
): void {
  const mean = bars > 1 ? totals.sum / (bars - 1) : NaN;
  const spread = Math.max(0, totals.squares - totals.sum * mean);
  outcome.finalEquity[lane] = totals.equity;
  outcome.maxDrawdown[lane] = 1 - totals.worstEquity / totals.worstPeak;
  outcome.meanReturn[lane] = mean;
  outcome.deviation[lane] = bars > 2 ? Math.sqrt(spread / (bars - 2)) : NaN;
  outcome.trades[lane] = totals.trades;
}

/** @throws BacktabError `length_mismatch` | `parameter_out_of_range` unless every backend can run it */
export function checkSweep(sweep: TwoAverageSweep): void {
  const bars = sweep.close.length;
  for (const name of ['open', 'high', 'low'] as const) checkLength(name, sweep[name].length, bars);
  for (const name of ['stop', 'target'] as const) checkLength(name, sweep[name]?.length ?? bars, bars);
  for (const name of ['fast', 'slow'] as const) {
    for (const column of sweep[name]) checkLength(name, column.length, bars);
  }
  checkLength('pairs', sweep.pairs.length % 2, 0);
  sweep.pairs.forEach((column, k) => {
    const columns = k % 2 === 0 ? sweep.fast : sweep.slow;
    checkInteger('pairs', column, 0, columns.length - 1);
  });
  checkRange('capital', sweep.capital, Number.MIN_VALUE, Number.MAX_VALUE);
  checkRange('sizeFraction', sweep.sizeFraction, Number.MIN_VALUE, 1);
  checkRange('feeRate', sweep.feeRate, 0, 1);
  checkRange('slippageRate', sweep.slippageRate, 0, 1);
  checkRange('lotSize', sweep.lotSize, Number.MIN_VALUE, Number.MAX_VALUE);
}

/** Whether orders can fill on bar `i`: every price finite and above zero. */
export function isTradable(sweep: TwoAverageSweep, i: number): boolean {
  return (
    isPrice(sweep.open[i]!) && isPrice(sweep.high[i]!) && isPrice(sweep.low[i]!) && isPrice(sweep.close[i]!)
  );
}

/** Whether `value` can be a price. */
export const isPrice = (value: number): boolean => value > 0 && value < Infinity;

function tradeLane(sweep: TwoAverageSweep, lane: number): LaneTotals {
  const fast = sweep.fast[sweep.pairs[2 * lane]!]!;
  const slow = sweep.slow[sweep.pairs[2 * lane + 1]!]!;
  const account = new LaneAccount(sweep);
  for (let i = 0; i < sweep.close.length; i++) {
    if (isTradable(sweep, i)) account.meet(i);
    else account.pass();
    account.mark(i);
    if (i === 0) continue;
    if (fast[i]! > slow[i]! && fast[i - 1]! <= slow[i - 1]!) account.askEntry(i);
    if (fast[i]! < slow[i]! && fast[i - 1]! >= slow[i - 1]!) account.askExit();
  }
  return account;
}

/** Cash, position and waiting orders of one lane, with its running figures. */
class LaneAccount implements LaneTotals {
  equity: number;
  worstEquity: number;
  worstPeak: number;
  sum = 0;
  squares = 0;
  trades = 0;
  readonly #sweep: TwoAverageSweep;
  readonly #buySlippage: number;
  readonly #sellSlippage: number;
  #cash: number;
  #size = 0;
  #peak: number;
  #lastClose = 0;
  /** Units of the queued entry; 0 when none is queued. */
  #entry = 0;
  #entryStop = NaN;
  #entryTarget = NaN;
  #exit = false;
  #stop = NaN;
  #target = NaN;

  constructor(sweep: TwoAverageSweep) {
    this.#sweep = sweep;
    this.#buySlippage = 1 + sweep.slippageRate;
    this.#sellSlippage = 1 - sweep.slippageRate;
    this.#cash = this.#peak = this.equity = this.worstEquity = this.worstPeak = sweep.capital;
  }

  /** Fills what bar `i` fills. */
  meet(i: number): void {
    const open = this.#sweep.open[i]!;
    if (this.#exit) this.#sell(open * this.#sellSlippage);
    if (this.#entry > 0) this.#buy(open * this.#buySlippage);
    if (this.#size > 0) this.#crossBracket(open, this.#sweep.high[i]!, this.#sweep.low[i]!);
  }

  /** Lets a bar pass that is not traded on: the exit waits, the entry is refused. */
  pass(): void {
    this.#entry = 0;
  }

  /** Values the account at the close of bar `i`. */
  mark(i: number): void {
    const close = this.#sweep.close[i]!;
    if (isPrice(close)) this.#lastClose = close;
    const equity = this.#cash + this.#size * this.#lastClose;
    if (i > 0) {
      const change = equity / this.equity - 1;
      this.sum += change;
      this.squares += change * change;
    }
    this.equity = equity;
    if (equity > this.#peak) this.#peak = equity;
    // equity / peak < worstEquity / worstPeak, without two divisions on every bar
    if (equity * this.worstPeak < this.worstEquity * this.#peak) {
      this.worstEquity = equity;
      this.worstPeak = this.#peak;
    }
  }

  /** Takes a cross over at the close of bar `i`. */
  askEntry(i: number): void {
    const { close, stop, target, sizeFraction, lotSize } = this.#sweep;
    const staysOpen = this.#size > 0 && !this.#exit;
    if (staysOpen || !isTradable(this.#sweep, i)) return;
    const price = close[i]!;
    if (stop && stop[i]! > price) return;
    if (target && target[i]! < price) return;
    const units = Math.floor((sizeFraction * this.equity) / price / lotSize) * lotSize;
    if (!(units > 0 && units < Infinity)) return;
    this.#entry = units;
    this.#entryStop = stop ? stop[i]! : NaN;
    this.#entryTarget = target ? target[i]! : NaN;
  }

  /** Takes a cross under. */
  askExit(): void {
    if (this.#size > 0) this.#exit = true;
  }

  #buy(price: number): void {
    const value = price * this.#entry;
    const fee = this.#sweep.feeRate * value;
    if (value + fee <= this.#cash) {
      this.#cash -= value + fee;
      this.#size = this.#entry;
      this.#stop = this.#entryStop;
      this.#target = this.#entryTarget;
    }
    this.#entry = 0;
  }

  #sell(price: number): void {
    const value = price * this.#size;
    const fee = this.#sweep.feeRate * value;
    this.#cash += value - fee;
    this.#size = 0;
    this.#exit = false;
    this.trades++;
  }

  /** Sells at the stop or the target if the bar reaches one; comparisons with NaN, no level, are false. */
  #crossBracket(open: number, high: number, low: number): void {
    if (open <= this.#stop) this.#sell(open * this.#sellSlippage);
    else if (open >= this.#target) this.#sell(open);
    else if (low <= this.#stop) this.#sell(this.#stop * this.#sellSlippage);
    else if (high >= this.#target) this.#sell(this.#target);
  }
}
