import type { Indicator } from '../indicator';
import { adx } from './adx';
import { adxr } from './adxr';
import { bop } from './bop';
import { cmo } from './cmo';
import { dx } from './dx';
import { imi } from './imi';
import { macd } from './macd';
import { mfi } from './mfi';
import { minusDi } from './minus-di';
import { minusDm } from './minus-dm';
import { mom } from './mom';
import { plusDi } from './plus-di';
import { plusDm } from './plus-dm';
import { roc } from './roc';
import { rocp } from './rocp';
import { rocr } from './rocr';
import { rocr100 } from './rocr100';
import { rsi } from './rsi';
import { trix } from './trix';
import { ultosc } from './ultosc';

/** TA-Lib's momentum indicators, in its order. */
export const MOMENTUM: readonly Indicator[] = [
  adx,
  adxr,
  bop,
  cmo,
  dx,
  imi,
  macd,
  mfi,
  minusDi,
  minusDm,
  mom,
  plusDi,
  plusDm,
  roc,
  rocp,
  rocr,
  rocr100,
  rsi,
  trix,
  ultosc,
];
