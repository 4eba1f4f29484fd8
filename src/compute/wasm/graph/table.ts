import type { Column } from '../../../core/column';
import { batch } from '../../../indicators/batch';
import { Graph } from '../../../indicators/graph/graph';
import { Series } from '../../../indicators/graph/series';
import type { Indicator } from '../../../indicators/indicator';
import { Arena } from '../arena';
import type { KernelInstance } from '../kernels';
import { Program, type Wanted } from './program';

/** One indicator on columns of a table. */
export interface IndicatorCall {
  readonly indicator: Indicator;
  /** Column of each of its inputs. */
  readonly inputs: readonly number[];
  readonly params: readonly number[];
}

/** From this size on a number may overflow on the way; rows from the first such one on are the twin's. */
const LARGE = 1e100;
/** Rows that are readable before a column's first. */
const GUARD_ROWS = 200_000;
const SLACK_ROWS = 8;

/** A column in WASM memory, and where it holds what graphs do not take. */
interface Resident {
  readonly column: Column;
  readonly address: number;
  /** First row that is a number. */
  readonly first: number;
  /** First and last row after it that is NaN, infinite or large. */
  readonly firstOdd: number;
  readonly lastOdd: number;
}

/** Calls that begin and end at the same rows, as one program. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly program: Program;
  readonly calls: readonly number[];
}

/**
 * Columns of one length in WASM memory, and indicators on them. Calls that are prepared together share
 * what they have in common and pass over the columns block by block.
 */
export class IndicatorTable {
  readonly #instance: KernelInstance;
  readonly #columns: readonly Resident[];
  readonly #rows: number;
  readonly #free: number;

  /** @throws BacktabError `backend_unavailable` when the machine has not that much memory */
  constructor(instance: KernelInstance, columns: readonly Column[]) {
    this.#instance = instance;
    this.#rows = columns[0]?.length ?? 0;
    const arena = new Arena(instance.memory, instance.kernels.heapBase());
    arena.take(GUARD_ROWS);
    this.#columns = columns.map((column) => {
      const address = arena.take(column.length + SLACK_ROWS);
      arena.numbers(address, column.length).set(column);
      return { column, address, ...oddRows(column) };
    });
    this.#free = arena.take(0);
  }

  /**
   * Makes calls ready to be run, in memory that the next `prepare` takes back.
   *
   * @throws BacktabError `parameter_out_of_range` | `length_mismatch` | `backend_unavailable`
   */
  prepare(calls: readonly IndicatorCall[]): PreparedCalls {
    const arena = new Arena(this.#instance.memory, this.#free);
    const spans = calls.map((call) => this.#spanOf(call));
    const groups = new Map<string, number[]>();
    spans.forEach((span, k) => {
      if (span) groups.set(`${span.from} ${span.to}`, [...(groups.get(`${span.from} ${span.to}`) ?? []), k]);
    });
    const programs = [...groups.values()].flatMap((members) =>
      this.#program(calls, members, spans[members[0]!]!, arena),
    );
    return new PreparedCalls(calls, this.#rows, this.#columns, programs);
  }

  /** Rows that a graph computes of a call: from the first full row to the first odd one. */
  #spanOf({ indicator, inputs, params }: IndicatorCall): { from: number; to: number } | undefined {
    if (!indicator.graph) return undefined;
    const columns = inputs.map((input) => this.#columns[input]!);
    let from = Math.max(0, ...columns.map(({ first }) => first));
    while (from < this.#rows && columns.some(({ column }) => Number.isNaN(column[from]!))) from++;
    const to = Math.min(...columns.map((column) => firstOddFrom(column, from)));
    return from + indicator.lookback(params) < to ? { from, to } : undefined;
  }

  #program(
    calls: readonly IndicatorCall[],
    members: readonly number[],
    { from, to }: { from: number; to: number },
    arena: Arena,
  ): Group[] {
    const graph = new Graph(this.#columns.length, from);
    const wanted: Wanted[] = [];
    const composed: number[] = [];
    for (const k of members) {
      const { indicator, inputs, params } = calls[k]!;
      const series = inputs.map((input) => new Series(graph, graph.column(input, 0), 0));
      const outputs = indicator.graph?.(series, params);
      if (!outputs) continue;
      const first = indicator.lookback(params);
      wanted.push(...outputs.map((output) => output.from(first)));
      composed.push(k);
    }
    if (composed.length === 0) return [];
    const inputs = this.#columns.map(({ address }) => address + from * Float64Array.BYTES_PER_ELEMENT);
    const program = new Program(graph, wanted, inputs, to - from, arena, this.#instance);
    return program.history > GUARD_ROWS ? [] : [{ from, to, program, calls: composed }];
  }
}

/** Calls that can be run again and again. */
export class PreparedCalls {
  readonly #calls: readonly IndicatorCall[];
  readonly #rows: number;
  readonly #columns: readonly Resident[];
  readonly #groups: readonly Group[];

  constructor(
    calls: readonly IndicatorCall[],
    rows: number,
    columns: readonly Resident[],
    groups: readonly Group[],
  ) {
    this.#calls = calls;
    this.#rows = rows;
    this.#columns = columns;
    this.#groups = groups;
  }

  /** Calls that the graph computes, as far as their columns allow; the twin computes the others. */
  get composed(): number {
    return this.#groups.reduce((sum, { calls }) => sum + calls.length, 0);
  }

  /** Computes what graphs can, in WASM memory. */
  run(): void {
    for (const { program } of this.#groups) program.run();
  }

  /** The outputs of each call in columns of their own: what `run` left in memory, and the twin's rows. */
  outputs(): Column[][] {
    const outputs: Column[][] = [];
    for (const { from, to, program, calls } of this.#groups) {
      let next = 0;
      for (const k of calls) {
        outputs[k] = this.#calls[k]!.indicator.outputs.map(() => {
          const column = new Float64Array(this.#rows).fill(NaN, 0, from);
          column.set(program.output(next++), from);
          return column;
        });
        if (to < this.#rows) this.#twin(k).forEach((twin, j) => outputs[k]![j]!.set(twin.subarray(to), to));
      }
    }
    this.#calls.forEach((_, k) => (outputs[k] ??= this.#twin(k)));
    return outputs;
  }

  #twin(k: number): Column[] {
    const { indicator, inputs, params } = this.#calls[k]!;
    return batch(
      indicator,
      inputs.map((input) => this.#columns[input]!.column),
      params,
    );
  }
}

const isOdd = (x: number): boolean => !(Math.abs(x) < LARGE);

function oddRows(column: Column): { first: number; firstOdd: number; lastOdd: number } {
  const { length } = column;
  let first = 0;
  while (first < length && Number.isNaN(column[first]!)) first++;
  let firstOdd = first;
  while (firstOdd < length && !isOdd(column[firstOdd]!)) firstOdd++;
  let lastOdd = length - 1;
  while (lastOdd > firstOdd && !isOdd(column[lastOdd]!)) lastOdd--;
  return { first, firstOdd, lastOdd: firstOdd < length ? lastOdd : -1 };
}

function firstOddFrom({ column, firstOdd, lastOdd }: Resident, from: number): number {
  if (from <= firstOdd) return firstOdd;
  if (from > lastOdd) return column.length;
  let row = from;
  while (!isOdd(column[row]!)) row++;
  return row;
}
