/** TA-Lib's `TA_EPSILON`: a divisor closer to zero counts as zero. */
export const EPSILON = 1e-14;

/** TA-Lib's zero test; false for NaN. */
export const isNearZero = (x: number): boolean => Math.abs(x) < EPSILON;
