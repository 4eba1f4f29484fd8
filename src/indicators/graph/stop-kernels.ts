import type { Acceleration, ParabolicRules } from '../primitives/parabolic-stop';
import type { Kernel } from './kernel';
import { applied, type Series } from './series';

const PARABOLIC_STOP: Kernel = {
  name: 'parabolicStop',
  inputs: 2,
  outputs: 1,
  state: () => 7,
  history: () => 0,
  warmUp: () => 1,
};

/**
 * Wilder's parabolic stop and reverse.
 *
 * @param isSigned  whether stops of shorts have a minus sign
 */
export function parabolicStop(high: Series, low: Series, rules: ParabolicRules, isSigned: boolean): Series {
  const { long, short, start, offset } = rules;
  const params = [...withinMax(long), ...withinMax(short), start, offset, isSigned ? 1 : 0];
  return applied(PARABOLIC_STOP, [high, low], params)[0]!;
}

const withinMax = ({ start, step, max }: Acceleration): number[] => [
  Math.min(start, max),
  Math.min(step, max),
  max,
];

const SUPERTREND: Kernel = {
  name: 'supertrend',
  inputs: 3,
  outputs: 2,
  state: () => 5,
  history: () => 0,
  warmUp: () => 0,
};

/** Stops below and above the price, each kept at its best until it is crossed: the one in force, and 1 below, -1 above. */
export const supertrendStop = (lower: Series, upper: Series, close: Series): Series[] =>
  applied(SUPERTREND, [lower, upper, close], []);

const CLOSE_SEEDED_STOP: Kernel = {
  name: 'closeSeededStop',
  inputs: 3,
  outputs: 1,
  state: () => 10,
  history: () => 0,
  warmUp: () => 1,
};

/** The parabolic stop and reverse as TradingView takes it. */
export const closeSeededStop = (bars: readonly Series[], { start, step, max }: Acceleration): Series =>
  applied(CLOSE_SEEDED_STOP, bars, [start, step, max])[0]!;
