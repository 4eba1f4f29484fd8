import type { Indicator } from '../indicator';
import { ad } from './ad';
import { adosc } from './adosc';
import { obv } from './obv';

/** TA-Lib's volume indicators, in its order. */
export const VOLUME: readonly Indicator[] = [ad, adosc, obv];
