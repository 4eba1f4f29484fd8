import type { Column } from '../../../core/column';
import type { Graph } from '../../../indicators/graph/graph';
import type { NodeId } from '../../../indicators/graph/node';
import type { Arena } from '../arena';
import type { KernelFunctions, KernelInstance } from '../kernels';
import type { LoopCache, RunLoop } from './loop-cache';
import type { LoopCode } from './loop-code';
import { stepsOf, type Step } from './steps';

/**
 * Rows of a block. It is part of every result's bits: kernels begin their groups of rows anew with each block.
 */
const BLOCK_ROWS = 4096;
/** Rows that a vector may be written beyond the last one. */
const SLACK_ROWS = 8;
const BYTES_PER_NUMBER = 8;
/** Rows of which some columns are more than the caches of a core. */
const LONG_ROWS = 2 ** 18;
const LINE_BYTES = 64;
const LINE_ROWS = LINE_BYTES / BYTES_PER_NUMBER;

/** Where a column lies: all of it, or the last rows of it. */
interface Place {
  /** Address of row 0, were it there. */
  origin: number;
  address: number;
  /** Rows that fit; a column that is shorter never moves. */
  readonly capacity: number;
  readonly history: number;
}

/** An expression that is asked for. */
export interface Wanted {
  readonly id: NodeId;
  readonly begin: number;
}

/** One pass over the rows from `from` to `to - 1`; only loops can go backward. */
type RunStep = (from: number, to: number, isBackward: boolean) => void;

