import type { Indicator } from '../indicator';
import { atr } from './atr';
import { bbPercent } from './bb-percent';
import { bbWidth } from './bb-width';
import { chaikinVolatility } from './chaikin-volatility';
import { corwinSchultz } from './corwin-schultz';
import { drawdownDepth } from './drawdown-depth';
import { ewmaVolatility } from './ewma-volatility';
import { garchVolatility } from './garch-volatility';
import { garmanKlass } from './garman-klass';
import { natr } from './natr';
import { parkinson } from './parkinson';
import { realisedVolatility } from './realised-volatility';
import { rogersSatchell } from './rogers-satchell';
import { rollSpread } from './roll-spread';
import { trange } from './trange';
import { ulcerIndex } from './ulcer-index';
import { yangZhang } from './yang-zhang';

/** TA-Lib's volatility indicators, in its order, and what it lacks by name. */
export const VOLATILITY: readonly Indicator[] = [
  atr,
  natr,
  trange,
  bbPercent,
  bbWidth,
  chaikinVolatility,
  corwinSchultz,
  drawdownDepth,
  ewmaVolatility,
  garchVolatility,
  garmanKlass,
  parkinson,
  realisedVolatility,
  rogersSatchell,
  rollSpread,
  ulcerIndex,
  yangZhang,
];
