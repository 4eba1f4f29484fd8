import type { TwoAverageOutcome, TwoAverageSweep } from '../../core/backend';
import type { Column } from '../../core/column';
import type { Job } from '../../core/job';
import { BLOCKS } from '../../core/lane-sweep';
import type { ReturnStretch } from '../../core/return-stretches';
import { checkSweep, emptyOutcome, stretchesOf, SUMS, outcomeWriter } from '../../research/two-average-sweep';
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
const TRADES = 8;
const BRACKET_BAR = 11;

/** Bytes of the two sums of a stretch, each of a vector's lanes. */
const STRETCH_BYTES = 2 * LANES * BYTES_PER_NUMBER;
/** A row that no tile has. */
const NEVER = 0x7fffffff;

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
  readonly #stretches: readonly ReturnStretch[];
  readonly #stretchesAt: number;
  readonly #sumsAt: number;
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
    this.#stretches = stretchesOf(sweep.close.length);
    this.#stretchesAt = arena.take(1 + this.#stretches.length);
    this.#sumsAt = arena.take(this.vectors * LANES * SUMS);
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
    this.#writeStretches();
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
      this.#stretchesAt,
      this.#sumsAt + first * LANES * SUMS * BYTES_PER_NUMBER,
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
    const allSums = this.#arena.numbers(this.#sumsAt, this.vectors * LANES * SUMS);
    const sums = new Float64Array(SUMS);
    const write = outcomeWriter(outcome, bars);
    for (let lane = 0; lane < lanes; lane++) {
      const at = (field: number): number => state[place(lane, field, this.#fields)]!;
      for (let k = 0; k < SUMS; k++) sums[k] = allSums[place(lane, k, SUMS)]!;
      const totals = {
        equity: at(EQUITY),
        worstEquity: at(WORST_EQUITY),
        worstPeak: at(WORST_PEAK),
        trades: at(TRADES),
        sums,
      };
      write(lane, totals);
    }
    return outcome;
  }

  /** Tells the kernel which stretches end in the present tile; their returns are numbered from the bar after the first. */
  #writeStretches(): void {
    const words = this.#arena.words(this.#stretchesAt, 2 * (1 + this.#stretches.length));
    let at = 0;
    let block = 0;
    for (const { end, ends } of this.#stretches) {
      const row = end + 2 - this.#first;
      if (row >= 2 && row <= 1 + this.#rows)
        words.set([row, STRETCH_BYTES * (ends === 'early' ? BLOCKS : block)], 2 * at++);
      if (ends === 'block') block += 1;
    }
    words[2 * at] = NEVER;
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
        state[place(lane, field, this.#fields)] = this.#sweep.capital;
      }
      state[place(lane, BRACKET_BAR, this.#fields)] = -1;
    }
  }
}

/** Where a number of a lane stands among those of vectors that have so many of each lane. */
const place = (lane: number, number: number, each: number): number =>
  (Math.floor(lane / LANES) * each + number) * LANES + (lane % LANES);
