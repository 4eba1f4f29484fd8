/** Text of `docs/examples/regime-filter.bt.js`; a test holds both equal. */
export const REGIME_FILTER = `// Asks first what kind of market it is: calm or nervous, by the volatility of the last month
// against that of the last year, with two thresholds so that it does not change its mind every day.
// In a calm market it follows the trend, in a nervous one it holds nothing. It gains by sitting out
// long falls, which tend to be nervous. It fails when the first fall is the whole fall, and when a
// nervous market recovers fast: the calm that would let it back in comes only after the rise.
strategy('Regime filter', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const nervousFrom = param('nervousFrom', 1.3, { min: 1, max: 2, step: 0.1 })
const calmBelow = param('calmBelow', 1, { min: 0.5, max: 1.2, step: 0.1 })

const volatility = stddev(ln(close / close[1]), 21)
const usual = sma(volatility, 252)
const trend = sma(close, 100)

let isNervous = state(false)
if (volatility > nervousFrom * usual) isNervous = true
if (volatility < calmBelow * usual) isNervous = false

if (position.isFlat && !isNervous && close > trend && volatility < usual) buy({ size: percentOfEquity(95) })
if (position.isLong) {
  if (isNervous) exit({ tag: 'nervous' })
  else if (crossunder(close, trend)) exit({ tag: 'trend lost' })
}

background(isNervous, 'caution')
plot(trend)
plot(volatility / usual, 'volatility to usual')
`;
