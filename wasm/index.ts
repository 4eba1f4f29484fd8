export { macd } from './momentum/macd';
export { rsi } from './momentum/rsi';
export { ema } from './overlap/ema';
export { sma } from './overlap/sma';
export { sweepStateFields, sweepTile } from './research/two-average-sweep';
export { atr } from './volatility/atr';
export { bbands } from './volatility/bbands';

/** First byte of memory that the host may use. */
export function heapBase(): usize {
  return __heap_base;
}
