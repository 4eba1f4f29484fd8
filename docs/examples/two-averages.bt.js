// Buys when a short average of the close rises above a long one and holds until it falls back
// below: the plainest way to follow a trend. It gains in long one-sided moves and gives back small
// amounts in between. It fails in sideways markets, where each crossing is a little loss plus
// costs, and after sudden falls, which both averages see late. There is no stop: a crash is held
// until the averages cross.
strategy('Two averages', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const fast = param('fast', 50, { min: 5, max: 100, step: 5 })
const slow = param('slow', 200, { min: 40, max: 300, step: 10 })

const quick = sma(close, fast)
const steady = sma(close, slow)

if (crossover(quick, steady)) buy({ size: percentOfEquity(95) })
if (crossunder(quick, steady)) exit()

plot(quick)
plot(steady)
