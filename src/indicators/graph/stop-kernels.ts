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
