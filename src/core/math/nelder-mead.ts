const REFLECT = 1;
const EXPAND = 2;
const CONTRACT = 0.5;
const SHRINK = 0.5;

/** A point with its value. */
interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * Minimum of a function of a few variables by the downhill simplex, without derivatives. Deterministic: it starts from
 * the point and from the point with each coordinate moved by `size`, and goes on until all corners agree within
 * `tolerance` or after `rounds`.
 *
 * @param cost       NaN counts as infinite
 * @param start      `[k]`, k at least 1
 * @param size       of the first simplex, above 0
 * @param tolerance  difference of the values of the corners at which it ends
 * @param rounds     at most
 * @returns          the best corner and its value; a local minimum at best
 * @see Nelder and Mead, A Simplex Method for Function Minimization, 1965
 */
export function nelderMead(
  cost: (at: readonly number[]) => number,
  start: readonly number[],
  { size, tolerance, rounds }: { size: number; tolerance: number; rounds: number },
): Vertex {
  const evaluate = (at: readonly number[]): Vertex => {
    const value = cost(at);
    return { at, value: Number.isNaN(value) ? Infinity : value };
  };
  const moved = start.map((_, k) => start.map((x, j) => (j === k ? x + size : x)));
  let simplex = [start, ...moved].map(evaluate).sort(byValue);
  for (let round = 0; round < rounds; round++) {
    const [best, worst] = ends(simplex);
    if (worst.value - best.value <= tolerance) break;
    simplex = improved(simplex, evaluate).sort(byValue);
  }
  return ends(simplex)[0];
}

/** Where a coordinate comes when the simplex is drawn together about its best corner. */
const toward = (best: number, x: number): number => best + SHRINK * (x - best);

const byValue = (a: Vertex, b: Vertex): number => (a.value === b.value ? 0 : a.value - b.value);

function ends(simplex: readonly Vertex[]): readonly [Vertex, Vertex] {
  const [best] = simplex;
  const worst = simplex.at(-1);
  if (!best || !worst) throw new RangeError('a simplex has corners');
  return [best, worst];
}

/** The simplex with its worst corner replaced, or drawn together about its best. */
function improved(simplex: readonly Vertex[], evaluate: (at: readonly number[]) => Vertex): Vertex[] {
  const [best, worst] = ends(simplex);
  const kept = simplex.slice(0, -1);
  const center = best.at.map((_, k) => kept.reduce((sum, { at }) => sum + (at[k] ?? NaN), 0) / kept.length);
  const along = (factor: number): Vertex =>
    evaluate(center.map((middle, k) => middle + factor * (middle - (worst.at[k] ?? NaN))));
  const reflected = along(REFLECT);
  if (reflected.value < best.value) {
    const expanded = along(EXPAND);
    return [...kept, expanded.value < reflected.value ? expanded : reflected];
  }
  const secondWorst = kept.at(-1) ?? best;
  if (reflected.value < secondWorst.value) return [...kept, reflected];
  const contracted = along(reflected.value < worst.value ? CONTRACT : -CONTRACT);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...kept, contracted];
  return simplex.map(({ at }, k) =>
    k === 0 ? best : evaluate(at.map((x, j) => toward(best.at[j] ?? NaN, x))),
  );
}
