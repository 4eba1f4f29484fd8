import { describe, expect, it } from 'vitest';
import { AverageDirectionalIndex } from './average-directional-index';
import { DirectionalIndex } from './directional-index';
import { DirectionalIndicators } from './directional-indicators';
import { DirectionalMovement } from './directional-movement';
import { trueRange, TrueRange } from './true-range';

type Bar = readonly [high: number, low: number, close: number];

describe('DirectionalMovement', () => {
  it.each<[string, Bar[], number, number]>([
    [
      'further up',
      [
        [10, 8, 9],
        [13, 7, 9],
      ],
      3,
      0,
    ],
    [
      'further down',
      [
        [10, 8, 9],
        [11, 5, 9],
      ],
      0,
      3,
    ],
    [
      'equally far',
      [
        [10, 8, 9],
        [12, 6, 9],
      ],
      0,
      0,
    ],
    [
      'inside',
      [
        [10, 8, 9],
        [9.5, 8.5, 9],
      ],
      0,
      0,
    ],
    [
      'from a NaN',
      [
        [NaN, 8, 9],
        [13, 7, 9],
      ],
      NaN,
      NaN,
    ],
  ])('of a bar that reaches %s', (_, bars, plus, minus) => {
    const movement = new DirectionalMovement();
    for (const [high, low] of bars) movement.push(high, low);
    expect([movement.plus, movement.minus]).toEqual([plus, minus]);
  });
});

describe('TrueRange', () => {
  it('takes the gap from the close before', () => {
    expect(trueRange(10, 9, 12)).toBe(3);
    expect(trueRange(10, 9, 5)).toBe(5);
    expect(trueRange(10, 7, 9)).toBe(3);
  });

  it('is NaN on the first bar, on a bar whose high or low is NaN and after a close of NaN', () => {
    const range = new TrueRange();
    const bars: Bar[] = [
      [2, 1, 1],
      [3, 1, 2],
      [3, 1, NaN],
      [3, 1, 2],
      [3, NaN, 2],
      [4, 1, 2],
    ];
    expect(bars.map((bar) => range.push(...bar))).toEqual([NaN, 2, 2, NaN, NaN, 3]);
  });
});

describe('DirectionalIndicators', () => {
  it('are fractions with a period of 1', () => {
    const indicators = new DirectionalIndicators(1);
    expect(indicators.push(10, 8, 9)).toBe(false);
    expect(indicators.push(12, 8, 9)).toBe(true);
    expect([indicators.plus, indicators.minus]).toEqual([0.5, 0]);
  });

  it('are 0 without any range', () => {
    const indicators = new DirectionalIndicators(2);
    for (let i = 0; i < 4; i++) indicators.push(5, 5, 5);
    expect([indicators.plus, indicators.minus]).toEqual([0, 0]);
  });
});

describe('DirectionalIndex', () => {
  const rise = (i: number): Bar => [10 + i, 9 + i, 9.5 + i];

  it('is 0 as long as nothing has moved', () => {
    const index = new DirectionalIndex(2);
    for (let i = 0; i < 5; i++) index.push(5, 4, 5);
    expect([index.value, index.isDefined]).toEqual([0, false]);
  });

  it('keeps its value once the movement has faded to nothing', () => {
    const index = new DirectionalIndex(2);
    for (let i = 0; i < 6; i++) index.push(...rise(i));
    expect([index.value, index.isDefined]).toEqual([100, true]);
    for (let i = 0; i < 80; i++) index.push(...rise(5));
    expect([index.value, index.isDefined]).toEqual([100, false]);
  });

  it('leaves its average as it is then', () => {
    const average = new AverageDirectionalIndex(2);
    const values = Array.from({ length: 90 }, (_, i) => average.push(...rise(Math.min(i, 5))));
    expect(values.slice(0, 5)).toEqual([NaN, NaN, NaN, 100, 100]);
    expect(values[89]).toBe(100);
  });

  it('counts bars without movement as 0 in the first average', () => {
    const average = new AverageDirectionalIndex(2);
    const bars: Bar[] = [
      [5, 4, 5],
      [5, 4, 5],
      [5, 4, 5],
      [6, 5, 6],
    ];
    expect(bars.map((bar) => average.push(...bar))).toEqual([NaN, NaN, NaN, 50]);
  });
});
