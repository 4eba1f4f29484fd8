/** Operators of one value; `src/script/arithmetic.ts` defines them. */
export type UnaryOperator =
  'neg' | 'not' | 'sign' | 'floor' | 'ceil' | 'round' | 'sqrt' | 'exp' | 'ln' | 'log10';
/** Operators of two values; `src/script/arithmetic.ts` defines them. */
export type BinaryOperator =
  'add' | 'sub' | 'mul' | 'div' | 'mod' | 'pow' | 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne' | 'and' | 'or';
/** What a script reads of the account, named as in `AccountView`. */
export type AccountField = 'equity' | 'cash' | 'positionSize' | 'entryPrice' | 'barsHeld';

/** Index into `SweepProgram.nodes`. A node only refers to earlier ones; what a state becomes may come later. */
export type SweepNodeId = number;

/** One value at a row. Truth values are 1 and 0; comparisons with NaN are 0. */
export type SweepNode =
  | { readonly op: 'constant'; readonly value: number }
  /** A number of the trial. */
  | { readonly op: 'number'; readonly slot: number }
  /** A column of the trial at the row. */
  | { readonly op: 'column'; readonly slot: number }
  | { readonly op: 'account'; readonly field: AccountField }
  /** A state as it was at the end of the row before. */
  | { readonly op: 'state'; readonly state: number }
  | { readonly op: 'unary'; readonly operator: UnaryOperator; readonly of: SweepNodeId }
  | {
      readonly op: 'binary';
      readonly operator: BinaryOperator;
      readonly left: SweepNodeId;
      readonly right: SweepNodeId;
    }
  | {
      readonly op: 'conditional';
      readonly test: SweepNodeId;
      readonly yes: SweepNodeId;
      readonly no: SweepNodeId;
    }
  /** The value so many rows ago; NaN before the first. */
  | { readonly op: 'history'; readonly of: SweepNodeId; readonly bars: number }
  /** 1 where `above` is above `below` and was not one row before. */
  | { readonly op: 'cross'; readonly above: SweepNodeId; readonly below: SweepNodeId };

/** One order statement; it acts on rows where `when` is 1. */
export type SweepOrder =
  | {
      readonly kind: 'enter';
      readonly when: SweepNodeId;
      readonly side: 'buy' | 'sell';
      readonly sizing: 'units' | 'cash' | 'percent_of_equity' | 'risk_percent';
      readonly size: SweepNodeId;
      readonly stop: SweepNodeId | null;
      readonly target: SweepNodeId | null;
      readonly trailing: { readonly kind: 'amount' | 'percent'; readonly distance: SweepNodeId } | null;
    }
  | {
      readonly kind: 'exit';
      readonly when: SweepNodeId;
      /** The side that it leaves; null for whichever is open. */
      readonly position: 'long' | 'short' | null;
    };

/**
 * What the trials of a sweep do row by row: the part of a plan that the columns shared by trials leave over, and the
 * orders. Plain data, of which backends make code.
 */
export interface SweepProgram {
  readonly nodes: readonly SweepNode[];
  /** Of each node, whether the account stands behind it, so that it is known only during the run. */
  readonly follows: readonly boolean[];
  readonly states: readonly { readonly initial: SweepNodeId; readonly next: SweepNodeId }[];
  /** In the order in which they ask; at most `MOST_SWEEP_ORDERS`. */
  readonly orders: readonly SweepOrder[];
  /** Columns and numbers of a trial. */
  readonly columns: number;
  readonly numbers: number;
  /** Whether something that follows the account is remembered from row to row, so that every row has to be begun. */
  readonly remembers: boolean;
}

/** Orders of a program: as many as a signed word of 32 bits has bits above zero. */
export const MOST_SWEEP_ORDERS = 31;

/** Nodes that a node is made from, without those behind a state. */
export function operandsOf(node: SweepNode): readonly SweepNodeId[] {
  switch (node.op) {
    case 'unary':
    case 'history':
      return [node.of];
    case 'binary':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.yes, node.no];
    case 'cross':
      return [node.above, node.below];
    default:
      return [];
  }
}

/** Numbers that an order asks for, in this order: size, stop, target, distance of the trailing stop; null for none. */
export const requestNodes = (order: SweepOrder): readonly (SweepNodeId | null)[] =>
  order.kind === 'exit' ? [] : [order.size, order.stop, order.target, order.trailing?.distance ?? null];

/** Slots of the columns and numbers of a trial that nodes are made from. */
export function slotsBehind(
  { nodes }: SweepProgram,
  roots: readonly SweepNodeId[],
): { readonly columns: readonly number[]; readonly numbers: readonly number[] } {
  const found = new Set<SweepNodeId>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...operandsOf(nodes[id]!));
  }
  const slots = (op: 'column' | 'number'): readonly number[] =>
    [...found].flatMap((id) => {
      const node = nodes[id]!;
      return node.op === op ? [node.slot] : [];
    });
  return { columns: slots('column'), numbers: slots('number') };
}
