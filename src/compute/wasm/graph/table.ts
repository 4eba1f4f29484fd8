import type { Column } from '../../../core/column';
import { Graph } from '../../../indicators/graph/graph';
import { Series } from '../../../indicators/graph/series';
import { Arena } from '../arena';
import type { KernelInstance } from '../kernels';
import { isHeld, NOTHING_HELD } from './held';
import { arenaBehind, GUARD_ROWS, resident, type Resident } from './loaded';
import { firstOddFrom } from './odd-rows';
import { PreparedCalls, type Group, type IndicatorCall, type Span } from './prepared';
import { Program, type Wanted } from './program';

export type { IndicatorCall, PreparedCalls } from './prepared';

/**
 * Columns of one length in WASM memory, and indicators on them. Calls that are prepared together share
 * what they have in common and pass over the columns block by block.
 */
export class IndicatorTable {
  readonly #instance: KernelInstance;
  readonly #columns: readonly Resident[];
  readonly #rows: number;
  readonly #free: number;

  /**
   * @param columns  copied, but for those that stay in the memory (loaded.ts)
   * @throws BacktabError `backend_unavailable` when the machine has not that much memory
   */
  constructor(instance: KernelInstance, columns: readonly Column[]) {
    this.#instance = instance;
    this.#rows = columns[0]?.length ?? 0;
    const arena = arenaBehind(instance);
    this.#columns = columns.map(
      (column) => instance.loaded.columns.get(column) ?? resident(instance, column, arena),
    );
    this.#free = arena.take(0);
    if (this.#free !== instance.held.free) instance.held = NOTHING_HELD;
  }

  /**
   * Makes calls ready to be run, in memory that the next `prepare` takes back.
   *
   * @throws BacktabError `parameter_out_of_range` | `length_mismatch` | `backend_unavailable`
   */
  prepare(calls: readonly IndicatorCall[]): PreparedCalls {
    const spans = calls.map((call) => this.#spanOf(call));
    const { held } = this.#instance;
    const isReady = held.free === this.#free && held.rows === this.#rows && isHeld(held, calls, spans);
    const programs = isReady ? held.programs : this.#programs(calls, spans);
    if (isReady) for (const { program, from } of programs) program.read(this.#addresses(from));
    const columns = this.#columns.map(({ column }) => column);
    return new PreparedCalls(calls, this.#rows, columns, programs);
  }

  #programs(calls: readonly IndicatorCall[], spans: readonly (Span | undefined)[]): readonly Group[] {
    this.#instance.held = NOTHING_HELD;
    const arena = new Arena(this.#instance.memory, this.#free);
    const groups = new Map<string, number[]>();
    spans.forEach((span, k) => {
      if (!span) return;
      const key = `${span.from} ${span.to}`;
      const members = groups.get(key);
      if (members) members.push(k);
      else groups.set(key, [k]);
    });
    const programs = [...groups.values()].flatMap((members) =>
      this.#program(calls, members, spans[members[0]!]!, arena),
    );
    this.#instance.held = { free: this.#free, rows: this.#rows, calls, spans, programs };
    return programs;
  }

  /** Of a row of each column. */
  #addresses(row: number): number[] {
    return this.#columns.map(({ address }) => address + row * Float64Array.BYTES_PER_ELEMENT);
  }

  /** Rows that a graph computes of a call: from the first full row to the first odd one. */
  #spanOf({ indicator, inputs, params }: IndicatorCall): Span | undefined {
    if (!indicator.graph) return undefined;
    const columns = inputs.map((input) => this.#columns[input]!);
    let from = Math.max(0, ...columns.map(({ odd }) => odd.first));
    while (from < this.#rows && columns.some(({ column }) => Number.isNaN(column[from]!))) from++;
    const to = Math.min(...columns.map(({ column, odd }) => firstOddFrom(column, odd, from)));
    return from + indicator.lookback(params) < to ? { from, to } : undefined;
  }

  #program(
    calls: readonly IndicatorCall[],
    members: readonly number[],
    { from, to }: Span,
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
    const program = new Program(graph, wanted, this.#addresses(from), to - from, arena, this.#instance);
    if (program.history <= GUARD_ROWS) return [{ from, to, program, calls: composed }];
    // Only those that look back too far are the twin's: a call's values do not depend on its neighbours.
    if (composed.length === 1) return [];
    return composed.flatMap((k) => this.#program(calls, [k], { from, to }, arena));
  }
}
