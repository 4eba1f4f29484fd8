/** Scripts that lanes know, one for each way in which a trial can differ from another; both parameters are swept. */
export const LANE_SCRIPTS: Readonly<Record<string, string>> = {
  'averages with stop and target': `
if (crossover(sma(close, a), sma(close, b))) buy({ size: percentOfEquity(95), stop: close * (1 - a / 200), target: close * 1.08 })
if (crossunder(sma(close, a), sma(close, b))) exit()`,
  'long and short with a trailing stop in percent': `
if (rsi(close, a) < 20 + b) buy({ size: percentOfEquity(95), trailing: percent(b / 4), target: close * 1.06 })
if (rsi(close, a) > 80 - b) short({ size: percentOfEquity(50), stop: close * 1.05, trailing: percent(3) })`,
  'a trailing stop in money, units': `
if (close > highest(close, a)[1]) buy({ size: units(3), trailing: amount(atr(a) * 2) })
if (close < lowest(close, a)[1]) short({ size: units(3), trailing: amount(atr(a) * 2), target: close - 4 * atr(b) })`,
  'risk to the stop, and levels without a value in the warm-up': `
if (close > open && close[1] < open[1]) buy({ size: riskPercent(1), stop: sma(close, b) - atr(a) * 2 })
if (barIndex % 7 == a % 7) exit()`,
  'cash, and exits of one side': `
if (close < sma(close, a)) buy({ size: cash(1000 * a) })
if (close > sma(close, b) * 1.01) sell()
if (close > sma(close, a) * 1.02) short({ size: cash(900) })
if (close < sma(close, b)) cover()`,
  'an exit after some bars': `
if (crossunder(rsi(close, a), 20 + b)) buy({ size: percentOfEquity(90), target: close * 1.1 })
if (position.bars >= b) exit()`,
  'a state that reads the position': `
let count = state(0)
if (position.isFlat) { count = count + 1 } else { count = 0 }
if (count > a && close > open) buy({ size: percentOfEquity(60), stop: close * 0.97 })
if (crossover(position.entryPrice * 1.01, close) || position.bars[1] > b) exit()`,
  'the account, and functions without an instruction': `
if (equity > 9000 && round(close) % 2 == a % 2) buy({ size: percentOfEquity(min(100, pow(b, 1.2))), stop: close - exp(1) })
if (position.size > 0 && ln(close / position.entryPrice) > 0.01 * a) exit()`,
};

/** A script of the above whose parameters begin at these values. */
export const laneScript = (
  name: string,
): string => `strategy('${name}', { capital: 10_000, fee: percent(0.1), slippage: bps(1) })
const a = param('a', 3, { min: 2, max: 30, step: 1 })
const b = param('b', 9, { min: 2, max: 30, step: 1 })
${LANE_SCRIPTS[name]}
`;
