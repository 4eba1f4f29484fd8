import { UniformStream } from '../../src/core/random/uniforms';

/** Random choices from one seed, so that a run that breaks a promise can be made again. */
export class RandomSource {
  readonly #stream: UniformStream;

  constructor(seed: number) {
    this.#stream = new UniformStream(seed);
  }

  /** A number in [min, max). */
  between(min: number, max: number): number {
    return min + this.#stream.next() * (max - min);
  }

  /** A whole number in [min, max]. */
  whole(min: number, max: number): number {
    return Math.floor(this.between(min, max + 1));
  }

  chance(probability: number): boolean {
    return this.#stream.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.whole(0, values.length - 1)]!;
  }

  /** The members of an object with a probability, else none of them. */
  some<T extends object>(probability: number, value: () => T): Partial<T> {
    return this.chance(probability) ? value() : {};
  }

  /** `value` with a probability, else `otherwise`. */
  maybe<T>(probability: number, value: () => T, otherwise: T): T {
    return this.chance(probability) ? value() : otherwise;
  }
}
