import { describe, expect, it } from 'vitest';
import type { Bars } from '../../../core/bars';
import { extremes, mergeBars, traceLine, type Pen } from './decimate';

const column = (...values: number[]): Float64Array<ArrayBuffer> => Float64Array.from(values);

class Recorder implements Pen {
  readonly steps: string[] = [];
  moveTo(x: number, y: number): void {
    this.steps.push(`M${x},${y}`);
  }
  lineTo(x: number, y: number): void {
    this.steps.push(`L${x},${y}`);
  }
}

function trace(values: Float64Array<ArrayBuffer>, barWidth: number): string[] {
  const pen = new Recorder();
  traceLine(
    values,
    0,
    values.length,
    (row) => row * barWidth,
    (v) => v,
    pen,
  );
  return pen.steps;
}

describe('traceLine', () => {
  it('breaks at NaN and never joins across it', () => {
    expect(trace(column(NaN, 1, 2, NaN, NaN, 3, 4), 2)).toEqual(['M2,1', 'L4,2', 'M10,3', 'L12,4']);
  });

  it('keeps a value between two gaps visible', () => {
    expect(trace(column(NaN, 5, NaN), 2)).toEqual(['M2,5', 'L2.01,5']);
  });

  it('keeps the extremes of crowded rows', () => {
    const values = column(...Array.from({ length: 100 }, (_, i) => (i === 42 ? 99 : i === 57 ? -99 : 0)));
    const steps = trace(values, 0.1);
    expect(steps.some((step) => step.endsWith(',99'))).toBe(true);
    expect(steps.some((step) => step.endsWith(',-99'))).toBe(true);
    expect(steps.length).toBeLessThanOrEqual(4 * 11);
  });

  it('breaks crowded rows at NaN too', () => {
    const values = column(...Array.from({ length: 60 }, (_, i) => (i >= 20 && i < 40 ? NaN : 1)));
    expect(trace(values, 0.1).filter((step) => step.startsWith('M'))).toHaveLength(2);
  });
});

describe('mergeBars', () => {
  const bars: Bars = {
    time: column(0, 1, 2, 3),
    open: column(10, 11, 12, 9),
    high: column(12, 15, 13, 10),
    low: column(9, 10, 8, 7),
    close: column(11, 12, 9, 8),
    volume: column(0, 0, 0, 0),
    extra: {},
  };

  it('takes the lowest low and the highest high of each pixel', () => {
    const merged = mergeBars(bars, 0, 4, (i) => i * 0.5);
    expect([...merged.x]).toEqual([0, 1]);
    expect([...merged.low]).toEqual([9, 7]);
    expect([...merged.high]).toEqual([15, 13]);
    expect([...merged.rising]).toEqual([1, 0]);
  });

  it('reads no bar outside the rows asked for', () => {
    const touched = new Set<string>();
    const low = new Proxy(bars.low, {
      get: (target, key) => {
        touched.add(String(key));
        return Reflect.get(target, key, target);
      },
    });
    mergeBars({ ...bars, low }, 1, 3, (i) => i * 0.5);
    expect([...touched].sort()).toEqual(['1', '2']);
  });
});

it('finds extremes among NaN', () => {
  expect(extremes(column(NaN, 3, NaN, -2), 0, 4)).toEqual({ low: -2, high: 3 });
  expect(extremes(column(NaN), 0, 1)).toEqual({ low: Infinity, high: -Infinity });
});
