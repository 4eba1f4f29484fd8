import type { NodeId, PlanAction, PlanTerms } from './plan';
import { sizeNodes } from './sizing';
import { trailNodes } from './trail';

/** Values that an order statement needs, its condition first. */
export function actionNodes(action: PlanAction): readonly NodeId[] {
  const { when } = action;
  switch (action.kind) {
    case 'enter': {
      const { sizing, stop, target, trailing } = action;
      const levels = [stop, target].filter((id) => id !== null);
      const trail = trailing ? trailNodes(trailing) : [];
      return [when, ...sizeNodes(sizing), ...levels, ...trail, ...termNodes(action.terms)];
    }
    case 'exit':
      return [when, ...(action.fraction === null ? [] : [action.fraction]), ...termNodes(action.terms)];
    case 'order':
      return [when, action.units, ...termNodes(action.terms)];
    case 'target':
      return [when, action.weight, ...termNodes(action.terms)];
    case 'cancel':
      return [when];
  }
}

function termNodes({ limit, trigger, touch, trail }: PlanTerms): readonly NodeId[] {
  const prices = [limit, trigger, touch].filter((id) => id !== undefined);
  return [...prices, ...(trail ? trailNodes(trail) : [])];
}

/** How the script calls each kind of statement. */
export const STATEMENTS: Readonly<Record<PlanAction['kind'], string>> = {
  enter: 'buy',
  exit: 'exit',
  order: 'order',
  target: 'rebalance',
  cancel: 'cancel',
};

/** Options of an order statement that change how it executes, by their names; none for a plain market order. */
export function executionOptions(action: PlanAction): readonly string[] {
  if (action.kind === 'cancel') return [];
  const own: string[] = Object.keys(action.terms);
  if (action.kind === 'enter' && action.trailing) own.push('trailing');
  if (action.kind === 'exit' && action.fraction !== null) own.push('fraction');
  return own;
}
