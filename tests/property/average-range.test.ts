import { expect, it } from 'vitest';
import type { Bars } from '../../src/core/bars';
import type { OrderRequest } from '../../src/core/order';
import { uniforms } from '../../src/core/random/uniforms';
import { DEFAULT_SETTINGS } from '../../src/core/run';
import { simulate } from '../../src/engine/simulate';
import { batch } from '../../src/indicators/batch';
import { atr } from '../../src/indicators/volatility/atr';

const ROWS = 60;
const DISTANCE = 1.5;
const SIZING = { kind: 'units', units: 1 } as const;

/** Bars with gaps, so that true ranges are wider than bars. */
function gappyBars(rows: number): Bars {
  const random = uniforms(5, 4 * ROWS);
  const draw = (k: number) => Float64Array.from({ length: rows }, (_, i) => random[4 * i + k]!);
  const close = draw(0).map((x) => 100 + 20 * x);
  const open = draw(1).map((x) => 100 + 20 * x);
  return {
    time: close.map((_, i) => i * 86_400_000),
    open,
    high: draw(2).map((x, i) => Math.max(open[i]!, close[i]!) + 5 * x),
    low: draw(3).map((x, i) => Math.min(open[i]!, close[i]!) - 5 * x),
    close,
    volume: close.map(() => 1000),
    extra: {},
  };
}

/** Where a trailing stop stands that was asked for at the last close. */
function stopAtEnd(bars: Bars, period: number): number {
  const last = bars.time.length - 1;
  const trail = { kind: 'atr', distance: DISTANCE, period } as const;
  const onBar = (_: unknown, i: number): readonly OrderRequest[] => {
    if (i === last - 1) return [{ kind: 'enter', side: 'buy', sizing: SIZING }];
    return i === last ? [{ kind: 'exit', trail }] : [];
  };
  const settings = { ...DEFAULT_SETTINGS, capital: 10_000 };
  const { orders } = simulate({ bars, strategy: { name: '', onBar }, settings });
  return orders[1]!.price;
}

it.each([1, 2, 5, 14])("a trailing stop's average range of %i bars is the indicator's", (period) => {
  const { high, low, close } = gappyBars(ROWS);
  const [range] = batch(atr, [high, low, close], [period]);
  for (const rows of [period + 1, period + 2, ROWS]) {
    const stop = stopAtEnd(gappyBars(rows), period);
    expect(stop).toBeCloseTo(close[rows - 1]! - DISTANCE * range![rows - 1]!, 10);
  }
});
