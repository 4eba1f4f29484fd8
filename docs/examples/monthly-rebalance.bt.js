// Keeps a fixed share of the account in the market and the rest in cash, set right at the start of
// a month when it has drifted by more than a band. It sells some of what rose and buys some of what
// fell, and aims at a known risk, not at beating the market. It fails in one long move: in a rise
// it keeps selling what goes on to gain, in a long fall it keeps buying what goes on to lose. Cash
// earns nothing here; give the setting interestPercent where it does.
strategy('Monthly rebalance', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })

const share = param('share', 60, { min: 10, max: 95, step: 5 })
const band = param('band', 2, { min: 0, max: 10, step: 1 })

const isNewMonth = month != month[1]
const held = (100 * position.size * close) / equity

if (isNewMonth && abs(held - share) > band) {
  rebalance(share / 100, { tag: 'month' })
  log('share in percent before', held)
}

plot(held, 'percent held')
