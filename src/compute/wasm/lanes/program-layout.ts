import type { SweepNodeId, SweepProgram } from '../../../core/sweep-program';
import type { AccountField } from '../../../core/sweep-program';

const BYTES_PER_NUMBER = 8;
const REQUESTS = 64;
/** Numbers that an order asks for. */
export const REQUEST_NUMBERS = 4;

/** Where members of the account stand from its address, as `wasm/research/lane-sweep.ts` has them. */
export const ACCOUNT: Readonly<Record<AccountField, number>> = {
  equity: 0,
  cash: 8,
  positionSize: 16,
  entryPrice: 24,
  barsHeld: 32,
};

/** Where everything that generated code reads and writes stands in memory. */
export interface ProgramLayout {
  readonly account: number;
  /** Four numbers an order. */
  readonly requests: number;
  readonly numbers: number;
  /** Addresses of the columns of the trial, four bytes each. */
  readonly columns: number;
  /** What is kept from row to row, by what keeps it: states by their rows, nodes by their ids. Zeros at the start. */
  readonly states: readonly number[];
  readonly crosses: ReadonlyMap<SweepNodeId, number>;
  readonly keptFrom: number;
  readonly keptTo: number;
  /** Rings of earlier values; NaN at the start. */
  readonly rings: ReadonlyMap<SweepNodeId, number>;
  readonly ringsTo: number;
}

/** @param base  address of the account, a multiple of 8 */
export function programLayout(program: SweepProgram, base: number): ProgramLayout {
  const { nodes, follows, states, orders } = program;
  let next = base + REQUESTS;
  const take = (numbers: number): number => {
    const at = next;
    next += numbers * BYTES_PER_NUMBER;
    return at;
  };
  const requests = take(REQUEST_NUMBERS * orders.length);
  const numbers = take(program.numbers);
  const columns = take(Math.ceil(program.columns / 2));
  const keptFrom = next;
  const kept = states.map(() => take(2));
  const crosses = new Map<SweepNodeId, number>();
  nodes.forEach((node, id) => {
    if (node.op === 'cross' && follows[id]) crosses.set(id, take(1));
  });
  const keptTo = next;
  const rings = new Map<SweepNodeId, number>();
  nodes.forEach((node, id) => {
    if (node.op === 'history' && follows[id]) rings.set(id, take(node.bars));
  });
  return {
    account: base,
    requests,
    numbers,
    columns,
    states: kept,
    crosses,
    keptFrom,
    keptTo,
    rings,
    ringsTo: next,
  };
}
