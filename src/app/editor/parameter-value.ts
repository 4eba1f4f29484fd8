import type { PlanParam } from '../../script/plan';
import { formatNumber } from '../format';

/** A field's text as a value, or why it is none. */
export type ParameterReading = { readonly value: number } | { readonly problem: string };

const MAX_DECIMALS = 10;

/** Digits behind the point that a number needs, at most 10. */
export function decimalsOf(value: number): number {
  const text = value.toFixed(MAX_DECIMALS).replace(/0+$/, '');
  return text.length - 1 - text.indexOf('.');
}

/** Digits behind the point that the steps of a parameter need. */
const decimals = (param: PlanParam): number => Math.max(decimalsOf(param.step), decimalsOf(param.min));

/** Whether a parameter counts something: its range and steps are whole. */
export const isWhole = (param: PlanParam): boolean =>
  [param.min, param.step, param.default].every(Number.isInteger);

/** A value as its field and messages show it, without thousands commas. */
export const parameterText = (value: number): string => value.toFixed(decimalsOf(value));

/** The nearest step of the parameter, within its range. */
export function snap(param: PlanParam, value: number): number {
  const steps = Math.round((value - param.min) / param.step);
  const snapped = Number((param.min + steps * param.step).toFixed(decimals(param)));
  return Math.min(param.max, Math.max(param.min, snapped));
}

/** The value `steps` steps away, within the range; a value between steps goes to the next one first. */
export function stepFrom(param: PlanParam, value: number, steps: number): number {
  const moved = Number((value + steps * param.step).toFixed(Math.max(decimals(param), decimalsOf(value))));
  return Math.min(param.max, Math.max(param.min, moved));
}

/** Number of places on the slider. */
export const stepCount = (param: PlanParam): number =>
  Math.floor((param.max - param.min) / param.step + 1e-9) + 1;

/** Reads what stands in a field. Any value within the range will do, whole where the steps are. */
export function readParameter(param: PlanParam, text: string): ParameterReading {
  const plain = text
    .trim()
    .replace(/\u2212/g, '-')
    .replace(/,(?=\d{3})/g, '');
  const value = plain === '' ? NaN : Number(plain);
  const range = `${formatBound(param.min)} to ${formatBound(param.max)}`;
  if (Number.isNaN(value)) return { problem: `A number from ${range} is needed` };
  if (value < param.min || value > param.max) return { problem: `${range} only` };
  if (isWhole(param) && !Number.isInteger(value)) return { problem: `Whole numbers from ${range} only` };
  return { value };
}

/** An end of the range, as `5`, `0.25`, `−1`. */
export const formatBound = (value: number): string => formatNumber(value, { decimals: decimalsOf(value) });
