import type { Column } from '../../core/column';
import { blankUnstable, paramsUnder } from '../../indicators/batch';
import { checkParameters } from '../../indicators/parameters';
import type { ResolvedRequest } from '../../research/indicator-request';
import type { BatchEnd, TakeEnd } from '../backend';
import { twinEnd } from '../twin-batch';
import { loadColumns } from './graph/loaded';
import { IndicatorTable, type IndicatorCall, type PreparedCalls } from './graph/table';
import type { KernelInstance } from './kernels';

/** Outputs that are in WASM memory together. */
const GROUP_BYTES = 256 * 2 ** 20;
/** Columns that stay in WASM memory are no more than this together; further ones are copied for each batch. */
const LOADED_BYTES = 256 * 2 ** 20;
/** More calls in one program gain nothing: what they share they share with neighbours, and caches are small. */
const GROUP_CALLS = 64;
const BYTES_PER_NUMBER = 8;

/** A run of calls on columns of one length. */
interface Group {
  readonly calls: readonly ResolvedRequest[];
  readonly columns: readonly Column[];
  readonly first: number;
}

/** Computes batches of indicators on one WASM instance, group by group in bounded memory. */
export class IndicatorBatches {
  readonly #instance: KernelInstance;
  readonly #groupBytes: number;
  /** Batches take turns: the columns of one lie in the memory of all. */
  #turn: Promise<unknown> = Promise.resolve();
  #failure: Error | null = null;

  /** @param groupBytes  most bytes of outputs that are held at a time; one call may need more */
  constructor(instance: KernelInstance, groupBytes = GROUP_BYTES) {
    this.#instance = instance;
    this.#groupBytes = groupBytes;
  }

  /** Why the last call that failed here went to its twin; null while none did. */
  get failure(): Error | null {
    return this.#failure;
  }

  /** @see ComputeBackend.load */
  load(columns: readonly Column[]): Promise<void> {
    return this.between(() => {
      try {
        let bytes = 0;
        loadColumns(
          this.#instance,
          columns.filter(({ byteLength }) => (bytes += byteLength) <= LOADED_BYTES),
        );
      } catch (e) {
        this.#failure = asError(e);
      }
    });
  }

  /** @see ComputeBackend.computeIndicators */
  compute(calls: readonly ResolvedRequest[], take: TakeEnd): Promise<void> {
    const work = (): Promise<void> => this.#computeAll(calls, take);
    const done = this.#turn.then(work, work);
    this.#turn = done;
    return done;
  }

  /** Work that needs the memory between batches. */
  between<T>(work: () => T): Promise<T> {
    const done = this.#turn.then(work, work);
    this.#turn = done;
    return done;
  }

  async #computeAll(calls: readonly ResolvedRequest[], take: TakeEnd): Promise<void> {
    let table: { readonly columns: readonly Column[]; readonly table: IndicatorTable } | null = null;
    for (const group of groupsOf(calls, this.#groupBytes)) {
      const isHeld = group.columns.every((column) => table?.columns.includes(column));
      if (!table || !isHeld) table = this.#tableOf(group.columns);
      await this.#computeGroup(group.calls, group.first, table, take);
    }
  }

  #tableOf(columns: readonly Column[]) {
    try {
      return { columns, table: new IndicatorTable(this.#instance, columns) };
    } catch (e) {
      this.#failure = asError(e);
      return null;
    }
  }

  async #computeGroup(
    calls: readonly ResolvedRequest[],
    first: number,
    held: { readonly columns: readonly Column[]; readonly table: IndicatorTable } | null,
    take: TakeEnd,
  ): Promise<void> {
    const prepared = held && this.#prepared(calls, held.columns, held.table);
    if (prepared || calls.length === 1) {
      for (const [k, call] of calls.entries()) {
        await take(first + k, prepared ? endOf(call, prepared.calls, prepared.at[k]) : twinEnd(call));
      }
      return;
    }
    const half = calls.length >> 1;
    await this.#computeGroup(calls.slice(0, half), first, held, take);
    await this.#computeGroup(calls.slice(half), first + half, held, take);
  }

  /** The calls' values in memory, with each one's place; null where that fails. */
  #prepared(calls: readonly ResolvedRequest[], columns: readonly Column[], table: IndicatorTable) {
    try {
      const taken: IndicatorCall[] = [];
      const at = calls.map((call) => {
        const mapped = tableCall(call, columns);
        return mapped && taken.push(mapped) - 1;
      });
      const prepared = table.prepare(taken);
      prepared.run();
      return { calls: prepared, at };
    } catch (e) {
      this.#failure = asError(e);
      return null;
    }
  }
}

const asError = (e: unknown): Error => (e instanceof Error ? e : new Error(String(e)));

/** A call on a table's columns; undefined where there is something wrong with it, which its twin says. */
function tableCall(call: ResolvedRequest, columns: readonly Column[]): IndicatorCall | undefined {
  const { indicator, inputs, params, unstablePeriod } = call;
  try {
    checkParameters(indicator.params, params);
    const own = paramsUnder(indicator, params, unstablePeriod);
    const isWhole =
      inputs.length === indicator.inputs.length && inputs.every((x) => x.length === columns[0]?.length);
    return isWhole ? { indicator, inputs: inputs.map((x) => columns.indexOf(x)), params: own } : undefined;
  } catch {
    return undefined;
  }
}

function endOf(call: ResolvedRequest, prepared: PreparedCalls, at: number | undefined): BatchEnd {
  if (at === undefined || !prepared.isComposed(at)) return twinEnd(call);
  const { indicator, inputs, params, unstablePeriod } = call;
  const columns = prepared.columns(at);
  if (unstablePeriod === 0) return { columns, by: 'wasm' };
  const own = prepared.isView(at) ? columns.map((column) => column.slice()) : columns;
  blankUnstable(indicator, inputs, params, unstablePeriod, own);
  return { columns: own, by: 'wasm' };
}

/** Neighbours on columns of one length, as many as have room together. */
function* groupsOf(calls: readonly ResolvedRequest[], most: number): Generator<Group> {
  let first = 0;
  let bytes = 0;
  for (let next = 0; next <= calls.length; next++) {
    const call = calls[next];
    const needs = call ? call.indicator.outputs.length * rowsOf(call) * BYTES_PER_NUMBER : 0;
    const isOther = call && first < next && rowsOf(call) !== rowsOf(calls[first]!);
    if (first < next && (!call || isOther || bytes + needs > most || next - first >= GROUP_CALLS)) {
      const members = calls.slice(first, next);
      const rows = rowsOf(members[0]!);
      const columns = new Set(members.flatMap(({ inputs }) => inputs.filter((x) => x.length === rows)));
      yield { calls: members, columns: [...columns], first };
      first = next;
      bytes = 0;
    }
    bytes += needs;
  }
}

const rowsOf = ({ inputs }: ResolvedRequest): number => inputs[0]?.length ?? 0;
