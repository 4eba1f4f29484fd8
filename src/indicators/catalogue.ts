import type { Indicator } from './indicator';
import { macd } from './momentum/macd';
import { rsi } from './momentum/rsi';
import { ema } from './overlap/ema';
import { sma } from './overlap/sma';
import { atr } from './volatility/atr';
import { bbands } from './volatility/bbands';

/** Every indicator, in the order in which lists show them. */
export const INDICATORS: readonly Indicator[] = [sma, ema, rsi, macd, bbands, atr];

/** The entry of this name (as in scripts, lower case), or undefined. */
export function findIndicator(name: string): Indicator | undefined {
  return INDICATORS.find((indicator) => indicator.name === name);
}
