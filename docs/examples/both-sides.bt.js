// Holds the side of a moving average: long while the close stands above it by a band, short while
// it stands below, turned round at once. The kind of average is a choice, selling short a switch,
// and a sweep may vary both. It gains in long moves either way. It fails where falls are short and
// sharp, as in stock indices: the short side is late, turns at the low, and pays for borrowed
// shares besides.
strategy('Both sides of an average', {
  capital: 100_000,
  fee: percent(0.1),
  slippage: bps(1),
  oppositeEntry: 'reverse',
  borrowPercent: 1,
})

const period = param('period', 100, { min: 20, max: 250, step: 10 })
const kind = param('kind', 'ema', { choices: 'sma, ema, wma' })
const sellsShort = param('sellsShort', true)

const average = ma(close, period, { maType: kind })
const band = 0.5 * atr(20)

if (crossover(close, average + band)) buy({ size: percentOfEquity(90), tag: 'above' })
if (crossunder(close, average - band)) {
  if (sellsShort) short({ size: percentOfEquity(90), tag: 'below' })
  else exit({ tag: 'below' })
}

plot(average)
