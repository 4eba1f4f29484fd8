import type { Column } from '../../core/column';
import { Arena } from './arena';
import type { KernelInstance } from './kernels';

/** Numbers that are written at a time. */
const PART = 4096;
/** Longest number with the comma before it. */
const MOST_BYTES = 25;
/** Bytes that the kernel may write beyond its text. */
const SLACK_BYTES = 32;
const BYTES_PER_NUMBER = 8;

const LEAST_POWER = -292;
const GREATEST_POWER = 324;

/** Writes columns of numbers as JSON text, digit for digit as `numberText` does. */
export class NumberWriter {
  readonly #instance: KernelInstance;
  readonly #arena: Arena;
  readonly #powers: number;
  readonly #values: number;
  readonly #digits: number;
  readonly #text: number;

  /** @param instance  one that nothing else computes on */
  constructor(instance: KernelInstance) {
    this.#instance = instance;
    this.#arena = new Arena(instance.memory, instance.kernels.heapBase());
    const powers = powersOfTen();
    this.#powers = this.#arena.take(powers.length);
    this.#values = this.#arena.take(PART);
    this.#digits = this.#arena.take(8);
    this.#text = this.#arena.take(Math.ceil((PART * MOST_BYTES + SLACK_BYTES) / BYTES_PER_NUMBER));
    new BigUint64Array(instance.memory.buffer, this.#powers, powers.length).set(powers);
  }

  /**
   * The numbers, separated by commas, in parts that follow one another.
   *
   * @returns  views that are valid until the next part is asked for
   */
  *parts(values: Column): Generator<Uint8Array<ArrayBuffer>> {
    const { kernels, memory } = this.#instance;
    for (let from = 0; from < values.length; from += PART) {
      const count = Math.min(PART, values.length - from);
      this.#arena.numbers(this.#values, count).set(values.subarray(from, from + count));
      const text = this.#text + 1;
      const end = kernels.numbersText(this.#values, count, this.#powers, this.#digits, text);
      const bytes = new Uint8Array(memory.buffer);
      bytes[this.#text] = COMMA;
      yield bytes.subarray(from > 0 ? this.#text : text, end);
    }
  }
}

const COMMA = 0x2c;

/** 128 bits of each power of ten, lower half first: between 2^127 and 2^128, rounded up. */
function powersOfTen(): BigUint64Array<ArrayBuffer> {
  const words = new BigUint64Array(2 * (GREATEST_POWER - LEAST_POWER + 1));
  for (let k = LEAST_POWER; k <= GREATEST_POWER; k++) {
    const power = leadingBits(k);
    words[2 * (k - LEAST_POWER)] = BigInt.asUintN(64, power);
    words[2 * (k - LEAST_POWER) + 1] = power >> 64n;
  }
  return words;
}

function leadingBits(k: number): bigint {
  const size = 10n ** BigInt(Math.abs(k));
  const bits = size.toString(2).length;
  if (k >= 0) {
    const shift = BigInt(Math.abs(128 - bits));
    return bits <= 128 ? size << shift : -(-size >> shift);
  }
  // 2^(bits + 127) / size lies between 2^127 and 2^128, and is never whole.
  return (1n << BigInt(bits + 127)) / size + 1n;
}
