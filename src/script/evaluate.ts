import type { OrderRequest } from '../core/order';
import type { AccountView, Strategy } from '../core/strategy';
import { BacktabError } from '../core/errors';
import type { AccountRecord } from './account-record';
import { ColumnEvaluator, type ParameterValues } from './column-evaluator';
import type { ColumnStore } from './column-store';
import { actionNodes } from './order-nodes';
import { requestOf } from './order-request';
import type { Plan, PlanAction } from './plan';
import { RowProgram } from './row-program';

export { resolveParameters, type ParameterValues } from './column-evaluator';
export { ColumnStore } from './column-store';
export { referencesOf } from './references';
export { AccountRecord } from './account-record';
export { planSeries, type NamedSeries } from './series';

/** An order statement ready to run. */
interface Order {
  readonly kind: PlanAction['kind'];
  /** Rows where it acts; null when the position decides. */
  readonly rows: Float64Array | null;
  readonly acts: (row: number) => boolean;
  readonly request: (row: number) => OrderRequest;
}

/** What a plan's strategy is told of the run around it. */
export interface PlanStrategyOptions {
  /** Names of the run's instruments, for orders in another than the own. */
  readonly markets?: readonly string[];
  /** Takes what plots and messages show of the position. */
  readonly record?: AccountRecord | null;
}

const rowOf =
  (markets: readonly string[]) =>
  (name: string): number => {
    const row = markets.indexOf(name);
    if (row >= 0) return row;
    throw new BacktabError('reference_missing', { name, known: markets.join(', ') || 'none' });
  };

const NO_ORDERS: readonly OrderRequest[] = Object.freeze([]);

/** A plan ready to be asked for orders, row by row. */
export interface PlanRules {
  /** 1 on rows where it may ask for something; null where it has to be asked on every row. */
  readonly acts: Uint8Array | null;
  /** Order statements in order of the script, to be asked about a row that was begun. */
  readonly orders: readonly Order[];
  /** Computes what a row decides by; rows come in order, and those that `acts` leaves out may be left out. */
  begin(row: number, account: AccountView): void;
  /** Forgets earlier rows. */
  reset(): void;
  save(): unknown;
  restore(saved: unknown): void;
}

/**
 * A plan as rules: on a row it reads that row and earlier ones only. Conditions that do not depend on the position are
 * columns, computed here; the rest runs once per bar.
 *
 * @param plan        a checked script
 * @param parameters  values by name; the script's default where one is absent
 * @param columns     store of the bars that the rules will be asked about, row for row
 *
 * @throws BacktabError `parameter_unknown` | `parameter_out_of_range` | `reference_missing` | `timeframe_too_short`
 */
export function planRules(
  plan: Plan,
  parameters: ParameterValues,
  columns: ColumnStore,
  { markets = [], record = null }: PlanStrategyOptions = {},
): PlanRules {
  const evaluator = new ColumnEvaluator(plan, parameters, columns);
  const roots = [...plan.actions.flatMap(actionNodes), ...(record?.nodes ?? [])];
  evaluator.prepare(roots);
  const program = new RowProgram({
    plan,
    roots,
    computes: (id) => plan.rates[id] === 'account',
    operand: (id) => evaluator.operand(id),
  });
  const orders = plan.actions.map((action) => orderOf(plan, action, evaluator, program, rowOf(markets)));
  const told = record?.begin(program, columns.length) ?? null;
  const runsAlways = program.remembers || told !== null || orders.some((order) => order.rows === null);
  return {
    acts: runsAlways ? null : rowsWithOrders(orders, columns.length),
    orders,
    begin(row, account) {
      program.run(row, account);
      told?.(row);
    },
    reset: () => program.reset(),
    save: () => program.save(),
    restore: (saved) => program.restore(saved as ReturnType<RowProgram['save']>),
  };
}

/** The same as a strategy for the engine. */
export function planStrategy(
  plan: Plan,
  parameters: ParameterValues,
  columns: ColumnStore,
  options: PlanStrategyOptions = {},
): Strategy {
  const rules = planRules(plan, parameters, columns, options);
  const { acts, orders } = rules;
  return {
    name: plan.name,
    onStart: () => rules.reset(),
    save: () => rules.save(),
    restore: (saved) => rules.restore(saved),
    onBar(_bar, row, account) {
      if (acts && acts[row] !== 1) return NO_ORDERS;
      rules.begin(row, account);
      return requestsAt(orders, row);
    },
  };
}

/** Orders of a row in order of the script; one shared empty list when there are none. */
function requestsAt(orders: readonly Order[], row: number): readonly OrderRequest[] {
  let requests: OrderRequest[] | null = null;
  for (const order of orders) {
    if (order.acts(row)) (requests ??= []).push(order.request(row));
  }
  return requests ?? NO_ORDERS;
}

function orderOf(
  plan: Plan,
  action: PlanAction,
  evaluator: ColumnEvaluator,
  program: RowProgram,
  marketOf: (name: string) => number,
): Order {
  const rows = plan.rates[action.when] === 'account' ? null : evaluator.column(action.when);
  const when = program.reader(action.when);
  const acts = rows ? (row: number) => rows[row] === 1 : (row: number) => when(row) === 1;
  return { kind: action.kind, rows, acts, request: requestOf(action, (id) => program.reader(id), marketOf) };
}

/** 1 on rows where an order that does not depend on the position acts. */
function rowsWithOrders(orders: readonly Order[], length: number): Uint8Array {
  const mayAct = new Uint8Array(length);
  for (const { rows } of orders) {
    if (!rows) continue;
    for (let i = 0; i < length; i++) if (rows[i] === 1) mayAct[i] = 1;
  }
  return mayAct;
}
