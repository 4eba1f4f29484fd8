// Mean and mean absolute deviation of the last `period` rows, at most 128, by a scan.
//
// twin       src/indicators/primitives/mean-deviation.ts
// state      period
// precision  rtol 1e-13 of the twin, its bits where all rows of a window are equal; same bits for a prefix of the input

import { fixed, signs, sizes } from '../../shared/constant';
import { rowOf } from '../../shared/rows';

export function meanDeviation(state: usize, count: i32, x: usize, mean: usize, deviation: usize): void {
  const period = <i32>load<f64>(state);
  const length = fixed(<f64>period);
  const sign = signs();
  const back = (<usize>(period - 1)) << 3;
  const end = rowOf(x, count);
  while (x < end) {
    const first = x - back;
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (let row = first; row <= x; row += 8) {
      a = f64x2.add(a, v128.load(row));
      b = f64x2.add(b, v128.load(row, 16));
      c = f64x2.add(c, v128.load(row, 32));
      d = f64x2.add(d, v128.load(row, 48));
    }
    a = f64x2.div(a, length);
    b = f64x2.div(b, length);
    c = f64x2.div(c, length);
    d = f64x2.div(d, length);
    v128.store(mean, a);
    v128.store(mean, b, 16);
    v128.store(mean, c, 32);
    v128.store(mean, d, 48);
    let e = f64x2.splat(0);
    let f = e;
    let g = e;
    let h = e;
    for (let row = first; row <= x; row += 8) {
      e = f64x2.add(e, sizes(f64x2.sub(v128.load(row), a), sign));
      f = f64x2.add(f, sizes(f64x2.sub(v128.load(row, 16), b), sign));
      g = f64x2.add(g, sizes(f64x2.sub(v128.load(row, 32), c), sign));
      h = f64x2.add(h, sizes(f64x2.sub(v128.load(row, 48), d), sign));
    }
    v128.store(deviation, f64x2.div(e, length));
    v128.store(deviation, f64x2.div(f, length), 16);
    v128.store(deviation, f64x2.div(g, length), 32);
    v128.store(deviation, f64x2.div(h, length), 48);
    x += 64;
    mean += 64;
    deviation += 64;
  }
}
