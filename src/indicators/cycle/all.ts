import type { Indicator } from '../indicator';
import { htDcperiod } from './ht-dcperiod';
import { htDcphase } from './ht-dcphase';
import { htPhasor } from './ht-phasor';
import { htSine } from './ht-sine';
import { htTrendmode } from './ht-trendmode';

/** The cycle that prices follow, by the Hilbert transform. */
export const CYCLE: readonly Indicator[] = [htDcperiod, htDcphase, htPhasor, htSine, htTrendmode];
