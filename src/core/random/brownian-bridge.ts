import type { Column } from '../column';

/**
 * Order of a Brownian path by importance: the first normal number decides where the path ends, the next ones where it
 * is halfway, at the quarters and so on. A low-discrepancy sequence whose first dimensions are its best then does most
 * of its good where it counts.
 *
 * @see Caflisch and Moskowitz, Modified Monte Carlo Methods Using Quasi-Random Sequences, 1995
 */
export class BrownianBridge {
  /** Per number: the point that it decides, and its neighbours known before, -1 for the start. */
  readonly #point: Int32Array;
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #leftWeight: Column;
  readonly #rightWeight: Column;
  readonly #deviation: Column;

  /** @param steps  of a path, integer, 1 or more */
  constructor(steps: number) {
    this.#point = new Int32Array(steps);
    this.#left = new Int32Array(steps);
    this.#right = new Int32Array(steps);
    this.#leftWeight = new Float64Array(steps);
    this.#rightWeight = new Float64Array(steps);
    this.#deviation = new Float64Array(steps);
    this.#point[0] = steps - 1;
    this.#left[0] = -1;
    this.#right[0] = -1;
    this.#deviation[0] = Math.sqrt(steps);
    let intervals: [number, number][] = [[-1, steps - 1]];
    for (let next = 1; next < steps;) {
      const halves: [number, number][] = [];
      for (const [left, right] of intervals) {
        if (right - left < 2) continue;
        const middle = (left + right) >> 1;
        const length = right - left;
        this.#point[next] = middle;
        this.#left[next] = left;
        this.#right[next] = right;
        this.#leftWeight[next] = (right - middle) / length;
        this.#rightWeight[next] = (middle - left) / length;
        this.#deviation[next] = Math.sqrt(((middle - left) * (right - middle)) / length);
        next += 1;
        halves.push([left, middle], [middle, right]);
      }
      intervals = halves;
    }
  }

  /**
   * Increments of the path, themselves independent standard normal numbers, from normal numbers by importance.
   *
   * @param numbers  `f64[steps]`, overwritten by the increments, one a step
   * @param path     `f64[steps]`, room for the path
   */
  increments(numbers: Column, path: Column): void {
    const steps = this.#point.length;
    path[steps - 1] = this.#deviation[0]! * numbers[0]!;
    for (let k = 1; k < steps; k++) {
      const left = this.#left[k]!;
      const before = left < 0 ? 0 : this.#leftWeight[k]! * path[left]!;
      const after = this.#rightWeight[k]! * path[this.#right[k]!]!;
      path[this.#point[k]!] = before + after + this.#deviation[k]! * numbers[k]!;
    }
    let previous = 0;
    for (let step = 0; step < steps; step++) {
      numbers[step] = path[step]! - previous;
      previous = path[step]!;
    }
  }
}
