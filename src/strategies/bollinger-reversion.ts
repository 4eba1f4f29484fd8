/** Text of `docs/examples/bollinger-reversion.bt.js`; a test holds both equal. */
export const BOLLINGER_REVERSION = `// Expects an unusually low close to come back to its average: buys when the close rises back above
// the lower band after having been below it, leaves at the middle band. It gains in quiet markets
// that swing around a level. It fails when a fall goes on: the bands follow the price down, every
// return into them looks like the end, and the stop three average ranges away is hit again and again.
strategy('Bollinger reversion', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const period = param('period', 20, { min: 10, max: 60, step: 5 })
const width = param('width', 2, { min: 1, max: 3, step: 0.25 })

const bands = bbands(close, period, width, width)

if (crossover(close, bands.lower)) buy({ size: percentOfEquity(95), stop: close - 3 * atr(14) })
if (close > bands.middle && position.size > 0) exit()

plot(bands.upper)
plot(bands.middle)
plot(bands.lower)
`;
