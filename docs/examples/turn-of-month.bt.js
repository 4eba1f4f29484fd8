// Holds the market over the turn of the month only: in from the 26th on, out at the close of the
// third bar of the new month. It expects flows of money that come with the calendar, and is in the
// market a third of the time. It fails when the calendar means nothing: a rule found by looking
// through many dates works on the past by chance alone, and two trades' costs a month are certain.
strategy('Turn of the month', { capital: 100_000, fee: percent(0.05), slippage: bps(1) })

const firstDay = param('firstDay', 26, { min: 20, max: 28, step: 1 })
const lastBar = param('lastBar', 3, { min: 1, max: 8, step: 1 })

const isNewMonth = month != month[1]
const barOfMonth = barsSince(isNewMonth) + 1

if (position.isFlat && dayOfMonth >= firstDay) buy({ size: percentOfEquity(95) })
if (position.isLong && dayOfMonth < firstDay && barOfMonth >= lastBar) exit()

plot(barOfMonth, 'bar of the month')
