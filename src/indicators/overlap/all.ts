import type { Indicator } from '../indicator';
import { accbands } from './accbands';
import { bbands } from './bbands';
import { dema } from './dema';
import { ema } from './ema';
import { htTrendline } from './ht-trendline';
import { kama } from './kama';
import { ma } from './ma';
import { mama } from './mama';
import { mavp } from './mavp';
import { midpoint } from './midpoint';
import { midprice } from './midprice';
import { sar } from './sar';
import { sarext } from './sarext';
import { sma } from './sma';
import { t3 } from './t3';
import { tema } from './tema';
import { trima } from './trima';
import { wma } from './wma';

/** Averages, bands and stops that are drawn over the prices. */
export const OVERLAP: readonly Indicator[] = [
  accbands,
  bbands,
  dema,
  ema,
  htTrendline,
  kama,
  ma,
  mama,
  mavp,
  midpoint,
  midprice,
  sar,
  sarext,
  sma,
  t3,
  tema,
  trima,
  wma,
];
