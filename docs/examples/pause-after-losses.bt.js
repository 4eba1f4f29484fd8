// Follows short breakouts and stops for a while after a row of losing trades, with a function that
// counts them. The pause expects losses to come in rows, as in a market that does not suit the
// rule. It fails when they do not: a row of losses then says nothing about the next trade, the
// pause misses winners as often as losers, and the number of losses that starts it was chosen after
// the fact.
strategy('Pause after losses', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const most = param('most', 3, { min: 1, max: 8, step: 1 })
const pause = param('pause', 60, { min: 10, max: 250, step: 10 })

function lossesInARow() {
  let losses = state(0)
  let before = state(NaN)
  if (position.isFlat && position.size[1] != 0) losses = equity < before ? losses + 1 : 0
  if (position.isFlat) before = equity
  return losses
}

const losses = lossesInARow()
const isRow = losses >= most && losses[1] < most
const isPaused = barsSince(isRow) < pause

if (position.isFlat && !isPaused && close > highest(high, 20)[1]) {
  buy({ size: percentOfEquity(95), stop: close - 2 * atr(14) })
}
if (position.isLong && close < lowest(low, 10)[1]) exit()

if (isRow) alert('paused after losses in a row:', losses)
background(isPaused, 'caution')
plot(losses, 'losses in a row')
