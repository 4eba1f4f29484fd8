import type { IndicatorParameter } from './indicator';

/** Moving averages in TA-Lib's order: the value of an `ma_type` parameter is the position here. */
export const MA_TYPES = ['sma', 'ema', 'wma', 'dema', 'tema', 'trima', 'kama', 'mama', 't3'] as const;

export type MaType = (typeof MA_TYPES)[number];

/** A parameter that chooses a moving average. */
export const maTypeParameter = (name: string, standard: MaType = 'sma'): IndicatorParameter => ({
  name,
  kind: 'ma_type',
  min: 0,
  max: MA_TYPES.length - 1,
  default: MA_TYPES.indexOf(standard),
});

/** The moving average that a checked `ma_type` value stands for. */
export const maTypeOf = (value: number): MaType => MA_TYPES[value] ?? 'sma';
