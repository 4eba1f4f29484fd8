import type { Kernel } from './kernel';
import { applied, type Condition, type Series } from './series';

const none = (): number => 0;

const LAST_VALID: Kernel = {
  name: 'lastValid',
  inputs: 2,
  outputs: 1,
  state: () => 1,
  history: none,
  warmUp: none,
};

/** `x` where `condition` holds, else its last value there; 0 before the first row where it does. */
export const lastValid = (x: Series, condition: Condition): Series =>
  applied(LAST_VALID, [x, condition.pick(1, 0)], [])[0]!;
