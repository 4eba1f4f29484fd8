// Expects two related prices to come back together: it explains the logarithm of the one by that of
// the other over the last bars and, where what is left is unusually large, sells the dear one and
// buys the cheap one, until the difference is gone. It needs a second dataset named B. It gains
// while the relation holds. It fails when the relation breaks for a reason: the difference then
// grows for good, the line over the last bars slowly calls that normal, and the loss is taken when
// time runs out.
strategy('Pair spread', { capital: 100_000, fee: percent(0.05), slippage: bps(1), leverage: 2 })

const period = param('period', 60, { min: 20, max: 250, step: 10 })
const far = param('far', 2, { min: 1, max: 4, step: 0.25 })
const longest = param('longest', 40, { min: 10, max: 120, step: 10 })

const spread = ols_zscore(ln(close), ln(data('B').close), period)
const isOpen = position.size != 0 || data('B').position.size != 0

if (!isOpen && spread > far) {
  short({ size: percentOfEquity(45), tag: 'dear' })
  buy({ size: percentOfEquity(45), market: 'B', tag: 'cheap' })
}
if (!isOpen && spread < -far) {
  buy({ size: percentOfEquity(45), tag: 'cheap' })
  short({ size: percentOfEquity(45), market: 'B', tag: 'dear' })
}

const isBack = (position.isShort && spread < 0) || (position.isLong && spread > 0)
const isTimeUp = position.bars >= longest
if (isBack || isTimeUp) {
  exit({ tag: 'closed' })
  exit({ market: 'B', tag: 'closed' })
}

background(isOpen, 'accent')
plot(spread)
