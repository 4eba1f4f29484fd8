import type { TwoAverageOutcome, TwoAverageSweep } from '../../core/backend';
import type { Column } from '../../core/column';
import type { Job } from '../../core/job';
import { checkSweep, emptyOutcome, writeOutcome } from '../../research/two-average-sweep';
import { tapeOf, type Tape } from '../sweep/tape';
import { Arena } from './arena';
import { instantiateKernels, type Kernels } from './kernels';

/** Bars of a tile: its columns stay in the cache while all lanes pass over them. */
const TILE_BARS = 1024;
/** Vectors of two lanes between two checkpoints: some milliseconds of work. */
const GROUP_VECTORS = 2048;
const BYTES_PER_NUMBER = 8;
const LANES = 2;

/** Fields of a vector's state that the host sets or reads, as `wasm/research/two-average-sweep.ts` numbers them. */
const CASH = 0;
const EQUITY = 2;
const PEAK = 3;
const WORST_EQUITY = 4;
const WORST_PEAK = 5;
const SUM = 6;
const SQUARES = 7;
const TRADES = 8;
const BRACKET_BAR = 11;

/**
 * The two-average sweep on WASM SIMD: the same bits as its twin, in memory of one tile of every
 * column, whatever the number of bars. Each call has an instance of its own, so calls may overlap.
 *
 * @throws BacktabError `length_mismatch` | `parameter_out_of_range` | `backend_unavailable` | `cancelled`
 */
export async function sweepOnWasm(
  module: WebAssembly.Module,
  sweep: TwoAverageSweep,
  job: Job,
): Promise<TwoAverageOutcome> {
  checkSweep(sweep);
  const { kernels, memory } = await instantiateKernels(module);
  const plan = new SweepMemory(new Arena(memory, kernels.heapBase()), kernels, sweep);
  const bars = sweep.close.length;
  const tiles = Math.ceil(bars / TILE_BARS);
  const groups = Math.ceil(plan.vectors / GROUP_VECTORS);
  for (let tile = 0; tile < tiles; tile++) {
    plan.loadTile(tile * TILE_BARS);
    for (let group = 0; group < groups; group++) {
      await job.checkpoint(tile * groups + group, tiles * groups);
      plan.runGroup(group * GROUP_VECTORS);
    }
  }
  await job.checkpoint(tiles * groups, tiles * groups);
  return plan.outcome();
}

/** Where everything of a sweep lies in WASM memory. */
class SweepMemory {
  readonly vectors: number;
  readonly #arena: Arena;
  readonly #kernels: Kernels;
  readonly #sweep: TwoAverageSweep;
  readonly #tape: Tape;
  readonly #columns: readonly Column[];
  readonly #stride: number;
  readonly #tapeAt: number;
  readonly #averagesAt: number;
  readonly #pairsAt: number;
  readonly #stateAt: number;
  readonly #fields: number;
  #first = 0;
  #rows = 0;

  constructor(arena: Arena, kernels: Kernels, sweep: TwoAverageSweep) {
    this.#arena = arena;
    this.#kernels = kernels;
    this.#sweep = sweep;
    this.#tape = tapeOf(sweep);
    this.#columns = [...sweep.fast, ...sweep.slow];
    this.#stride = 1 + Math.min(TILE_BARS, sweep.close.length);
    this.#fields = kernels.sweepStateFields();
    this.vectors = Math.ceil(sweep.pairs.length / 2 / LANES);
    this.#tapeAt = arena.take(this.#stride * 5);
    this.#averagesAt = arena.take(this.#stride * this.#columns.length);
    this.#pairsAt = arena.take(this.vectors * LANES);
    this.#stateAt = arena.take(this.vectors * LANES * this.#fields);
    this.#writePairs();
    this.#writeState();
  }

  /** Copies one tile of every column, with the bar before it; before the first bar there is NaN. */
  loadTile(first: number): void {
    const stride = this.#stride;
    this.#first = first;
    this.#rows = Math.min(TILE_BARS, this.#sweep.close.length - first);
    const { open, mark, ask, bracketBar, bracketPrice } = this.#tape;
    const copy = (columns: readonly Column[], address: number): void => {
      const memory = this.#arena.numbers(address, stride * columns.length);
      columns.forEach((column, k) => {
        if (first === 0) memory[k * stride] = NaN;
        const from = Math.max(0, first - 1);
        memory.set(column.subarray(from, first + this.#rows), k * stride + (first === 0 ? 1 : 0));
      });
    };
    copy([open, mark, ask, bracketBar, bracketPrice], this.#tapeAt);
    copy(this.#columns, this.#averagesAt);
  }

  /** Runs the present tile over a group of vectors. */
  runGroup(first: number): void {
    const { sizeFraction, feeRate, slippageRate, lotSize } = this.#sweep;
    this.#kernels.sweepTile(
      this.#tapeAt,
      this.#averagesAt,
      this.#stride * BYTES_PER_NUMBER,
      this.#pairsAt + first * LANES * 2 * 4,
      this.#stateAt + first * LANES * this.#fields * BYTES_PER_NUMBER,
      Math.min(GROUP_VECTORS, this.vectors - first),
      this.#rows,
      this.#first,
      sizeFraction,
      feeRate,
      slippageRate,
      lotSize,
    );
  }

  /** Reads every lane's totals. */
  outcome(): TwoAverageOutcome {
    const bars = this.#sweep.close.length;
    const lanes = this.#sweep.pairs.length / 2;
    const outcome = emptyOutcome(lanes);
    const state = this.#arena.numbers(this.#stateAt, this.vectors * LANES * this.#fields);
    for (let lane = 0; lane < lanes; lane++) {
      const at = (field: number): number => state[this.#fieldOf(lane, field)]!;
      const totals = {
        equity: at(EQUITY),
        worstEquity: at(WORST_EQUITY),
        worstPeak: at(WORST_PEAK),
        sum: at(SUM),
        squares: at(SQUARES),
        trades: at(TRADES),
      };
      writeOutcome(outcome, lane, totals, bars);
    }
    return outcome;
  }

  #writePairs(): void {
    const { pairs, fast } = this.#sweep;
    const words = this.#arena.words(this.#pairsAt, this.vectors * LANES * 2);
    for (let k = 0; k < words.length; k += 2) {
      const lane = Math.min(k, pairs.length - 2);
      words[k] = pairs[lane]!;
      words[k + 1] = fast.length + pairs[lane + 1]!;
    }
  }

  #writeState(): void {
    const state = this.#arena.numbers(this.#stateAt, this.vectors * LANES * this.#fields).fill(0);
    for (let lane = 0; lane < this.vectors * LANES; lane++) {
      for (const field of [CASH, EQUITY, PEAK, WORST_EQUITY, WORST_PEAK]) {
        state[this.#fieldOf(lane, field)] = this.#sweep.capital;
      }
      state[this.#fieldOf(lane, BRACKET_BAR)] = -1;
    }
  }

  #fieldOf(lane: number, field: number): number {
    return (Math.floor(lane / LANES) * this.#fields + field) * LANES + (lane % LANES);
  }
}
