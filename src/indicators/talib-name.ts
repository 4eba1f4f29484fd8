import type { Indicator } from './indicator';

/** Entries of the catalogue that TA-Lib has, under the same name in capitals. */
const NAMES: ReadonlySet<string> = new Set(
  `
  accbands acos ad add adosc adx adxr apo aroon aroonosc asin atan atr avgdev avgprice bbands beta bop cci
  cdl2crows cdl3blackcrows cdl3inside cdl3linestrike cdl3outside cdl3starsinsouth cdl3whitesoldiers
  cdlabandonedbaby cdladvanceblock cdlbelthold cdlbreakaway cdlclosingmarubozu cdlconcealbabyswall
  cdlcounterattack cdldarkcloudcover cdldoji cdldojistar cdldragonflydoji cdlengulfing cdleveningdojistar
  cdleveningstar cdlgapsidesidewhite cdlgravestonedoji cdlhammer cdlhangingman cdlharami cdlharamicross
  cdlhighwave cdlhikkake cdlhikkakemod cdlhomingpigeon cdlidentical3crows cdlinneck cdlinvertedhammer
  cdlkicking cdlkickingbylength cdlladderbottom cdllongleggeddoji cdllongline cdlmarubozu cdlmatchinglow
  cdlmathold cdlmorningdojistar cdlmorningstar cdlonneck cdlpiercing cdlrickshawman cdlrisefall3methods
  cdlseparatinglines cdlshootingstar cdlshortline cdlspinningtop cdlstalledpattern cdlsticksandwich
  cdltakuri cdltasukigap cdlthrusting cdltristar cdlunique3river cdlupsidegap2crows cdlxsidegap3methods
  ceil cmo correl cos cosh dema div dx ema exp floor ht_dcperiod ht_dcphase ht_phasor ht_sine ht_trendline
  ht_trendmode imi kama linearreg linearreg_angle linearreg_intercept linearreg_slope ln log10 ma macd
  macdext macdfix mama mavp max maxindex medprice mfi midpoint midprice min minindex minmax minmaxindex
  minus_di minus_dm mom mult natr obv plus_di plus_dm ppo roc rocp rocr rocr100 rsi sar sarext sin sinh
  sma sqrt stddev stoch stochf stochrsi sub sum t3 tan tanh tema trange trima trix tsf typprice ultosc var
  wclprice willr wma
`
    .trim()
    .split(/\s+/),
);

/**
 * TA-Lib's name of an indicator, as `BBANDS`.
 *
 * @returns  null for those that it lacks
 */
export const talibName = ({ name }: Indicator): string | null =>
  NAMES.has(name) ? name.toUpperCase() : null;
