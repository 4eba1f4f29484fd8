/** The square, as a product: the last bit of `**` may differ between browsers. */
export const square = (x: number): number => x * x;
