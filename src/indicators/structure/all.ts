import type { Indicator } from '../indicator';
import { fractals } from './fractals';
import { heikinAshi } from './heikin-ashi';
import { pivotCamarilla } from './pivot-camarilla';
import { pivotClassic } from './pivot-classic';
import { pivotDemark } from './pivot-demark';
import { pivotFibonacci } from './pivot-fibonacci';
import { pivotWoodie } from './pivot-woodie';
import { priceGap } from './price-gap';
import { rangeBars } from './range-bars';
import { renkoAtr } from './renko-atr';
import { renko } from './renko';
import { swingPoints } from './swing-points';
import { tdSequential } from './td-sequential';
import { volumeProfile } from './volume-profile';
import { zigzag } from './zigzag';

/** Bars of another kind, levels and turning points, in the order in which lists show them. */
export const STRUCTURE: readonly Indicator[] = [
  heikinAshi,
  renko,
  renkoAtr,
  rangeBars,
  pivotClassic,
  pivotFibonacci,
  pivotCamarilla,
  pivotWoodie,
  pivotDemark,
  zigzag,
  fractals,
  swingPoints,
  volumeProfile,
  tdSequential,
  priceGap,
];
