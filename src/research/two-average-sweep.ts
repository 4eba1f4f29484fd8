import type { TwoAverageOutcome, TwoAverageSweep } from '../core/backend';
import { checkInteger, checkLength, checkRange } from '../core/check';
import type { Column } from '../core/column';
import type { Job } from '../core/job';
import { BLOCKS } from '../core/lane-sweep';
import { returnStretches, type ReturnStretch } from '../core/return-stretches';

/** Lanes between two checkpoints: some ten milliseconds of work on daily bars. */
const LANES_PER_CHECKPOINT = 64;

/**
 * Trades every (fast, slow) pair of averages, one after the other, with the exact engine's rules.
 *
 * @param sweep  columns `f64[bars]`, oldest first, and the pairs of averages
 * @param job    told of progress after every 64 lanes
 * @returns      one value per lane; `meanReturn` is NaN below two bars, `deviation` below three. Returns are summed by blocks,
 *               and those sums in turn
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
  const stretches = stretchesOf(sweep.close.length);
  const write = outcomeWriter(outcome, sweep.close.length);
  for (let lane = 0; lane < lanes; lane++) {
    if (lane % LANES_PER_CHECKPOINT === 0) await job.checkpoint(lane, lanes);
    write(lane, tradeLane(sweep, lane, stretches));
  }
  await job.checkpoint(lanes, lanes);
  return outcome;
}

/** Stretches of the returns of so many bars. */
export const stretchesOf = (bars: number): readonly ReturnStretch[] => returnStretches(Math.max(0, bars - 1));

/** What a lane has gathered when its bars end. */
export interface LaneTotals {
  readonly equity: number;
  /** Equity and peak of the deepest drawdown. */
  readonly worstEquity: number;
  readonly worstPeak: number;
  readonly trades: number;
  /** `f64[SUMS]`: sum of returns and of their squares, of each block, then of the block that the early ones end in, up to there. */
  readonly sums: Column;
}

/** Sums of a lane: two of each block, and two of the early part of a block. */
export const SUMS = 2 * (BLOCKS + 1);

/** An outcome of `lanes` rows, to be filled by `outcomeWriter`. Rows that never are stay NaN. */
export function emptyOutcome(lanes: number): TwoAverageOutcome {
  const column = () => new Float64Array(lanes).fill(NaN);
  return {
    finalEquity: column(),
    maxDrawdown: column(),
    meanReturn: column(),
    deviation: column(),
    trades: column(),
    blocks: new Float64Array(2 * BLOCKS * lanes).fill(NaN),
    early: new Float64Array(2 * lanes).fill(NaN),
  };
}

/** Sum of returns and of their squares over the first blocks. */
function sumOfBlocks(sums: Column, blocks: number): readonly [sum: number, squares: number] {
  let sum = 0;
  let squares = 0;
  for (let k = 0; k < blocks; k++) {
    sum += sums[2 * k]!;
    squares += sums[2 * k + 1]!;
  }
  return [sum, squares];
}

/** What turns a lane's totals over `bars` rows into its row of an outcome. */
export function outcomeWriter(
  outcome: TwoAverageOutcome,
  bars: number,
): (lane: number, totals: LaneTotals) => void {
  const earlyBlocks = stretchesOf(bars).findIndex(({ ends }) => ends === 'early');
  return (lane, { equity, sums, trades, worstEquity, worstPeak }) => {
    const [sum, squares] = sumOfBlocks(sums, BLOCKS);
    const mean = bars > 1 ? sum / (bars - 1) : NaN;
    const spread = Math.max(0, squares - sum * mean);
    const before = sumOfBlocks(sums, earlyBlocks);
    outcome.finalEquity[lane] = equity;
    outcome.maxDrawdown[lane] = 1 - worstEquity / worstPeak;
    outcome.meanReturn[lane] = mean;
    outcome.deviation[lane] = bars > 2 ? Math.sqrt(spread / (bars - 2)) : NaN;
    outcome.trades[lane] = trades;
    outcome.blocks.set(sums.subarray(0, 2 * BLOCKS), 2 * BLOCKS * lane);
    outcome.early[2 * lane] = before[0] + sums[2 * BLOCKS]!;
    outcome.early[2 * lane + 1] = before[1] + sums[2 * BLOCKS + 1]!;
  };
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

function tradeLane(sweep: TwoAverageSweep, lane: number, stretches: readonly ReturnStretch[]): LaneTotals {
  const fast = sweep.fast[sweep.pairs[2 * lane]!]!;
  const slow = sweep.slow[sweep.pairs[2 * lane + 1]!]!;
  const account = new LaneAccount(sweep);
  let next = 0;
  for (let i = 0; i < sweep.close.length; i++) {
    for (; stretches[next]!.end < i; next++) account.end(stretches[next]!);
    if (isTradable(sweep, i)) account.meet(i);
    else account.pass();
    account.mark(i);
    if (i === 0) continue;
    if (fast[i]! > slow[i]! && fast[i - 1]! <= slow[i - 1]!) account.askEntry(i);
    if (fast[i]! < slow[i]! && fast[i - 1]! >= slow[i - 1]!) account.askExit();
  }
  for (; next < stretches.length; next++) account.end(stretches[next]!);
  return account;
}

/** Cash, position and waiting orders of one lane, with its running figures. */
class LaneAccount implements LaneTotals {
  equity: number;
  worstEquity: number;
  worstPeak: number;
  trades = 0;
  readonly sums: Column = new Float64Array(SUMS);
  readonly #sweep: TwoAverageSweep;
  readonly #buySlippage: number;
  readonly #sellSlippage: number;
  #cash: number;
  #size = 0;
  #peak: number;
  #lastClose = 0;
  /** Sums of the present block. */
  #block = 0;
  #sum = 0;
  #squares = 0;
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
      this.#sum += change;
      this.#squares += change * change;
    }
    this.equity = equity;
    if (equity > this.#peak) this.#peak = equity;
    // equity / peak < worstEquity / worstPeak, without two divisions on every bar
    if (equity * this.worstPeak < this.worstEquity * this.#peak) {
      this.worstEquity = equity;
      this.worstPeak = this.#peak;
    }
  }

  /** Keeps the sums of a stretch of returns. */
  end({ ends }: ReturnStretch): void {
    this.sums.set([this.#sum, this.#squares], 2 * (ends === 'early' ? BLOCKS : this.#block));
    if (ends === 'early') return;
    this.#block += 1;
    this.#sum = this.#squares = 0;
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
