// Volume profile of the last `period` rows: upper end of the value area, price of most volume, lower end.
//
// twin       src/indicators/structure/volume-profile.ts
// state      period, bins, share of the volume in the area | lowest and highest that the edges are of, edges [bins + 1],
//            volumes of the bins [bins]
// precision  the twin's bits where the volumes of a bin add up exactly; same bits for a prefix of the input

import { at, rowOf } from '../../shared/rows';

const BINS: usize = 8;
const SHARE: usize = 16;
const LOWEST: usize = 24;
const HIGHEST: usize = 32;
const EDGES: usize = 40;

export function volumeProfile(
  state: usize,
  count: i32,
  typicals: usize,
  volumes: usize,
  highs: usize,
  lows: usize,
  valueHigh: usize,
  poc: usize,
  valueLow: usize,
): void {
  const period = <i32>load<f64>(state);
  const bins = <i32>load<f64>(state, BINS);
  const edges = state + EDGES;
  const held = rowOf(edges, bins + 1);
  for (let i = 0; i < count; i++) {
    const lowest = at(lows, i);
    const highest = at(highs, i);
    const isLevel = lowest == highest;
    if (!isLevel) {
      setEdges(state, bins, lowest, highest);
      fill(state, bins, period, rowOf(typicals, i), rowOf(volumes, i));
    }
    const total = isLevel ? 0 : sumOf(held, bins);
    if (total == 0) {
      const typical = at(typicals, i);
      store<f64>(rowOf(valueHigh, i), typical);
      store<f64>(rowOf(poc, i), typical);
      store<f64>(rowOf(valueLow, i), typical);
      continue;
    }
    const most = fullest(held, bins);
    const wanted = load<f64>(state, SHARE) * total;
    let from = most;
    let to = most;
    let inArea = at(held, most);
    while (inArea < wanted && (from > 0 || to + 1 < bins)) {
      const above = to + 1 < bins ? at(held, to + 1) : -1;
      const below = from > 0 ? at(held, from - 1) : -1;
      if (above >= below) {
        to++;
        inArea += above;
      } else {
        from--;
        inArea += below;
      }
    }
    store<f64>(rowOf(valueHigh, i), at(edges, to + 1));
    store<f64>(rowOf(poc, i), (at(edges, most) + at(edges, most + 1)) / 2);
    store<f64>(rowOf(valueLow, i), at(edges, from));
  }
}

function setEdges(state: usize, bins: i32, lowest: f64, highest: f64): void {
  const isKnown = load<f64>(state, LOWEST) == lowest && load<f64>(state, HIGHEST) == highest;
  if (isKnown) return;
  store<f64>(state, lowest, LOWEST);
  store<f64>(state, highest, HIGHEST);
  const edges = state + EDGES;
  for (let k = 0; k < bins; k++) {
    store<f64>(rowOf(edges, k), lowest + ((highest - lowest) * <f64>k) / <f64>bins);
  }
  store<f64>(rowOf(edges, bins), highest);
}

/** Adds up the volumes of the window that ends at `typical` and `volume`, bin by bin. */
function fill(state: usize, bins: i32, period: i32, typical: usize, volume: usize): void {
  const edges = state + EDGES;
  const held = rowOf(edges, bins + 1);
  const lowest = load<f64>(state, LOWEST);
  const scale = <f64>bins / (load<f64>(state, HIGHEST) - lowest);
  const last = bins - 1;
  memory.fill(held, 0, (<usize>bins) << 3);
  for (let age = (<usize>(period - 1)) << 3; <isize>age >= 0; age -= 8) {
    const price = load<f64>(typical - age);
    let bin = max(0, min(last, <i32>((price - lowest) * scale)));
    while (bin > 0 && price < at(edges, bin)) bin--;
    while (bin < last && price >= at(edges, bin + 1)) bin++;
    const place = rowOf(held, bin);
    store<f64>(place, load<f64>(place) + load<f64>(volume - age));
  }
}

function sumOf(held: usize, bins: i32): f64 {
  let total: f64 = 0;
  for (let k = 0; k < bins; k++) total += at(held, k);
  return total;
}

function fullest(held: usize, bins: i32): i32 {
  let most = 0;
  for (let k = 1; k < bins; k++) if (at(held, k) > at(held, most)) most = k;
  return most;
}
