import type { CandlePattern } from './candle-pattern';
import { cdl2crows } from './cdl2crows';
import { cdl3blackcrows } from './cdl3blackcrows';
import { cdl3inside } from './cdl3inside';
import { cdl3linestrike } from './cdl3linestrike';
import { cdl3outside } from './cdl3outside';
import { cdl3starsinsouth } from './cdl3starsinsouth';
import { cdl3whitesoldiers } from './cdl3whitesoldiers';
import { cdlabandonedbaby } from './cdlabandonedbaby';
import { cdladvanceblock } from './cdladvanceblock';
import { cdlbelthold } from './cdlbelthold';
import { cdlbreakaway } from './cdlbreakaway';
import { cdlclosingmarubozu } from './cdlclosingmarubozu';
import { cdlconcealbabyswall } from './cdlconcealbabyswall';
import { cdlcounterattack } from './cdlcounterattack';
import { cdldarkcloudcover } from './cdldarkcloudcover';
import { cdldoji } from './cdldoji';
import { cdldojistar } from './cdldojistar';
import { cdldragonflydoji } from './cdldragonflydoji';
import { cdlengulfing } from './cdlengulfing';
import { cdleveningdojistar } from './cdleveningdojistar';
import { cdleveningstar } from './cdleveningstar';
import { cdlgapsidesidewhite } from './cdlgapsidesidewhite';
import { cdlgravestonedoji } from './cdlgravestonedoji';
import { cdlhammer } from './cdlhammer';
import { cdlhangingman } from './cdlhangingman';
import { cdlharami } from './cdlharami';
import { cdlharamicross } from './cdlharamicross';
import { cdlhighwave } from './cdlhighwave';
import { cdlhikkake } from './cdlhikkake';
import { cdlhikkakemod } from './cdlhikkakemod';
import { cdlhomingpigeon } from './cdlhomingpigeon';
import { cdlidentical3crows } from './cdlidentical3crows';
import { cdlinneck } from './cdlinneck';
import { cdlinvertedhammer } from './cdlinvertedhammer';
import { cdlkicking } from './cdlkicking';
import { cdlkickingbylength } from './cdlkickingbylength';
import { cdlladderbottom } from './cdlladderbottom';
import { cdllongleggeddoji } from './cdllongleggeddoji';
import { cdllongline } from './cdllongline';
import { cdlmarubozu } from './cdlmarubozu';
import { cdlmatchinglow } from './cdlmatchinglow';
import { cdlmathold } from './cdlmathold';
import { cdlmorningdojistar } from './cdlmorningdojistar';
import { cdlmorningstar } from './cdlmorningstar';
import { cdlonneck } from './cdlonneck';
import { cdlpiercing } from './cdlpiercing';
import { cdlrickshawman } from './cdlrickshawman';
import { cdlrisefall3methods } from './cdlrisefall3methods';
import { cdlseparatinglines } from './cdlseparatinglines';
import { cdlshootingstar } from './cdlshootingstar';
import { cdlshortline } from './cdlshortline';
import { cdlspinningtop } from './cdlspinningtop';
import { cdlstalledpattern } from './cdlstalledpattern';
import { cdlsticksandwich } from './cdlsticksandwich';
import { cdltakuri } from './cdltakuri';
import { cdltasukigap } from './cdltasukigap';
import { cdlthrusting } from './cdlthrusting';
import { cdltristar } from './cdltristar';
import { cdlunique3river } from './cdlunique3river';
import { cdlupsidegap2crows } from './cdlupsidegap2crows';
import { cdlxsidegap3methods } from './cdlxsidegap3methods';

/** The 61 candlestick patterns of TA-Lib. */
export const PATTERNS: readonly CandlePattern[] = [
  cdl2crows,
  cdl3blackcrows,
  cdl3inside,
  cdl3linestrike,
  cdl3outside,
  cdl3starsinsouth,
  cdl3whitesoldiers,
  cdlabandonedbaby,
  cdladvanceblock,
  cdlbelthold,
  cdlbreakaway,
  cdlclosingmarubozu,
  cdlconcealbabyswall,
  cdlcounterattack,
  cdldarkcloudcover,
  cdldoji,
  cdldojistar,
  cdldragonflydoji,
  cdlengulfing,
  cdleveningdojistar,
  cdleveningstar,
  cdlgapsidesidewhite,
  cdlgravestonedoji,
  cdlhammer,
  cdlhangingman,
  cdlharami,
  cdlharamicross,
  cdlhighwave,
  cdlhikkake,
  cdlhikkakemod,
  cdlhomingpigeon,
  cdlidentical3crows,
  cdlinneck,
  cdlinvertedhammer,
  cdlkicking,
  cdlkickingbylength,
  cdlladderbottom,
  cdllongleggeddoji,
  cdllongline,
  cdlmarubozu,
  cdlmatchinglow,
  cdlmathold,
  cdlmorningdojistar,
  cdlmorningstar,
  cdlonneck,
  cdlpiercing,
  cdlrickshawman,
  cdlrisefall3methods,
  cdlseparatinglines,
  cdlshootingstar,
  cdlshortline,
  cdlspinningtop,
  cdlstalledpattern,
  cdlsticksandwich,
  cdltakuri,
  cdltasukigap,
  cdlthrusting,
  cdltristar,
  cdlunique3river,
  cdlupsidegap2crows,
  cdlxsidegap3methods,
];
