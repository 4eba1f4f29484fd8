/** Whose rules an indicator follows where platforms differ, by the names of the catalogue, the usual one first. */
export const CONVENTIONS = [
  { id: 'talib', name: 'TA-Lib' },
  { id: 'tradingview', name: 'TradingView' },
] as const;

export type Convention = (typeof CONVENTIONS)[number]['id'];

/** The convention of this name, else the usual one. */
export const conventionOf = (name: string): Convention =>
  CONVENTIONS.find((convention) => convention.id === name)?.id ?? 'talib';
