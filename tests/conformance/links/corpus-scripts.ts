import { BUILT_IN } from '../../../src/strategies/built-in';

/** Scripts of the corpus that use what the built-in ones leave out: orders of every kind, sizes, account values. */
const FURTHER = {
  brackets: `strategy('Brackets', { fee: percent(0.05), slippage: bps(2) })
const length = param('length', 12, { min: 4, max: 40 })
if (crossover(close, ema(close, length))) buy({ size: riskPercent(1), stop: close - 2 * atr(14), target: close + 3 * atr(14), trailing: averageRanges(3, 14) })
if (crossunder(close, ema(close, length))) exit()
`,
  limits: `strategy('Limits', { fee: percent(0.1) })
if (rsi(close, 2) < 20) buy({ size: percentOfEquity(50), limit: close * 0.995, timeInForce: 'day' })
if (position.size > 0) sell({ limit: position.entryPrice * 1.02, tag: 'target', group: 'out' })
if (position.size > 0 && position.bars > 6) sell({ tag: 'late' })
`,
  'two-sides': `strategy('Two sides', { fee: percent(0.02), slippage: bps(1), lot: 0.1 })
const fast = param('fast', 8, { min: 3, max: 30 })
const line = macd(close).signal
if (crossover(macd(close).macd, line)) buy({ size: volatilityTarget(15, 20) })
if (crossunder(macd(close).macd, line)) short({ size: volatilityTarget(10, 20), trail: percent(6) })
plot(sma(close, fast))
`,
  rebalancing: `strategy('Rebalancing', { fee: percent(0.01), lot: 0.001 })
const weight = close > sma(close, 100) ? 0.8 : 0.2
if (abs(position.size * close / equity - weight) > 0.05) rebalance(weight)
`,
  stops: `strategy('Stops', { fee: percent(0.05), pyramiding: 3 })
const high20 = max(high, { timePeriod: 20 })
if (position.size == 0) buy({ size: percentOfEquity(30), trigger: high20, tag: 'break' })
if (position.size > 0) sell({ trail: percent(4), fraction: 0.5, tag: 'half' })
if (position.size > 0 && close < sma(close, 50)) sell({ auction: 'close', tag: 'end' })
`,
  waves: `strategy('Waves', { fee: percent(0.1) })
const cycle = ht_sine(close).sine
if (crossover(cycle, ht_sine(close).leadSine)) buy({ size: cash(20_000) })
if (crossunder(cycle, ht_sine(close).leadSine)) exit()
plot(ln(close))
`,
} as const;

/** Every script of the corpus by its name in cases. */
export const CORPUS_SCRIPTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(BUILT_IN.map(({ id, source }) => [id, source])),
  ...FURTHER,
};
