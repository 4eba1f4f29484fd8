import type { StudyParameter } from '../../workers/study.client';
import { decimalsOf, formatBound, parameterText } from '../editor/parameter-value';

/** A field's text as a value, or why it is none. */
export type ParamReading = { readonly value: number } | { readonly problem: string };

/** Bounds beyond this stand for none. */
const NO_BOUND = 1e30;
const FEWEST_STEPS = 100;

/** `2 to 100,000`, `0 or more`, `Any number`. */
export function rangeWords({ min, max }: StudyParameter): string {
  const [low, high] = [Math.abs(min) < NO_BOUND, Math.abs(max) < NO_BOUND];
  if (low && high) return `${formatBound(min)} to ${formatBound(max)}`;
  if (low) return `${formatBound(min)} or more`;
  return high ? `${formatBound(max)} or less` : 'Any number';
}

/** Reads what stands in a field. */
export function readParam(param: StudyParameter, text: string): ParamReading {
  const plain = text
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/,(?=\d{3})/g, '');
  const value = plain === '' ? NaN : Number(plain);
  const range = rangeWords(param);
  if (!Number.isFinite(value)) return { problem: `A number is needed: ${range.toLowerCase()}` };
  if (value < param.min || value > param.max) return { problem: `${range} only` };
  if (param.kind !== 'real' && !Number.isInteger(value)) return { problem: `Whole numbers only: ${range}` };
  return { value };
}

/** A value as its field shows it. */
export const paramText = (value: number): string =>
  Math.abs(value) < NO_BOUND ? parameterText(value) : String(value);

/** How far an arrow key goes: 1 for whole numbers, else a round hundredth of the range or of the default. */
export function stepOf(param: StudyParameter): number {
  if (param.kind !== 'real') return 1;
  const span = param.max - param.min;
  const size = span < NO_BOUND ? span / FEWEST_STEPS : Math.abs(param.default) / 10 || 0.1;
  return 10 ** Math.floor(Math.log10(size) + 1e-9);
}

/** The value `steps` steps away, within the range. */
export function stepParam(param: StudyParameter, value: number, steps: number): number {
  const step = stepOf(param);
  const digits = Math.max(decimalsOf(step), decimalsOf(value));
  const moved = Number((value + steps * step).toFixed(digits));
  return Math.min(param.max, Math.max(param.min, moved));
}
