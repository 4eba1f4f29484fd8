import { isFlat } from './flat';
import { WindowComoments } from './window-comoments';

/** A share of the variance that a line leaves unexplained and that rounding alone may leave. */
export const ROUNDING = 1e-12;

/**
 * Least-squares line of one series on another over the last `period` pairs, with an intercept, without drift
 * and in O(1) a row. A NaN counts exactly while it is inside the window.
 */
export class WindowFit {
  /** 0 where `x` does not vary. */
  slope = NaN;
  intercept = NaN;
  /** Distance of the last `y` from the line. */
  residual = NaN;
  /** Population variance of the distances from the line; 0 where they are rounding alone. */
  residualVariance = NaN;
  /** Share of the variance of `y` that the line explains, 0 to 1; 0 where either does not vary. */
  rSquared = NaN;
  private readonly window: WindowComoments;
  private readonly unit: number;

  /**
   * @param period  pairs of a window, integer >= 2
   * @param unit    level that the rows are rounded at besides their own mean: 1 for returns, else 0
   */
  constructor(period: number, unit = 0) {
    this.window = new WindowComoments(period);
    this.unit = unit;
  }

  /** Takes the next pair; the line is of a full window from the `period`-th pair on. */
  push(y: number, x: number): void {
    const { window } = this;
    window.push(x, y);
    const { meanX, meanY, varianceX, varianceY, covariance } = window;
    const isStill = isFlat(varianceX, Math.abs(meanX) + this.unit);
    const isLevel = isFlat(varianceY, Math.abs(meanY) + this.unit);
    this.slope = isStill ? 0 : covariance / varianceX;
    this.intercept = meanY - this.slope * meanX;
    this.residual = y - meanY - this.slope * (x - meanX);
    const left = varianceY - this.slope * covariance;
    this.residualVariance = isLevel || left <= ROUNDING * varianceY ? 0 : left;
    this.rSquared = isStill || isLevel ? 0 : Math.min(1, (this.slope * covariance) / varianceY);
  }
}
