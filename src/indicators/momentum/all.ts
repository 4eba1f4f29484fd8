import type { Indicator } from '../indicator';
import { adx } from './adx';
import { adxr } from './adxr';
import { apo } from './apo';
import { aroon } from './aroon';
import { aroonosc } from './aroonosc';
import { bop } from './bop';
import { cci } from './cci';
import { cmo } from './cmo';
import { dx } from './dx';
import { imi } from './imi';
import { macd } from './macd';
import { macdext } from './macdext';
import { macdfix } from './macdfix';
import { mfi } from './mfi';
import { minusDi } from './minus-di';
import { minusDm } from './minus-dm';
import { mom } from './mom';
import { plusDi } from './plus-di';
import { plusDm } from './plus-dm';
import { ppo } from './ppo';
import { roc } from './roc';
import { rocp } from './rocp';
import { rocr } from './rocr';
import { rocr100 } from './rocr100';
import { rsi } from './rsi';
import { stoch } from './stoch';
import { stochf } from './stochf';
import { stochrsi } from './stochrsi';
import { trix } from './trix';
import { ultosc } from './ultosc';
import { willr } from './willr';

/** TA-Lib's momentum indicators, in its order. */
export const MOMENTUM: readonly Indicator[] = [
  adx,
  adxr,
  apo,
  aroon,
  aroonosc,
  bop,
  cci,
  cmo,
  dx,
  imi,
  macd,
  macdext,
  macdfix,
  mfi,
  minusDi,
  minusDm,
  mom,
  plusDi,
  plusDm,
  ppo,
  roc,
  rocp,
  rocr,
  rocr100,
  rsi,
  stoch,
  stochf,
  stochrsi,
  trix,
  ultosc,
  willr,
];
