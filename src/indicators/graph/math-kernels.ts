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

/** A function of each row by itself. */
function pointwise(name: string): (x: Series) => Series {
  const kernel: Kernel = {
    name,
    inputs: 1,
    outputs: 1,
    state: none,
    history: none,
    warmUp: none,
    isSeamless: true,
  };
  return (x) => applied(kernel, [x], [])[0]!;
}

export const exponential = pointwise('exponential');
export const naturalLogarithm = pointwise('naturalLogarithm');
export const commonLogarithm = pointwise('commonLogarithm');

/** Of radians; `cosine` and `tangent` alike. */
export const sine = pointwise('sine');
export const cosine = pointwise('cosine');
export const tangent = pointwise('tangent');

/** In radians; `arcCosine` and `arcTangent` alike. */
export const arcSine = pointwise('arcSine');
export const arcCosine = pointwise('arcCosine');
export const arcTangent = pointwise('arcTangent');

export const hyperbolicSine = pointwise('hyperbolicSine');
export const hyperbolicCosine = pointwise('hyperbolicCosine');
export const hyperbolicTangent = pointwise('hyperbolicTangent');
