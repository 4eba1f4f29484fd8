import type { Bars } from '../../src/core/bars';
import type { Column } from '../../src/core/column';
import type { OrderRequest } from '../../src/core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/core/run';
import type { Strategy } from '../../src/core/strategy';

/** Assumptions of the golden-cross example. */
export const GOLDEN_SETTINGS: RunSettings = {
  ...DEFAULT_SETTINGS,
  capital: 100_000,
  feePercent: 0.1,
  slippageBps: 1,
};

/** The golden-cross example written by hand, so that the engine is tried without the script. */
export function goldenCross(bars: Bars, fast: number, slow: number): Strategy {
  const quick = average(bars.close, fast);
  const steady = average(bars.close, slow);
  const range = wilderAtr(bars, 14);
  const none: readonly OrderRequest[] = [];
  return {
    name: 'Golden cross',
    onBar(bar, i) {
      if (i === 0) return none;
      const before = quick[i - 1]! - steady[i - 1]!;
      const now = quick[i]! - steady[i]!;
      if (before <= 0 && now > 0) {
        const sizing = { kind: 'percent_of_equity', percent: 95 } as const;
        return [
          {
            kind: 'enter',
            side: 'buy',
            sizing,
            stop: bar.close - 2 * range[i]!,
            target: bar.close * 1.2,
            reason: 'over',
          },
        ];
      }
      return before >= 0 && now < 0 ? [{ kind: 'exit', reason: 'under' }] : none;
    },
  };
}

function average(close: Column, period: number): Column {
  const out = new Float64Array(close.length).fill(NaN);
  for (let i = period - 1; i < close.length; i++) {
    let sum = 0;
    for (let k = i - period + 1; k <= i; k++) sum += close[k]!;
    out[i] = sum / period;
  }
  return out;
}

function wilderAtr({ high, low, close }: Bars, period: number): Column {
  const out = new Float64Array(close.length).fill(NaN);
  let value = 0;
  for (let i = 1; i < close.length; i++) {
    const previous = close[i - 1]!;
    const span = Math.max(high[i]!, previous) - Math.min(low[i]!, previous);
    value = i <= period ? value + span / period : (value * (period - 1) + span) / period;
    if (i >= period) out[i] = value;
  }
  return out;
}
