import type { Column } from '../core/column';
import type { LaneSweep } from '../core/lane-sweep';
import type { OrderRequest, Sizing } from '../core/order';
import type { AccountView } from '../core/strategy';
import type { SweepNode, SweepNodeId, SweepOrder, SweepProgram } from '../core/sweep-program';
import { BINARY, UNARY } from '../script/arithmetic';
import { binaryColumn, chosen, crossedOver, delayed, unaryColumn, type Operand } from '../script/elementwise';

type Read = (row: number) => number;
type Enter = Extract<SweepOrder, { kind: 'enter' }>;
type Of<K extends SweepNode['op']> = Extract<SweepNode, { op: K }>;

/**
 * One trial of a program as what a lane asks (`LaneProgram` of `engine/lane`): the definition of what its nodes mean.
 * What the account does not stand behind is computed as columns at once, the rest row by row.
 */
export class ProgramRules {
  readonly acts: Uint8Array | null;
  readonly orders: readonly {
    readonly kind: string;
    readonly acts: (row: number) => boolean;
    readonly request: (row: number) => OrderRequest;
  }[];
  readonly #sweep: LaneSweep;
  readonly #program: SweepProgram;
  readonly #trial: number;
  readonly #operands: Operand[] = [];
  /** Values of nodes that follow the account, at the row that was begun. */
  readonly #slots: Column;
  readonly #states: Column;
  readonly #steps: ((row: number, account: AccountView) => void)[] = [];
  readonly #keeps: ((row: number) => void)[] = [];

  constructor(sweep: LaneSweep, trial: number) {
    this.#sweep = sweep;
    this.#program = sweep.program;
    this.#trial = trial;
    const { nodes, follows, states, orders, remembers } = sweep.program;
    this.#slots = new Float64Array(nodes.length).fill(NaN);
    this.#states = new Float64Array(states.length);
    nodes.forEach((node, id) => {
      if (!follows[id]) this.#operands[id] = this.#operand(node);
    });
    nodes.forEach((node, id) => {
      if (follows[id]) this.#steps.push(this.#step(id, node));
    });
    this.#keepStates();
    this.orders = orders.map((order) => ({
      kind: order.kind,
      acts: this.#truth(order.when),
      request: this.#request(order),
    }));
    const isAlways = remembers || orders.some(({ when }) => follows[when]);
    this.acts = isAlways ? null : this.#rowsWithOrders();
  }

  begin(row: number, account: AccountView): void {
    for (const step of this.#steps) step(row, account);
    for (const keep of this.#keeps) keep(row);
  }

  get #rows(): number {
    return this.#sweep.bars.close.length;
  }

  /** A node that the account does not stand behind: a number for all rows, or its column. */
  #operand(node: SweepNode): Operand {
    const { columns, columnOf, numbers } = this.#sweep;
    const at = (id: SweepNodeId): Operand => this.#operands[id]!;
    switch (node.op) {
      case 'constant':
        return node.value;
      case 'number':
        return numbers[this.#trial * this.#program.numbers + node.slot]!;
      case 'column':
        return columns[columnOf[this.#trial * this.#program.columns + node.slot]!]!;
      case 'unary': {
        const of = at(node.of);
        return typeof of === 'number' ? UNARY[node.operator](of) : unaryColumn(node.operator, of);
      }
      case 'binary':
        return binaryColumn(node.operator, at(node.left), at(node.right), this.#rows);
      case 'conditional':
        return chosen(at(node.test), at(node.yes), at(node.no), this.#rows);
      case 'history':
        return delayed(at(node.of), node.bars, this.#rows);
      case 'cross':
        return crossedOver(at(node.above), at(node.below), this.#rows);
      default:
        return NaN;
    }
  }

  #read(id: SweepNodeId): Read {
    if (this.#program.follows[id]) {
      const slots = this.#slots;
      return () => slots[id]!;
    }
    const operand = this.#operands[id]!;
    return typeof operand === 'number' ? () => operand : (row) => operand[row]!;
  }

  #truth(id: SweepNodeId): (row: number) => boolean {
    const read = this.#read(id);
    return (row) => read(row) === 1;
  }

  #step(id: SweepNodeId, node: SweepNode): (row: number, account: AccountView) => void {
    const slots = this.#slots;
    switch (node.op) {
      case 'account':
        return (_, account) => (slots[id] = account[node.field]);
      case 'state': {
        const begin = this.#read(this.#program.states[node.state]!.initial);
        return (row) => (slots[id] = row === 0 ? begin(row) : this.#states[node.state]!);
      }
      case 'unary': {
        const apply = UNARY[node.operator];
        const of = this.#read(node.of);
        return (row) => (slots[id] = apply(of(row)));
      }
      case 'binary': {
        const apply = BINARY[node.operator];
        const [left, right] = [this.#read(node.left), this.#read(node.right)];
        return (row) => (slots[id] = apply(left(row), right(row)));
      }
      case 'conditional': {
        const [test, yes, no] = [this.#read(node.test), this.#read(node.yes), this.#read(node.no)];
        return (row) => (slots[id] = test(row) === 1 ? yes(row) : no(row));
      }
      case 'history':
        return this.#history(id, node);
      case 'cross':
        return this.#cross(id, node);
      default:
        return () => undefined;
    }
  }

  #keepStates(): void {
    this.#program.states.forEach(({ next }, state) => {
      const become = this.#read(next);
      this.#keeps.push((row) => (this.#states[state] = become(row)));
    });
  }

  #history(id: SweepNodeId, { of, bars }: Of<'history'>): (row: number) => void {
    const slots = this.#slots;
    const read = this.#read(of);
    const ring = new Float64Array(bars).fill(NaN);
    this.#keeps.push((row) => (ring[row % bars] = read(row)));
    return (row) => (slots[id] = ring[row % bars]!);
  }

  #cross(id: SweepNodeId, { above, below }: Of<'cross'>): (row: number) => void {
    const slots = this.#slots;
    const [x, y] = [this.#read(above), this.#read(below)];
    let wasAtOrBelow = false;
    return (row) => {
      slots[id] = wasAtOrBelow && x(row) > y(row) ? 1 : 0;
      wasAtOrBelow = x(row) <= y(row);
    };
  }

  #rowsWithOrders(): Uint8Array {
    const acts = new Uint8Array(this.#rows);
    for (const order of this.orders)
      for (let row = 0; row < acts.length; row++) if (order.acts(row)) acts[row] = 1;
    return acts;
  }

  #request(order: SweepOrder): (row: number) => OrderRequest {
    if (order.kind === 'enter') return this.#entry(order);
    const { position } = order;
    const request: OrderRequest = { kind: 'exit', ...(position === null ? {} : { position }) };
    return () => request;
  }

  #entry({ side, sizing, size, stop, target, trailing }: Enter): (row: number) => OrderRequest {
    const level = (id: SweepNodeId | null): Read => (id === null ? () => NaN : this.#read(id));
    const [amount, stopAt, targetAt] = [this.#read(size), level(stop), level(target)];
    const behind = trailing && this.#read(trailing.distance);
    return (row) => ({
      kind: 'enter',
      side,
      sizing: sizeOf(sizing, amount(row)),
      stop: stopAt(row),
      target: targetAt(row),
      ...(trailing && behind ? { trailing: { kind: trailing.kind, distance: behind(row) } } : {}),
    });
  }
}

function sizeOf(kind: Enter['sizing'], amount: number): Sizing {
  switch (kind) {
    case 'units':
      return { kind, units: amount };
    case 'cash':
      return { kind, amount };
    case 'percent_of_equity':
    case 'risk_percent':
      return { kind, percent: amount };
  }
}
