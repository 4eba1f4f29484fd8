import type { Indicator } from '../indicator';
import { atr } from './atr';
import { natr } from './natr';
import { trange } from './trange';

/** TA-Lib's volatility indicators, in its order. */
export const VOLATILITY: readonly Indicator[] = [atr, natr, trange];
