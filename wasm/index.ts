export { macd } from './indicators/momentum/macd';
export { rsi } from './indicators/momentum/rsi';
export { ema } from './indicators/overlap/ema';
export { sma } from './indicators/overlap/sma';
export { sweepStateFields, sweepTile } from './research/two-average-sweep';
export { atr } from './indicators/volatility/atr';
export { bbands } from './indicators/overlap/bbands';

/** First byte of memory that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
