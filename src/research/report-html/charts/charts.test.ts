import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../core/time';
import { barChart } from './bar-chart';
import { linePath } from './line-path';
import { scatterChart } from './scatter-chart';
import { timeChart } from './time-chart';
import { timeTicks } from './time-ticks';
import { linearScale, logScale } from './value-scale';

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

describe('value scales', () => {
  it('map the ends to the edges and have a few ticks between them', () => {
    fc.assert(
      fc.property(finite, fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (low, span) => {
        const { y, ticks } = linearScale(low, low + span, 10, 110);
        expect([y(low), y(low + span)]).toMatchColumn([110, 10], { rtol: 1e-6 });
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThan(10);
        expect(ticks.every((tick) => y(tick) >= 10 - 1e-3 && y(tick) <= 110 + 1e-3)).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('are logarithmic above zero, with steps of 1, 2, 5', () => {
    const { y, ticks } = logScale(40_000, 250_000, 0, 100);
    expect(ticks).toEqual([50_000, 100_000, 200_000]);
    expect(y(100_000) - y(200_000)).toBeCloseTo(y(50_000) - y(100_000), 9);
  });

  it('stand where all values are one', () => {
    expect(Number.isFinite(linearScale(5, 5, 0, 10).y(5))).toBe(true);
    expect(Number.isFinite(logScale(5, 5, 0, 10).y(5))).toBe(true);
  });
});

describe('line paths', () => {
  const box = { left: 0, right: 100, top: 0, bottom: 100 };
  const heights = (path: string): number[] =>
    [...path.matchAll(/[ML]\S+ (\S+?)(?=[ML]|$)/g)].map(([, y]) => Number(y));

  it('keep the extremes of long columns in fewer points', () => {
    const values = Float64Array.from(
      { length: 50_000 },
      (_, i) => 50 + 10 * ((i * 7919) % 997 === 0 ? 1 : 0),
    );
    values[31_415] = 99;
    values[27_182] = 1;
    const drawn = heights(linePath(values, box, (value) => value));
    expect(drawn.length).toBeLessThanOrEqual(200);
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([1, 99]);
  });

  it('break at what is no number', () => {
    expect(linePath(Float64Array.of(1, 2, NaN, 4), box, (value) => value)).toBe('M0 1L33.3 2M100 4');
    expect(linePath(Float64Array.of(NaN, NaN), box, (value) => value)).toBe('');
  });
});

describe('time ticks', () => {
  it.each([
    [30 * 365, '2005'],
    [20 * 365, '2002'],
    [300, 'Feb'],
    [30, '2000-01-04'],
  ])('of %i days', (days, first) => {
    const time = Float64Array.from({ length: days }, (_, i) => Date.UTC(2000, 0, 1) + i * DAY_MS);
    const ticks = timeTicks(time);
    expect(ticks.length).toBeLessThanOrEqual(13);
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks[0]!.label).toBe(first);
  });
});

describe('charts', () => {
  it('escape their words', () => {
    const hostile = '"><script>';
    const drawn = [
      timeChart({
        label: hostile,
        time: Float64Array.of(0, DAY_MS),
        lines: [{ values: Float64Array.of(1, 2), look: 'run' }],
        height: 100,
        width: 'half',
        scale: 'linear',
        reference: 0,
        tickWords: () => hostile,
      }),
      barChart({
        label: hostile,
        height: 100,
        bars: [{ label: hostile, value: 1, title: hostile }],
        tickWords: () => hostile,
      }),
      scatterChart({
        label: hostile,
        points: [{ x: 1, y: 1, gain: true, title: hostile }],
        xName: hostile,
        yName: hostile,
        words: () => hostile,
      }),
    ];
    for (const { text } of drawn) {
      expect(text).not.toContain('<script');
      expect(text).toContain('&quot;&gt;&lt;script&gt;');
    }
  });

  it('stand without values', () => {
    const none = new Float64Array(0);
    const chart = timeChart({
      label: 'none',
      time: none,
      lines: [{ values: none, look: 'run', filled: true }],
      height: 100,
      width: 'wide',
      scale: 'log',
      reference: NaN,
      tickWords: String,
    });
    expect(chart.text).not.toMatch(/NaN|Infinity/);
    expect(barChart({ label: 'none', height: 90, bars: [], tickWords: String }).text).not.toMatch(/NaN/);
  });
});
