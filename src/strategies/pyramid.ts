/** Text of `docs/examples/pyramid.bt.js`; a test holds both equal. */
export const PYRAMID = `// Adds to a position that is right and never to one that is wrong: a first quarter at a new high, a
// further one each time the close has risen by an average range or more since the last, four at
// most. All leave together when the close falls three ranges below the last entry. It gains much in
// the rare long rise. It fails when rises are short: the position is largest at the top, its
// average price is high, and a common fall then takes back what the first quarter had gained.
strategy('Pyramid', { capital: 100_000, fee: percent(0.1), slippage: bps(1), pyramiding: 4 })

const period = param('period', 50, { min: 20, max: 120, step: 5 })
const step = param('step', 1, { min: 0.5, max: 4, step: 0.5 })
const distance = param('distance', 3, { min: 1, max: 6, step: 0.5 })

const range = atr(20)
const top = highest(high, period)[1]

let lastEntry = state(NaN)
if (position.isFlat) lastEntry = NaN

if (position.isFlat && close > top) {
  buy({ size: percentOfEquity(24), tag: 'first' })
  lastEntry = close
} else if (position.isLong && close > lastEntry + step * range) {
  buy({ size: percentOfEquity(24), tag: 'further' })
  lastEntry = close
}
if (position.isLong && close < lastEntry - distance * range) exit({ tag: 'below the last entry' })

plot(top)
plot(lastEntry, 'last entry')
`;
