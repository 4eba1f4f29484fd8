import type { Indicator } from '../indicator';
import { accbands } from './accbands';
import { alligator } from './alligator';
import { alma } from './alma';
import { bbands } from './bbands';
import { chandeKrollStop } from './chande-kroll-stop';
import { chandelierExit } from './chandelier-exit';
import { decycler } from './decycler';
import { dema } from './dema';
import { donchian } from './donchian';
import { ema } from './ema';
import { envelope } from './envelope';
import { evwma } from './evwma';
import { frama } from './frama';
import { gaussian } from './gaussian';
import { gmma } from './gmma';
import { hma } from './hma';
import { htTrendline } from './ht-trendline';
import { ichimoku } from './ichimoku';
import { kama } from './kama';
import { keltner } from './keltner';
import { lsma } from './lsma';
import { ma } from './ma';
import { mama } from './mama';
import { mavp } from './mavp';
import { mcginley } from './mcginley';
import { midpoint } from './midpoint';
import { midprice } from './midprice';
import { rma } from './rma';
import { sar } from './sar';
import { sarext } from './sarext';
import { sinwma } from './sinwma';
import { sma } from './sma';
import { smma } from './smma';
import { starc } from './starc';
import { supersmoother } from './supersmoother';
import { supertrend } from './supertrend';
import { swma } from './swma';
import { t3 } from './t3';
import { tema } from './tema';
import { trima } from './trima';
import { vidya } from './vidya';
import { vwap } from './vwap';
import { vwapAnchored } from './vwap-anchored';
import { vwapRolling } from './vwap-rolling';
import { vwma } from './vwma';
import { wma } from './wma';
import { zlema } from './zlema';

/** Averages, bands and stops that are drawn over the prices. */
export const OVERLAP: readonly Indicator[] = [
  accbands,
  alligator,
  alma,
  bbands,
  chandeKrollStop,
  chandelierExit,
  decycler,
  dema,
  donchian,
  ema,
  envelope,
  evwma,
  frama,
  gaussian,
  gmma,
  hma,
  htTrendline,
  ichimoku,
  kama,
  keltner,
  lsma,
  ma,
  mama,
  mavp,
  mcginley,
  midpoint,
  midprice,
  rma,
  sar,
  sarext,
  sinwma,
  sma,
  smma,
  starc,
  supersmoother,
  supertrend,
  swma,
  t3,
  tema,
  trima,
  vidya,
  vwap,
  vwapAnchored,
  vwapRolling,
  vwma,
  wma,
  zlema,
];
