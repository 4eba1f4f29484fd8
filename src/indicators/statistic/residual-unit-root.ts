import { WindowCrossMoments } from '../primitives/window-cross-moments';

/** Columns of the moments: changes of both series, their rows before, their changes before. */
const CHANGE = 0;
const BEFORE = 2;
const EARLIER = 4;

/** A share of the variance of the changes that a regression leaves and that rounding alone may leave. */
const ROUNDING = 1e-12;

/**
 * Augmented Dickey-Fuller statistic of the residuals of any line through the last `period` pairs, from moments
 * of the pairs: the line need not be known when they are taken. A row costs O(1).
 *
 * The change of a residual is regressed, without a constant, on the residual before it and, with one lag, on
 * the change before; the statistic is the first coefficient over its standard error.
 *
 * @see Said and Dickey, Testing for Unit Roots in ARMA Models of Unknown Order, Biometrika, 1984
 */
export class ResidualUnitRoot {
  private readonly moments: WindowCrossMoments;
  private readonly count: number;
  private readonly lags: number;
  private readonly row: Float64Array;
  private lastY = NaN;
  private lastX = NaN;
  private lastChangeY = NaN;
  private lastChangeX = NaN;
  private taken = 0;

  /**
   * @param period  pairs of a window, integer >= 10
   * @param lags    0 or 1
   */
  constructor(period: number, lags: number) {
    this.count = period - 1 - lags;
    this.lags = lags;
    this.row = new Float64Array(EARLIER + 2 * lags);
    this.moments = new WindowCrossMoments(this.count, this.row.length);
  }

  /** Takes the next pair. */
  push(y: number, x: number): void {
    const { row } = this;
    const changeY = y - this.lastY;
    const changeX = x - this.lastX;
    row[CHANGE] = changeY;
    row[CHANGE + 1] = changeX;
    row[BEFORE] = this.lastY;
    row[BEFORE + 1] = this.lastX;
    if (this.lags > 0) {
      row[EARLIER] = this.lastChangeY;
      row[EARLIER + 1] = this.lastChangeX;
    }
    if (this.taken > this.lags) this.moments.push(row);
    this.lastY = y;
    this.lastX = x;
    this.lastChangeY = changeY;
    this.lastChangeX = changeX;
    if (this.taken <= this.lags) this.taken++;
  }

  /**
   * The statistic of the residuals `y - intercept - slope * x`, of a full window from the `period`-th pair on;
   * 0 where the regression explains the changes to the last digit.
   */
  statistic(slope: number, intercept: number): number {
    const product = (i: number, j: number): number => this.product(i, j, slope, intercept);
    let changes = product(CHANGE, CHANGE);
    let levels = product(BEFORE, BEFORE);
    let cross = product(CHANGE, BEFORE);
    const all = changes;
    const earlier = this.lags > 0 ? product(EARLIER, EARLIER) : 0;
    if (earlier > 0) {
      // What the change before explains is taken off both sides first (Frisch, Waugh and Lovell).
      const onChange = product(CHANGE, EARLIER) / earlier;
      const onLevel = product(BEFORE, EARLIER) / earlier;
      changes -= onChange * onChange * earlier;
      cross -= onChange * onLevel * earlier;
      levels -= onLevel * onLevel * earlier;
    }
    const coefficient = cross / levels;
    const left = changes - coefficient * cross;
    if (left <= ROUNDING * all || levels <= 0) return 0;
    const variance = left / (this.count - 1 - this.lags);
    return coefficient / Math.sqrt(variance / levels);
  }

  /** Sum of the products of two of change, residual before and change before, over the window. */
  private product(i: number, j: number, slope: number, intercept: number): number {
    const { moments } = this;
    const ofX = moments.covariance(i + 1, j) + moments.covariance(i, j + 1);
    const spread = moments.covariance(i, j) - slope * (ofX - slope * moments.covariance(i + 1, j + 1));
    return (spread + this.mean(i, slope, intercept) * this.mean(j, slope, intercept)) * this.count;
  }

  private mean(i: number, slope: number, intercept: number): number {
    const difference = this.moments.mean(i) - slope * this.moments.mean(i + 1);
    return i === BEFORE ? difference - intercept : difference;
  }
}
