/** Text of `docs/examples/rsi-pullback.bt.js`; a test holds both equal. */
export const RSI_PULLBACK = `// Buys a short dip inside a longer rise: the close stands above its long average while a fast RSI
// has fallen low. Leaves when the RSI has recovered, or after ten bars whatever happened. Many
// small gains, each trade short. It fails when the rise ends: the first dip of a falling market
// looks like any other, so a wide stop caps what one such trade can cost.
strategy('RSI pullback', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const period = param('period', 3, { min: 2, max: 10, step: 1 })
const lowLevel = param('low', 20, { min: 5, max: 40, step: 5 })

const trend = sma(close, 200)
const strength = rsi(close, period)

if (close > trend && strength < lowLevel) {
  if (position.size == 0) buy({ size: percentOfEquity(95), stop: close - 4 * atr(14), tag: 'dip' })
}
if (position.size > 0) {
  if (strength > 65) exit({ tag: 'recovered' })
  else if (position.bars >= 10) exit({ tag: 'waited ten bars' })
}

plot(trend)
plot(strength, 'RSI')
`;
