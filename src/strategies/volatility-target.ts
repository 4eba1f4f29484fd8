/** Text of `docs/examples/volatility-target.bt.js`; a test holds both equal. */
export const VOLATILITY_TARGET = `// Holds more of a calm market and less of a nervous one, so that the account moves by about the
// same amount a year: the weight is the wanted volatility over that of the last bars, at most the
// whole account. It aims at an even ride, not at a larger gain. It fails when calm ends overnight:
// the volatility of the last bars knows nothing of the next one, so the first fall is met fully
// invested, and the rebound is met with little. The band keeps small changes, and their costs, out.
strategy('Volatility target', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const target = param('target', 12, { min: 4, max: 30, step: 1 })
const bars = param('bars', 30, { min: 10, max: 120, step: 5 })
const band = param('band', 10, { min: 0, max: 30, step: 1 })

const volatility = 100 * sqrt(252) * stddev(ln(close / close[1]), bars)
const wanted = clamp(target / volatility, 0, 0.98)
const held = (position.size * close) / equity

if (abs(wanted - held) > band / 100) rebalance(wanted, { tag: 'volatility' })

plot(volatility)
plot(100 * held, 'percent held')
`;
