import { executionOptions, STATEMENTS } from './order-nodes';
import type { Plan } from './plan';

/** Sizes that the account and one price make. */
const SIZES: ReadonlySet<string> = new Set(['units', 'cash', 'percent_of_equity', 'risk_percent']);

/**
 * Why a plan asks for orders that only the whole engine knows, as `the statement 'order' is the exact engine's alone`;
 * null where a lane (`engine/lane`) can do all of them: market entries with stop, target and trailing stop, and market
 * exits of the whole position.
 */
export function laneRefusal({ actions }: Pick<Plan, 'actions'>): string | null {
  for (const action of actions) {
    if (action.kind !== 'enter' && action.kind !== 'exit')
      return `the statement '${STATEMENTS[action.kind]}' is the exact engine's alone`;
    const option = executionOptions(action).find((name) => name !== 'trailing');
    if (option !== undefined) return `an order has the option '${option}'`;
    if (action.kind === 'exit') continue;
    if (!SIZES.has(action.sizing.kind)) return `the size '${action.sizing.kind}' is the exact engine's alone`;
    if (action.trailing?.kind === 'atr') return 'a trailing stop follows by average ranges';
  }
  return null;
}
