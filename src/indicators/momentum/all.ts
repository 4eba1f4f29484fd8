import type { Indicator } from '../indicator';
import { acceleratorOscillator } from './accelerator-oscillator';
import { adx } from './adx';
import { adxr } from './adxr';
import { apo } from './apo';
import { aroon } from './aroon';
import { aroonosc } from './aroonosc';
import { awesomeOscillator } from './awesome-oscillator';
import { bias } from './bias';
import { bop } from './bop';
import { brar } from './brar';
import { cci } from './cci';
import { choppiness } from './choppiness';
import { cmo } from './cmo';
import { cog } from './cog';
import { connorsRsi } from './connors-rsi';
import { coppock } from './coppock';
import { cti } from './cti';
import { cyberCycle } from './cyber-cycle';
import { derivativeOscillator } from './derivative-oscillator';
import { dpo } from './dpo';
import { dx } from './dx';
import { efficiencyRatio } from './efficiency-ratio';
import { elderImpulse } from './elder-impulse';
import { elderRay } from './elder-ray';
import { fisher } from './fisher';
import { forecastOscillator } from './forecast-oscillator';
import { imi } from './imi';
import { kdj } from './kdj';
import { kst } from './kst';
import { laguerreRsi } from './laguerre-rsi';
import { macd } from './macd';
import { macdext } from './macdext';
import { macdfix } from './macdfix';
import { massIndex } from './mass-index';
import { mfi } from './mfi';
import { minusDi } from './minus-di';
import { minusDm } from './minus-dm';
import { mom } from './mom';
import { pfe } from './pfe';
import { pgo } from './pgo';
import { plusDi } from './plus-di';
import { plusDm } from './plus-dm';
import { ppo } from './ppo';
import { psl } from './psl';
import { qqe } from './qqe';
import { qstick } from './qstick';
import { rmi } from './rmi';
import { roc } from './roc';
import { rocp } from './rocp';
import { rocr } from './rocr';
import { rocr100 } from './rocr100';
import { rsi } from './rsi';
import { rvgi } from './rvgi';
import { rvi } from './rvi';
import { smi } from './smi';
import { squeezeMomentum } from './squeeze-momentum';
import { stc } from './stc';
import { stoch } from './stoch';
import { stochf } from './stochf';
import { stochrsi } from './stochrsi';
import { trendIntensity } from './trend-intensity';
import { trix } from './trix';
import { tsi } from './tsi';
import { ultosc } from './ultosc';
import { vhf } from './vhf';
import { vixFix } from './vix-fix';
import { vortex } from './vortex';
import { waveTrend } from './wave-trend';
import { willr } from './willr';

/** TA-Lib's momentum indicators, in its order, then those that it lacks. */
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
  fisher,
  connorsRsi,
  stc,
  elderRay,
  vortex,
  massIndex,
  choppiness,
  qqe,
  tsi,
  kst,
  coppock,
  rvgi,
  rvi,
  squeezeMomentum,
  awesomeOscillator,
  acceleratorOscillator,
  dpo,
  smi,
  pgo,
  psl,
  bias,
  forecastOscillator,
  rmi,
  laguerreRsi,
  waveTrend,
  cyberCycle,
  efficiencyRatio,
  vhf,
  qstick,
  cti,
  pfe,
  trendIntensity,
  kdj,
  brar,
  vixFix,
  cog,
  derivativeOscillator,
  elderImpulse,
];
