// Volume profile of the last `period` rows: upper end of the value area, price of most volume, lower end. The bins are
// carried on while the range of prices stays the same, and filled anew when it changes.
//
// twin       src/indicators/structure/volume-profile.ts
// state      period, bins, share of the volume in the area | rows taken, at most `period`, lowest and highest that the
//            edges are of, edges [bins + 1], then for each bin the two parts of its volume and its rows [3 * bins]
// precision  the twin's bits; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const BINS: usize = 8;
const SHARE: usize = 16;
const TAKEN: usize = 24;
const LOWEST: usize = 32;
const HIGHEST: usize = 40;
const EDGES: usize = 48;
/** Of a bin: the sum of its volumes, what rounding took from it, and the number of its rows. */
const BIN: usize = 24;
const LOST: usize = 8;
const ROWS: usize = 16;

export function volumeProfile(
  state: usize,
  count: i32,
  typical: usize,
  volume: usize,
  high: usize,
  low: usize,
  valueHigh: usize,
  poc: usize,
  valueLow: usize,
): void {
  const period = <i32>load<f64>(state);
  const bins = <i32>load<f64>(state, BINS);
  const held = rowOf(state + EDGES, bins + 1);
  let taken = <i32>load<f64>(state, TAKEN);
  for (let i = 0; i < count; i++) {
    if (taken < period) taken++;
    if (taken < period) continue;
    const highest = at(high, i);
    const lowest = at(low, i);
    let total: f64 = 0;
    if (highest == lowest) {
      store<f64>(state, NaN, LOWEST);
    } else {
      take(state, held, rowOf(typical, i), rowOf(volume, i), lowest, highest);
      for (let k = 0; k < bins; k++) total += volumeOf(held, k);
    }
    if (total == 0) {
      const price = at(typical, i);
      store<f64>(rowOf(valueHigh, i), price);
      store<f64>(rowOf(poc, i), price);
      store<f64>(rowOf(valueLow, i), price);
    } else {
      writeArea(state, held, total, rowOf(valueHigh, i), rowOf(poc, i), rowOf(valueLow, i));
    }
  }
  store<f64>(state, <f64>taken, TAKEN);
}

function volumeOf(held: usize, bin: i32): f64 {
  return load<f64>(held + <usize>bin * BIN);
}

/** Brings the bins to the window that ends at a row. */
function take(state: usize, held: usize, typical: usize, volume: usize, lowest: f64, highest: f64): void {
  const back = (<usize>load<f64>(state)) << 3;
  const bins = <i32>load<f64>(state, BINS);
  const isKnown = load<f64>(state, LOWEST) == lowest && load<f64>(state, HIGHEST) == highest;
  if (isKnown) {
    leave(held + <usize>binOf(state, bins, load<f64>(typical - back)) * BIN, load<f64>(volume - back));
    enter(held + <usize>binOf(state, bins, load<f64>(typical)) * BIN, load<f64>(volume));
    return;
  }
  setEdges(state, bins, lowest, highest);
  memory.fill(held, 0, <usize>bins * BIN);
  for (let age: usize = 0; age < back; age += 8) {
    enter(held + <usize>binOf(state, bins, load<f64>(typical - age)) * BIN, load<f64>(volume - age));
  }
}

function setEdges(state: usize, bins: i32, lowest: f64, highest: f64): void {
  store<f64>(state, lowest, LOWEST);
  store<f64>(state, highest, HIGHEST);
  const edges = state + EDGES;
  for (let k = 0; k < bins; k++) {
    store<f64>(rowOf(edges, k), lowest + ((highest - lowest) * <f64>k) / <f64>bins);
  }
  store<f64>(rowOf(edges, bins), highest);
}

/** The last bin that begins at a price or below it. */
function binOf(state: usize, bins: i32, price: f64): i32 {
  const edges = state + EDGES;
  const lowest = load<f64>(state, LOWEST);
  const last = bins - 1;
  const place = ((price - lowest) * <f64>bins) / (load<f64>(state, HIGHEST) - lowest);
  let bin = place > 0 ? <i32>min<f64>(place, <f64>last) : 0;
  while (bin > 0 && price < at(edges, bin)) bin--;
  while (bin < last && price >= at(edges, bin + 1)) bin++;
  return bin;
}

function enter(bin: usize, volume: f64): void {
  add(bin, volume);
  store<f64>(bin, load<f64>(bin, ROWS) + 1, ROWS);
}

/** Leaves no trace of rounding where a bin is empty. */
function leave(bin: usize, volume: f64): void {
  const rows = load<f64>(bin, ROWS) - 1;
  store<f64>(bin, rows, ROWS);
  if (rows > 0) {
    add(bin, -volume);
  } else {
    store<f64>(bin, 0);
    store<f64>(bin, 0, LOST);
  }
}

/** Adds with twice the digits, so that neither order nor what was taken away shows in the sum. */
function add(bin: usize, volume: f64): void {
  const sum = load<f64>(bin);
  const next = sum + volume;
  const added = next - sum;
  const lost = load<f64>(bin, LOST) + (sum - (next - added) + (volume - added));
  const whole = next + lost;
  store<f64>(bin, whole);
  store<f64>(bin, lost - (whole - next), LOST);
}

/** Takes in the larger neighbour, the upper one of equals, until the area holds its share. */
function writeArea(
  state: usize,
  held: usize,
  total: f64,
  valueHigh: usize,
  poc: usize,
  valueLow: usize,
): void {
  const bins = <i32>load<f64>(state, BINS);
  const edges = state + EDGES;
  const wanted = load<f64>(state, SHARE) * total;
  let most = 0;
  for (let k = 1; k < bins; k++) if (volumeOf(held, k) > volumeOf(held, most)) most = k;
  let from = most;
  let to = most;
  let area = volumeOf(held, most);
  while (area < wanted && (from > 0 || to + 1 < bins)) {
    const above = to + 1 < bins ? volumeOf(held, to + 1) : -Infinity;
    const below = from > 0 ? volumeOf(held, from - 1) : -Infinity;
    if (above >= below) {
      to++;
      area += above;
    } else {
      from--;
      area += below;
    }
  }
  store<f64>(valueHigh, at(edges, to + 1));
  store<f64>(poc, (at(edges, most) + at(edges, most + 1)) / 2);
  store<f64>(valueLow, at(edges, from));
}
