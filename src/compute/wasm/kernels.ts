import { LoopCache } from './graph/loop-cache';
import { NOTHING_HELD, type HeldPrograms } from './graph/held';
import { NOTHING_LOADED, type LoadedColumns } from './graph/loaded';

/** Exports of `wasm/index.ts`. Pointers are byte offsets into the memory; parameters as in the kernels' headers. */
export interface Kernels {
  heapBase(): number;
  nextOddRow(column: number, row: number, rows: number): number;
  numbersText(values: number, count: number, powers: number, digits: number, text: number): number;
  philoxWords(first: number, block: number, stream: number, low: number, high: number, words: number): void;
  gbmPaths(
    first: number,
    vectors: number,
    steps: number,
    low: number,
    high: number,
    mean: number,
    deviation: number,
    growth: number,
    fall: number,
  ): void;
  laneSetup(
    columns: number,
    rows: number,
    rules: number,
    account: number,
    orders: number,
    orderCount: number,
  ): void;
  laneWalk(acts: number, out: number): number;
  laneFigures(
    one: number,
    other: number,
    rows: number,
    capital: number,
    stretches: number,
    count: number,
    out: number,
  ): void;
  sweepStateFields(): number;
  sweepTile(
    tape: number,
    averages: number,
    stride: number,
    pairs: number,
    state: number,
    stretches: number,
    sums: number,
    vectors: number,
    rows: number,
    firstBar: number,
    sizeFraction: number,
    feeRate: number,
    slippageRate: number,
    lotSize: number,
  ): void;
}

/** The kernels of `wasm/indicators/primitives` by name: state, rows, inputs, outputs. */
export type KernelFunctions = Readonly<Record<string, (...args: number[]) => void>>;

/** An instance of the kernels with the memory it works in. */
export interface KernelInstance {
  readonly kernels: Kernels;
  readonly primitives: KernelFunctions;
  readonly loops: LoopCache;
  readonly memory: WebAssembly.Memory;
  /** Columns that stay in the memory. */
  loaded: LoadedColumns;
  /** Programs that lie ready in the memory. */
  held: HeldPrograms;
}

/** Pages of memory that the kernels' tables are within. */
const STATIC_PAGES = 4;
/** First byte after those. */
export const FIRST_FREE_BYTE = STATIC_PAGES * 65_536;

/** What `wasm/research/lane-sweep.ts` asks of the program that it runs. */
export interface ProgramImports {
  /** Looks at a row and answers the orders that act, as bits. */
  readonly begin: (row: number) => number;
}

/** A memory for the kernels. */
export const kernelMemory = (): WebAssembly.Memory => new WebAssembly.Memory({ initial: STATIC_PAGES });

/** For instances that run no program. */
const NO_PROGRAM: ProgramImports = { begin: () => 0 };

/**
 * Instantiates the built kernels.
 *
 * @param memory  a fresh one
 */
export async function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory = kernelMemory(),
  program: ProgramImports = NO_PROGRAM,
): Promise<KernelInstance> {
  const { exports } = await WebAssembly.instantiate(module, {
    env: { memory },
    'lane-sweep': { ...program },
  });
  return {
    kernels: exports as unknown as Kernels,
    primitives: exports as unknown as KernelFunctions,
    loops: new LoopCache(memory),
    memory,
    loaded: NOTHING_LOADED,
    held: NOTHING_HELD,
  };
}
