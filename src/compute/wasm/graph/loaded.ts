import type { Column } from '../../../core/column';
import { Arena } from '../arena';
import type { KernelInstance } from '../kernels';
import { oddRows, type OddRows } from './odd-rows';

/** Rows that are readable before a column's first. */
export const GUARD_ROWS = 200_000;
const SLACK_ROWS = 8;

/** A column in WASM memory. */
export interface Resident {
  readonly column: Column;
  readonly address: number;
  readonly odd: OddRows;
}

/** Columns that stay in WASM memory, and the first byte behind them; null before any other one was there. */
export interface LoadedColumns {
  readonly columns: ReadonlyMap<Column, Resident>;
  readonly free: number | null;
}

/** Nothing stays. */
export const NOTHING_LOADED: LoadedColumns = { columns: new Map(), free: null };

/** Memory behind the columns that stay. */
export function arenaBehind({ memory, kernels, loaded }: KernelInstance): Arena {
  if (loaded.free !== null) return new Arena(memory, loaded.free);
  const arena = new Arena(memory, kernels.heapBase());
  arena.take(GUARD_ROWS);
  return arena;
}

/**
 * Copies a column into WASM memory.
 *
 * @throws BacktabError `backend_unavailable` when the machine has not that much memory
 */
export function resident({ kernels }: KernelInstance, column: Column, arena: Arena): Resident {
  const address = arena.take(column.length + SLACK_ROWS);
  arena.numbers(address, column.length).set(column);
  const next = (row: number): number => kernels.nextOddRow(address, row, column.length);
  return { column, address, odd: oddRows(column, next) };
}

/**
 * Makes columns stay in WASM memory instead of those that did.
 *
 * @throws BacktabError `backend_unavailable` when the machine has not that much memory; then none stays
 */
export function loadColumns(instance: KernelInstance, columns: readonly Column[]): void {
  instance.loaded = NOTHING_LOADED;
  const arena = arenaBehind(instance);
  const loaded = columns.map((column) => [column, resident(instance, column, arena)] as const);
  instance.loaded = { columns: new Map(loaded), free: arena.take(0) };
}
