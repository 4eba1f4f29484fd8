import type { Indicator } from '../indicator';
import { ad } from './ad';
import { adosc } from './adosc';
import { bwMfi } from './bw-mfi';
import { cmf } from './cmf';
import { easeOfMovement } from './ease-of-movement';
import { forceIndex } from './force-index';
import { klinger } from './klinger';
import { nvi } from './nvi';
import { obv } from './obv';
import { pvi } from './pvi';
import { pvo } from './pvo';
import { pvt } from './pvt';
import { relativeVolume } from './relative-volume';
import { twiggsMoneyFlow } from './twiggs-money-flow';
import { vfi } from './vfi';
import { volumeOscillator } from './volume-oscillator';
import { vwmacd } from './vwmacd';
import { vzo } from './vzo';
import { wad } from './wad';

/** TA-Lib's volume indicators, in its order, then those that it lacks. */
export const VOLUME: readonly Indicator[] = [
  ad,
  adosc,
  obv,
  pvo,
  volumeOscillator,
  klinger,
  cmf,
  easeOfMovement,
  forceIndex,
  pvt,
  nvi,
  pvi,
  twiggsMoneyFlow,
  vwmacd,
  wad,
  bwMfi,
  relativeVolume,
  vfi,
  vzo,
];
