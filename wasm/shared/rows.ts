/** Bytes of an f64. */
export const F64: usize = 8;

/** Address of row `i` of an f64 column. */
export function rowOf(column: usize, i: i32): usize {
  return column + ((<usize>i) << 3);
}

/** Value of row `i` of an f64 column. */
export function at(column: usize, i: i32): f64 {
  return load<f64>(rowOf(column, i));
}
