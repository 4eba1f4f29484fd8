import type { Indicator } from '../indicator';
import { dema } from './dema';
import { ema } from './ema';
import { kama } from './kama';
import { ma } from './ma';
import { mama } from './mama';
import { sma } from './sma';
import { t3 } from './t3';
import { tema } from './tema';
import { trima } from './trima';
import { wma } from './wma';

/** Averages, bands and stops that are drawn over the prices. */
export const OVERLAP: readonly Indicator[] = [dema, ema, kama, ma, mama, sma, t3, tema, trima, wma];
