import { BacktabError } from './errors';

/** @throws BacktabError `parameter_out_of_range` unless `value` is an integer in `[min, max]` */
export function checkInteger(name: string, value: number, min: number, max: number): void {
  if (!Number.isInteger(value)) throw new BacktabError('parameter_out_of_range', { name, value, min, max });
  checkRange(name, value, min, max);
}

/** @throws BacktabError `parameter_out_of_range` unless `value` is in `[min, max]` */
export function checkRange(name: string, value: number, min: number, max: number): void {
  if (!(value >= min && value <= max)) {
    throw new BacktabError('parameter_out_of_range', { name, value, min, max });
  }
}

/** @throws BacktabError `length_mismatch` unless both lengths are equal */
export function checkLength(name: string, actual: number, expected: number): void {
  if (actual !== expected) throw new BacktabError('length_mismatch', { name, expected, actual });
}
