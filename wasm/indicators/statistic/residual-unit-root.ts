// The Dickey-Fuller statistic of the residuals of a line over the last `period` pairs; 0 where they do not vary.
//
// twin       src/indicators/statistic/residual-unit-root.ts
// state      period, lags, moves in a window | moves taken, place in the chunk, anchors [6], moments [27], sums of the
//            chunk so far [27], suffix sums of the chunk before [27 * moves]
// precision  the twin's bits; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const LAGS: usize = 8;
const COUNT: usize = 16;
const TAKEN: usize = 24;
const PLACE: usize = 32;
const ANCHORS: usize = 40;
const MOMENTS: usize = 88;
const PREFIX: usize = 304;
const SUFFIX: usize = 520;

/** Columns of the moments: changes of both series, their rows before, their changes before. */
const CHANGE = 0;
const BEFORE = 2;
const EARLIER = 4;
/** What rounding alone may leave, a share of the variance of the changes. */
const ROUNDING: f64 = 1e-12;

export function residualUnitRoot(
  state: usize,
  rows: i32,
  y: usize,
  x: usize,
  slope: usize,
  intercept: usize,
  left: usize,
  statistic: usize,
): void {
  const lags = <i32>load<f64>(state, LAGS);
  const count = <i32>load<f64>(state, COUNT);
  const columns = EARLIER + 2 * lags;
  let taken = <i32>load<f64>(state, TAKEN);
  for (let i = 0; i < rows; i++) {
    if (taken > lags) push(state, rowOf(y, i), rowOf(x, i), columns, count);
    else taken++;
    if (at(left, i) == 0) store<f64>(rowOf(statistic, i), 0);
    else {
      setMoments(state, columns, count);
      store<f64>(rowOf(statistic, i), ratio(state + MOMENTS, lags, count, at(slope, i), at(intercept, i)));
    }
  }
  store<f64>(state, <f64>taken, TAKEN);
}

/** Takes the move to the pair at `y` and `x`. */
function push(state: usize, y: usize, x: usize, columns: i32, count: i32): void {
  const width = widthOf(columns);
  const place = <i32>load<f64>(state, PLACE);
  const entry = rowOf(state + SUFFIX, place * width);
  store<f64>(entry, load<f64>(y) - load<f64>(y - 8));
  store<f64>(entry, load<f64>(x) - load<f64>(x - 8), 8);
  store<f64>(entry, load<f64>(y - 8), 16);
  store<f64>(entry, load<f64>(x - 8), 24);
  if (columns > EARLIER) {
    store<f64>(entry, load<f64>(y - 8) - load<f64>(y - 16), 32);
    store<f64>(entry, load<f64>(x - 8) - load<f64>(x - 16), 40);
  }
  if (place + 1 < count) {
    add(state, entry, columns);
    store<f64>(state, <f64>(place + 1), PLACE);
    return;
  }
  setAnchors(state, columns, width, count);
  memory.fill(state + PREFIX, 0, (<usize>width) << 3);
  for (let j = count - 1; j >= 0; j--) {
    const row = rowOf(state + SUFFIX, j * width);
    add(state, row, columns);
    memory.copy(row, state + PREFIX, (<usize>width) << 3);
  }
  memory.fill(state + PREFIX, 0, (<usize>width) << 3);
  store<f64>(state, 0, PLACE);
}

function widthOf(columns: i32): i32 {
  return columns + ((columns * (columns + 1)) >> 1);
}

/** Adds a row to the sums of the chunk so far. */
function add(state: usize, row: usize, columns: i32): void {
  const anchors = state + ANCHORS;
  let sum = rowOf(state + PREFIX, columns);
  for (let i = 0; i < columns; i++) {
    const deviation = at(row, i) - at(anchors, i);
    for (let j = i; j < columns; j++) {
      store<f64>(sum, load<f64>(sum) + deviation * (at(row, j) - at(anchors, j)));
      sum += 8;
    }
    const total = rowOf(state + PREFIX, i);
    store<f64>(total, load<f64>(total) + deviation);
  }
}

function setAnchors(state: usize, columns: i32, width: i32, count: i32): void {
  let row = count - 1;
  while (row >= 0 && !isFiniteRow(rowOf(state + SUFFIX, row * width), columns)) row--;
  for (let i = 0; i < columns; i++) {
    store<f64>(rowOf(state + ANCHORS, i), row < 0 ? 0 : at(state + SUFFIX, row * width + i));
  }
}

function isFiniteRow(row: usize, columns: i32): bool {
  for (let i = 0; i < columns; i++) if (!isFinite(at(row, i))) return false;
  return true;
}

/** Means and population covariances of the columns to where the moments lie. */
function setMoments(state: usize, columns: i32, count: i32): void {
  const width = widthOf(columns);
  const entry = rowOf(state + SUFFIX, <i32>load<f64>(state, PLACE) * width);
  const moments = state + MOMENTS;
  for (let k = 0; k < width; k++) {
    store<f64>(rowOf(moments, k), (at(entry, k) + at(state + PREFIX, k)) / <f64>count);
  }
  let pair = columns;
  for (let i = 0; i < columns; i++) {
    for (let j = i; j < columns; j++) {
      store<f64>(rowOf(moments, pair), at(moments, pair) - at(moments, i) * at(moments, j));
      pair++;
    }
  }
  for (let i = 0; i < columns; i++) {
    store<f64>(rowOf(moments, i), at(state + ANCHORS, i) + at(moments, i));
  }
}

function covariance(moments: usize, columns: i32, i: i32, j: i32): f64 {
  const low = min(i, j);
  return at(moments, columns + low * columns - ((low * (low - 1)) >> 1) + max(i, j) - low);
}

/** Sum of the products of two of change, residual before and change before, over the window. */
function product(moments: usize, columns: i32, count: i32, i: i32, j: i32, slope: f64, intercept: f64): f64 {
  const ofX = covariance(moments, columns, i + 1, j) + covariance(moments, columns, i, j + 1);
  const spread =
    covariance(moments, columns, i, j) - slope * (ofX - slope * covariance(moments, columns, i + 1, j + 1));
  return (spread + mean(moments, i, slope, intercept) * mean(moments, j, slope, intercept)) * <f64>count;
}

function mean(moments: usize, i: i32, slope: f64, intercept: f64): f64 {
  const difference = at(moments, i) - slope * at(moments, i + 1);
  return i == BEFORE ? difference - intercept : difference;
}

function ratio(moments: usize, lags: i32, count: i32, slope: f64, intercept: f64): f64 {
  const columns = EARLIER + 2 * lags;
  let changes = product(moments, columns, count, CHANGE, CHANGE, slope, intercept);
  let levels = product(moments, columns, count, BEFORE, BEFORE, slope, intercept);
  let cross = product(moments, columns, count, CHANGE, BEFORE, slope, intercept);
  const all = changes;
  if (lags > 0) {
    const earlier = product(moments, columns, count, EARLIER, EARLIER, slope, intercept);
    if (earlier > 0) {
      const onChange = product(moments, columns, count, CHANGE, EARLIER, slope, intercept) / earlier;
      const onLevel = product(moments, columns, count, BEFORE, EARLIER, slope, intercept) / earlier;
      changes -= onChange * onChange * earlier;
      cross -= onChange * onLevel * earlier;
      levels -= onLevel * onLevel * earlier;
    }
  }
  const coefficient = cross / levels;
  const left = changes - coefficient * cross;
  if (left <= ROUNDING * all || levels <= 0) return 0;
  return coefficient / sqrt(left / <f64>(count - 1 - lags) / levels);
}
