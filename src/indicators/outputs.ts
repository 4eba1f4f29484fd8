import type { BarColumn } from '../core/bars';
import type { IndicatorInput, IndicatorOutput } from './indicator';

/** The one output of most indicators. */
export const VALUE: readonly IndicatorOutput[] = [{ name: 'value', kind: 'real', style: 'line' }];

/** The same in whole numbers. */
export const INTEGER_VALUE: readonly IndicatorOutput[] = [{ name: 'value', kind: 'integer', style: 'line' }];

/** A line and its own average. */
export const VALUE_AND_SIGNAL: readonly IndicatorOutput[] = [
  ...VALUE,
  { name: 'signal', kind: 'real', style: 'dashed' },
];

/** A band around a middle line. */
export const BANDS: readonly IndicatorOutput[] = [
  { name: 'upper', kind: 'real', style: 'upper' },
  { name: 'middle', kind: 'real', style: 'line' },
  { name: 'lower', kind: 'real', style: 'lower' },
];

/** The input of indicators that take any series. */
export const REAL: readonly IndicatorInput[] = [{ name: 'real', source: 'real' }];

/** The inputs of indicators that take any two series. */
export const PAIR: readonly IndicatorInput[] = [
  { name: 'real0', source: 'real' },
  { name: 'real1', source: 'real' },
];

/** Columns of the bars by name, in the order in which a stream's row holds them. */
export const prices = (...names: BarColumn[]): readonly IndicatorInput[] =>
  names.map((name) => ({ name, source: name }));