/** A graph made ready to run over columns that lie in WASM memory. */
export class Program {
  /** Address of each output's row 0. */
  readonly outputs: readonly number[];
  /** Rows before a column's first that are read. */
  readonly history: number;
  readonly #arena: Arena;
  readonly #rows: number;
  readonly #places: readonly Place[];
  readonly #moving: readonly Place[];
  readonly #runs: readonly RunStep[];
  readonly #states: readonly {
    readonly address: number;
    readonly rows: number;
    readonly params: readonly number[];
  }[];
  readonly #begins: readonly number[];
  /** Rows of a pass: where nothing is read again, one pass is fastest. */
  readonly #block: number;
  /** Whether the next pass goes from the last row to the first. */
  #isBackward = true;

  /**
   * @param inputs  address of each input column's first row; as many rows as its `history` are readable before it
   * @param rows    rows of the inputs
   * @param wanted  the outputs
   */
  constructor(
    graph: Graph,
    wanted: readonly Wanted[],
    inputs: readonly number[],
    rows: number,
    arena: Arena,
    { primitives, loops }: KernelInstance,
  ) {
    const { steps, columns, history, outputs } = stepsOf(graph, wanted, rows >= LONG_ROWS);
    this.#arena = arena;
    this.#rows = rows;
    this.#begins = wanted.map(({ begin }) => begin);
    this.history = Math.max(0, ...history);
    this.#block = needsBlocks(steps) ? BLOCK_ROWS : Math.max(1, rows);
    const lasting = new Set(outputs);
    this.#places = Array.from({ length: columns }, (_, column) =>
      column < graph.inputs
        ? { origin: inputs[column]!, address: inputs[column]!, capacity: Infinity, history: 0 }
        : this.#placeOf(lasting.has(column) ? Infinity : history[column]!, history[column]!),
    );
    this.#moving = this.#places.filter(({ capacity }) => capacity < rows + SLACK_ROWS);
    this.outputs = outputs.map((column) => this.#places[column]!.origin);
    const states: { address: number; rows: number; params: readonly number[] }[] = [];
    this.#runs = steps.map((step) => this.#runOf(step, primitives, loops, states));
    this.#states = states;
  }

  /** Takes other inputs from now on, of as many rows. */
  read(inputs: readonly number[]): void {
    inputs.forEach((address, column) => (this.#places[column]!.address = address));
  }

  /**
   * Computes all outputs anew. Loops without kernels go the other way each time: the rows that the last pass took last
   * are still in the cache.
   */
  run(): void {
    const isBackward = this.#isBackward && this.#block >= this.#rows;
    this.#isBackward = !isBackward;
    for (const place of this.#places) place.origin = place.address;
    const memory = this.#arena.all();
    for (const { address, rows, params } of this.#states) {
      const first = address / BYTES_PER_NUMBER;
      memory.fill(0, first, first + rows);
      for (let k = 0; k < params.length; k++) memory[first + k] = params[k]!;
    }
    for (let from = 0; from < this.#rows; from += this.#block) {
      const to = Math.min(from + this.#block, this.#rows);
      for (const place of this.#moving) this.#makeRoom(place, from, to);
      for (const run of this.#runs) run(from, to, isBackward);
    }
    for (let k = 0; k < this.outputs.length; k++) {
      const first = this.outputs[k]! / BYTES_PER_NUMBER;
      memory.fill(NaN, first, first + Math.min(this.#begins[k]!, this.#rows));
    }
  }

  /** The rows of an output; a view that is valid until the memory grows. */
  output(k: number): Column {
    return this.#arena.numbers(this.outputs[k]!, this.#rows);
  }

  #placeOf(keep: number, history: number): Place {
    const wanted = Math.max(4 * BLOCK_ROWS, 2 * (keep + BLOCK_ROWS));
    const capacity = Math.min(this.#rows, wanted) + SLACK_ROWS;
    const address = this.#arena.take(capacity);
    return { origin: address, address, capacity, history };
  }

  /** Moves the rows that are still read to the front when the next block would not fit. */
  #makeRoom(place: Place, from: number, to: number): void {
    const end = place.origin + to * BYTES_PER_NUMBER;
    if (end + SLACK_ROWS * BYTES_PER_NUMBER <= place.address + place.capacity * BYTES_PER_NUMBER) return;
    const kept = Math.min(place.history, from);
    const source = place.origin + (from - kept) * BYTES_PER_NUMBER;
    this.#arena.numbers(place.address, kept).set(this.#arena.numbers(source, kept));
    place.origin = place.address - (from - kept) * BYTES_PER_NUMBER;
  }

  #runOf(
    step: Step,
    kernels: KernelFunctions,
    loops: LoopCache,
    states: { address: number; rows: number; params: readonly number[] }[],
  ): RunStep {
    if (step.kind === 'loop') {
      const { code, begin } = step;
      const columns = code.columns.map(({ column, back }) => ({ place: this.#places[column]!, back }));
      const outputs = step.outputs.map((column) => ({ place: this.#places[column]!, back: 0 }));
      const constants = this.#arena.take(code.constants.length);
      this.#arena.numbers(constants, code.constants.length).set(code.constants);
      return loopRun(loops.loop(code), code, [...columns, ...outputs], begin, constants);
    }
    const { kernel, params, begin, outputs } = step.call;
    const rows = params.length + kernel.state(params);
    const address = this.#arena.take(rows);
    states.push({ address, rows, params });
    const inputs = step.inputs.map(({ column, lag }) => ({ place: this.#places[column]!, back: lag }));
    const columns = [...inputs, ...outputs.map((column) => ({ place: this.#places[column]!, back: 0 }))];
    return kernelRun(kernels[kernel.name]!, columns, begin, address);
  }
}

/** Steps after a kernel find what it wrote in the cache; and most kernels' bits hang on where their calls begin. */
function needsBlocks(steps: readonly Step[]): boolean {
  const kernels = steps.flatMap((step) => (step.kind === 'kernel' ? [step.call.kernel] : []));
  return kernels.length > 0 && (steps.length > 1 || !kernels[0]!.isSeamless);
}

interface Pointer {
  readonly place: Place;
  readonly back: number;
}

const addressAt = ({ place, back }: Pointer, row: number): number =>
  place.origin + (row - back) * BYTES_PER_NUMBER;

function loopRun(
  loop: RunLoop,
  { stretches, stepBytes }: LoopCode,
  pointers: readonly Pointer[],
  begin: number,
  constants: number,
): RunStep {
  const args = Array<number>(pointers.length + 4).fill(0);
  args[1 + pointers.length] = constants;
  return (from, to, isBackward) => {
    // From the start of a line of the cache on, so that steps do not lie across two; rows too many are nobody's.
    const first = Math.max(from, begin & -LINE_ROWS);
    if (begin >= to) return;
    const bytes = (to - first) * BYTES_PER_NUMBER;
    // Stretches begin with a line and may overlap: what two of them hold is computed twice.
    const stride = Math.floor(bytes / stretches / LINE_BYTES) * LINE_BYTES;
    const own = bytes - (stretches - 1) * stride;
    const toStart = isBackward ? Math.floor((own - 1) / stepBytes) * stepBytes : 0;
    args[0] = own;
    args[2 + pointers.length] = isBackward ? -stepBytes : stepBytes;
    args[3 + pointers.length] = stride;
    for (let k = 0; k < pointers.length; k++) args[k + 1] = addressAt(pointers[k]!, first) + toStart;
    loop(...args);
  };
}

function kernelRun(
  kernel: (...args: number[]) => void,
  pointers: readonly Pointer[],
  begin: number,
  state: number,
): RunStep {
  const args = Array<number>(pointers.length + 2).fill(0);
  args[0] = state;
  return (from, to) => {
    const first = Math.max(from, begin);
    if (first >= to) return;
    args[1] = to - first;
    for (let k = 0; k < pointers.length; k++) args[k + 2] = addressAt(pointers[k]!, first);
    kernel(...args);
  };
}
