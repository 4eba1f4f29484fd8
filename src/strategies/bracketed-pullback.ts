/** Text of `docs/examples/bracketed-pullback.bt.js`; a test holds both equal. */
export const BRACKETED_PULLBACK = `// Plans the whole trade in advance: in a rising market a limit order waits for one session below
// the close, and its fill brings a stop and a target, of which the first to fill cancels the other.
// The size makes each stop cost the same share of equity. It gains when dips in a rise are bought
// back. It fails when the price falls through the limit and on: exactly the bad dips are sure to
// fill, while the best rises leave without the order.
strategy('Bracketed pullback', {
  capital: 100_000,
  fee: percent(0.1),
  slippage: bps(1),
  cashShortfall: 'shrink',
})

const depth = param('depth', 0.5, { min: 0.1, max: 2, step: 0.1 })
const stopRanges = param('stopRanges', 2, { min: 0.5, max: 5, step: 0.5 })
const reward = param('reward', 1.5, { min: 0.5, max: 4, step: 0.5 })

const trend = sma(close, 100)
const range = atr(14)
const entry = close - depth * range
const risk = stopRanges * range

if (position.isFlat && close > trend && rising(trend, 10)) {
  buy({
    size: riskPercent(1),
    limit: entry,
    stop: entry - risk,
    target: entry + reward * risk,
    timeInForce: 'day',
    tag: 'pullback',
  })
}

plot(trend)
plot(entry)
`;
