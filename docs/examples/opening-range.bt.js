// Takes the range of the first half hour of a session and follows the price out of it until noon,
// with a stop at the other end, and is flat before the close: no position is held over night. It
// needs bars of at most half an hour. It gains on days that go one way from the morning on. It
// fails on days that turn round, which are most days: the price leaves the range, comes back
// through it, and every such trade pays fee and slippage twice.
strategy('Opening range', { capital: 100_000, fee: percent(0.02), slippage: bps(1) })

const size = param('size', 90, { min: 10, max: 95, step: 5 })

const isMorning = inSession('09:30-10:00')
const isEntryTime = inSession('10:00-12:00')
const isEnd = inSession('15:45-16:00')

let top = state(NaN)
let bottom = state(NaN)
let isDone = state(false)
if (isMorning && !isMorning[1]) {
  top = high
  bottom = low
  isDone = false
} else if (isMorning) {
  top = max(top, high)
  bottom = min(bottom, low)
}
if (!position.isFlat) isDone = true

if (isEntryTime && !isDone) {
  if (close > top) buy({ size: percentOfEquity(size), stop: bottom, tag: 'up' })
  else if (close < bottom) short({ size: percentOfEquity(size), stop: top, tag: 'down' })
}
if (isEnd) exit({ tag: 'end of the session' })

background(isMorning, 'accent')
plot(top)
plot(bottom)
