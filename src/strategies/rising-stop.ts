/** Text of `docs/examples/rising-stop.bt.js`; a test holds both equal. */
export const RISING_STOP = `// Manages the stop, not the entry: it starts some average ranges below, follows the highest high at
// that distance, is never lowered, and once the trade is two ranges ahead never stands below the
// entry. Half is sold at four ranges. Few trades end in a large loss, and a long rise is kept to
// its end. It fails in markets that move up in wide swings: the stop is hit in each of them, the
// rest of the rise is missed, and over night a price can open far below any stop.
strategy('Rising stop', {
  capital: 100_000,
  fee: percent(0.1),
  slippage: bps(1),
  cashShortfall: 'shrink',
})

const distance = param('distance', 3, { min: 1, max: 6, step: 0.5 })

const trend = sma(close, 50)
const range = atr(20)

let stop = state(NaN)
let firstRange = state(NaN)
let isHalf = state(false)

if (position.isFlat) {
  stop = close - distance * range
  firstRange = range
  isHalf = false
} else {
  stop = max(stop, highest(high, 5) - distance * range)
  if (close > position.entryPrice + 2 * firstRange) stop = max(stop, position.entryPrice)
}

if (position.isFlat && crossover(close, trend)) buy({ size: riskPercent(1.5), stop: stop, tag: 'entry' })
if (position.isLong) {
  sell({ trigger: stop, tag: 'stop' })
  if (!isHalf && close > position.entryPrice + 4 * firstRange) {
    sell({ fraction: 0.5, tag: 'half' })
    isHalf = true
  }
}

plot(trend)
plot(position.isLong ? stop : NaN, 'stop')
`;
