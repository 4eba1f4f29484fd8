const INDICATORS = ['sma', 'ema', 'wma', 'rsi', 'dema', 'tema', 'mom', 'roc', 'linearreg', 'kama'];
const LINES = 100;
/** Lines before and after the declarations. */
const AROUND = 8;

/**
 * A script of 100 lines: a parameter, 92 values that each read an indicator and the value before, two rules, plots.
 *
 * @returns {string}
 */
export function hundredLines() {
  const lines = [
    "strategy('A hundred lines', { capital: 100_000, fee: percent(0.1), slippage: bps(1) })",
    "const length = param('length', 20, { min: 5, max: 60, step: 5 })",
    'const value0 = sma(close, length)',
  ];
  for (let i = 1; i <= LINES - AROUND; i++) {
    const name = INDICATORS[i % INDICATORS.length];
    lines.push(`const value${i} = (value${i - 1} + ${name}(close, ${5 + i})) / 2 // step ${i}`);
  }
  const last = `value${LINES - AROUND}`;
  lines.push(
    `if (crossover(close, ${last})) buy({ size: percentOfEquity(95), stop: close - 2 * atr(14), target: close * 1.2 })`,
    `if (crossunder(close, ${last}) || position.bars > 40) exit()`,
    'plot(value0)',
    `plot(${last})`,
    'plot(value10)',
  );
  return `${lines.join('\n')}\n`;
}
