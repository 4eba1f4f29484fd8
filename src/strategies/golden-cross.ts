/** Text of `docs/examples/golden-cross.bt.js`; a test holds both equal. */
export const GOLDEN_CROSS = `strategy('Golden cross', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const fast = param('fast', 20, { min: 5, max: 60, step: 5 })
const slow = param('slow', 100, { min: 40, max: 250, step: 10 })

const quick = sma(close, fast)
const steady = sma(close, slow)

if (crossover(quick, steady)) buy({ size: percentOfEquity(95), stop: close - 2 * atr(14), target: close * 1.2 })
if (crossunder(quick, steady)) exit()

plot(quick)
plot(steady)
`;
