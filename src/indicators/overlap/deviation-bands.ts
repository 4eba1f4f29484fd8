/**
 * Writes `upper`, `middle`, `lower`: a mean and some deviations on either side.
 *
 * @param variance    of the rows around the mean; below 0 by rounding alone
 * @param multiplier  deviations to a band
 */
export function writeDeviationBands(
  out: Float64Array,
  { mean, variance }: { readonly mean: number; readonly variance: number },
  multiplier: number,
): void {
  const width = multiplier * Math.sqrt(Math.max(0, variance));
  out[0] = mean + width;
  out[1] = mean;
  out[2] = mean - width;
}
