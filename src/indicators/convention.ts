import type { Indicator } from './indicator';

/**
 * Whose rules an indicator follows where platforms differ in seeds, warm-up or formula. `talib` is the
 * default everywhere.
 *
 * @see TA-Lib 0.7.1, C source
 * @see TradingView, Pine Script reference manual v6, namespace `ta`, and the sources of its built-in scripts
 */
export const CONVENTIONS = ['talib', 'tradingview'] as const;

export type Convention = (typeof CONVENTIONS)[number];

/**
 * The indicator under a convention: the same name, parameters and outputs. It is the same indicator where
 * the conventions do not differ.
 *
 * @param indicator   entry of the catalogue
 * @param convention  whose rules; `talib` gives the entry itself
 */
export function underConvention(indicator: Indicator, convention: Convention): Indicator {
  if (convention === 'talib' || !indicator.tradingview) return indicator;
  // Field by field: what else an entry has belongs to its default form.
  const { name, title, group, pane, summary, inputs, params, outputs, unstable } = indicator;
  return { name, title, group, pane, summary, inputs, params, outputs, unstable, ...indicator.tradingview };
}

/** Whether the conventions give different values for this indicator. */
export const dependsOnConvention = (indicator: Indicator): boolean => indicator.tradingview !== undefined;
