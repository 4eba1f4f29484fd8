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

/** Index of the first row that is a number; `length` when there is none. */
export function firstNumber(column: usize, length: i32): i32 {
  let i = 0;
  while (i < length && isNaN(at(column, i))) i++;
  return i;
}

/** Writes NaN to the rows from 0 up to `end`, at most `length`. */
export function fillWarmUp(column: usize, end: i32, length: i32): void {
  const last = min(end, length);
  for (let i = 0; i < last; i++) store<f64>(rowOf(column, i), NaN);
}

/** Mean of rows `[from, from + count)`, added up in order. */
export function meanOf(column: usize, from: i32, count: i32): f64 {
  let sum: f64 = 0;
  for (let i = from; i < from + count; i++) sum += at(column, i);
  return sum / <f64>count;
}
