import type { Trail } from '../core/order';
import type { NodeId, PlanTrail } from './plan';

/** A function of the language that gives the distance of a trailing stop. */
export interface TrailFunction {
  readonly name: string;
  readonly kind: Trail['kind'];
  readonly arguments: readonly string[];
  readonly summary: string;
}

/** Every function that gives a trailing distance. */
export const TRAIL_FUNCTIONS: readonly TrailFunction[] = [
  {
    name: 'amount',
    kind: 'amount',
    arguments: ['x'],
    summary: 'A trailing distance in the currency of the price.',
  },
  {
    name: 'percent',
    kind: 'percent',
    arguments: ['x'],
    summary: 'A cost in percent of the traded value, or a trailing distance in percent of the best price.',
  },
  {
    name: 'averageRanges',
    kind: 'atr',
    arguments: ['multiple', 'bars'],
    summary:
      "A trailing distance in multiples of Wilder's average true range, as it is when the order is placed.",
  },
];

/** Nodes of a trailing distance, in order of the function's arguments. */
export const trailNodes = (trail: PlanTrail): readonly NodeId[] =>
  trail.kind === 'atr' ? [trail.distance, trail.period] : [trail.distance];
