/** Fee of one fill in account currency, >= 0, from its value (price times quantity). */
export type FeeModel = (value: number) => number;

/**
 * A fee in proportion to the traded value, on each side.
 *
 * @param percent  percent of value, in [0, 100)
 * @returns        `percent / 100 * value`
 */
export function feePercent(percent: number): FeeModel {
  const rate = percent / 100;
  return (value) => rate * value;
}
