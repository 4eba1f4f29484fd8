import { describe, expect, it } from 'vitest';
import { Accumulation } from './accumulation';
import { ExtremeAge } from './extreme-age';
import { RangePosition } from './range-position';

describe('RangePosition', () => {
  it('is where the close lies in the range of the window', () => {
    const position = new RangePosition(2);
    expect(position.push(10, 6, 8)).toBeNaN();
    expect(position.push(8, 5, 6)).toBeCloseTo(20, 12);
    expect(position.push(7, 4, 8)).toBeCloseTo(100, 12);
  });

  it('is 0 without range, NaN for a close of NaN', () => {
    const position = new RangePosition(1);
    expect([5, NaN].map((close) => position.push(5, 5, close))).toEqual([0, NaN]);
  });

  it('is NaN while the window holds a NaN', () => {
    const position = new RangePosition(2);
    expect([1, 3, NaN, 2, 2.5].map((x) => position.push(x, x, x))).toEqual([NaN, 100, NaN, NaN, 100]);
  });
});

describe('ExtremeAge', () => {
  it('counts from the latest of equal extremes', () => {
    const age = new ExtremeAge(3);
    const ages = [5, 7, 7, 5, 6, 6, 6].map((x) => (age.push(x, x) ? [age.ofHigh, age.ofLow] : null));
    expect(ages).toEqual([null, null, null, [1, 0], [2, 1], [3, 2], [0, 3]]);
  });
});

describe('Accumulation', () => {
  it('adds volume by where the bar closed, nothing without range', () => {
    const line = new Accumulation();
    expect(line.push(10, 8, 10, 100)).toBe(100);
    expect(line.push(10, 8, 8, 40)).toBe(60);
    expect(line.push(9, 9, 9, 40)).toBe(60);
    expect(line.push(8, 9, 9, 40)).toBe(60);
    expect(line.push(10, 6, 9, 10)).toBe(65);
  });

  it.each([
    [NaN, 1, 1, 1],
    [2, 1, NaN, 1],
    [1, 1, 1, NaN],
  ])('keeps the NaN of %s %s %s %s', (h, l, c, v) => {
    const line = new Accumulation();
    line.push(h, l, c, v);
    expect(line.push(10, 8, 10, 100)).toBeNaN();
  });
});
