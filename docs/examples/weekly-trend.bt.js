// Takes the direction from weekly bars and the moment from daily ones: while the week stands above
// its rising average, it buys when a short dip of the daily RSI ends, and it leaves when the week
// has turned. Only weeks that have closed are seen. It gains in rises that last for months. It
// fails when the week learns of a fall too late: five bad days pass before the weekly close can say
// so, and a market that rises and falls in a rhythm of weeks is bought high and sold low.
strategy('Weekly trend, daily dip', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const weeks = param('weeks', 20, { min: 8, max: 52, step: 2 })
const level = param('level', 40, { min: 20, max: 60, step: 5 })

const average = ema(close, weeks)
const isWeekUp = timeframe('1w', close > average && rising(average, 2))
const strength = rsi(close, 5)

if (position.isFlat && isWeekUp && crossover(strength, level)) {
  buy({ size: percentOfEquity(95), stop: close - 5 * atr(14), tag: 'dip is over' })
}
if (position.isLong && timeframe('1w', close < average)) exit({ tag: 'the week has turned' })

background(isWeekUp, 'up')
plot(timeframe('1w', average), 'weekly average')
