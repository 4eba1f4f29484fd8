import { cos } from '../../core/math/cos';
import { exp } from '../../core/math/exp';
import { sin } from '../../core/math/sin';
import { Delay } from './delay';
import { type Wave, WindowWaves } from './window-waves';

/**
 * Where a bell curve, in deviations, has fallen below the rounding of its top: `exp(-NOTHING^2 / 2)` is
 * 1e-16.
 */
const NOTHING = 8.6;
/** Up to as many rows it is fastest to weigh one after the other. */
const SHORT = 200;

/**
 * Mean of the last `period` rows with the weights of a bell curve; NaN while the window holds a NaN.
 *
 * Short windows are weighed row by row. In longer ones the curve is taken as a sum of waves, at most 25 of
 * them, which gives it to the last digit (a bell curve repeated at a distance has a Fourier series that falls
 * like a bell curve): a row costs the same, however long the window is. Rows that weigh less than 1e-16 of
 * the top are left out.
 */
export class GaussianWindow {
  private readonly delay: Delay;
  private readonly sum: RowWeights | WindowWaves;

  /**
   * @param period     rows of a window, integer >= 1
   * @param top        age at which the curve has its top, in `[0, period - 1]`; the newest row has age 0
   * @param deviation  of the curve in rows, positive
   */
  constructor(period: number, top: number, deviation: number) {
    const { first, weights, total } = bellWeights(period, top, deviation);
    this.delay = new Delay(first);
    this.sum =
      weights.length <= SHORT
        ? new RowWeights(Float64Array.from(weights))
        : waves(weights.length, { top: top - first, deviation, total });
  }

  /** Takes the next row and returns the mean of the window that it ends, once there is a full one. */
  push(x: number): number {
    return this.sum.push(this.delay.push(x));
  }
}

/**
 * Weights of the rows of a `GaussianWindow`, from the newest that weighs anything on; their sum is 1.
 *
 * @returns  the age of that row, the weights, and the sum of the curve at these rows
 */
export function bellWeights(
  period: number,
  top: number,
  deviation: number,
): { readonly first: number; readonly weights: readonly number[]; readonly total: number } {
  // At least one row on either side of the top, however narrow the curve is.
  const reach = Math.max(1, NOTHING * deviation);
  const first = Math.max(0, Math.ceil(top - reach));
  const last = Math.min(period - 1, Math.floor(top + reach));
  const heights = Array.from({ length: last - first + 1 }, (_, k) => bell((first + k - top) / deviation));
  const total = heights.reduce((sum, height) => sum + height, 0);
  return { first, weights: heights.map((height) => height / total), total };
}

const bell = (distance: number): number => exp((distance * distance) / -2);

interface Bell {
  readonly top: number;
  readonly deviation: number;
  readonly total: number;
}

/** The curve as waves: repeated so far apart that a neighbour has fallen to nothing within the window. */
function waves(rows: number, { top, deviation, total }: Bell): WindowWaves {
  const reach = Math.max(top, rows - 1 - top);
  const wavelength = Math.ceil(reach + NOTHING * deviation);
  const step = (2 * Math.PI) / wavelength;
  const count = Math.ceil(NOTHING / (step * deviation)) + 1;
  const level = (Math.sqrt(2 * Math.PI) * deviation) / (wavelength * total);
  const made = Array.from({ length: count }, (_, turns): Wave => {
    const size = (turns === 0 ? 1 : 2) * level * bell(turns * step * deviation);
    return { turns, cosine: size * cos(turns * step * top), sine: size * sin(turns * step * top) };
  });
  return new WindowWaves(rows, wavelength, made);
}

/** Sum of the last rows, each times the weight of its age. */
class RowWeights {
  private readonly weights: Float64Array;
  /** The last rows in a ring, twice over, so that each window lies in one piece. */
  private readonly rows: Float64Array;
  private position = 0;

  constructor(weights: Float64Array) {
    this.weights = weights;
    this.rows = new Float64Array(2 * weights.length);
  }

  push(x: number): number {
    const { weights, rows, position } = this;
    const period = weights.length;
    rows[position] = x;
    rows[position + period] = x;
    const newest = position + period;
    let sum = 0;
    for (let age = 0; age < period; age++) sum += weights[age]! * rows[newest - age]!;
    this.position = position + 1 === period ? 0 : position + 1;
    return sum;
  }
}
