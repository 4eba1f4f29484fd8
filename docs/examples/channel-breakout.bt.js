// Expects a price that leaves the range of many bars to go on in that direction: buys when the
// close passes the highest high of the bars before, leaves when it falls below the lowest low of a
// shorter range. A few long moves pay for many small losses. It fails in markets that swing inside
// a range: each new high is sold back into it, and the exit, a whole range below, gives back much
// of every gain.
strategy('Channel breakout', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const entryBars = param('entryBars', 55, { min: 20, max: 120, step: 5 })
const exitBars = param('exitBars', 20, { min: 5, max: 60, step: 5 })

const top = highest(high, entryBars)[1]
const bottom = lowest(low, exitBars)[1]

if (position.isFlat && close > top) {
  buy({ size: percentOfEquity(95), tag: 'new high' })
  mark('new high', { position: 'below' })
}
if (position.isLong && close < bottom) exit({ tag: 'below the range' })

plot(top)
plot(bottom)
