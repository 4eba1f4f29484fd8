import { describe, expect, it } from 'vitest';
import { Pace, timeLeft } from './pace';

describe('the pace of work', () => {
  it('is told after two seconds, in units a second', () => {
    const pace = new Pace();
    expect(pace.note(0, 1000)).toBe(null);
    expect(pace.note(100, 2000)).toBe(null);
    expect(pace.note(200, 3000)).toBe(100);
  });

  it('follows the last ten seconds', () => {
    const pace = new Pace();
    for (let s = 0; s <= 20; s++) pace.note(1000 * s, 1000 * s);
    let last: number | null = null;
    for (let s = 1; s <= 12; s++) last = pace.note(20_000 + 10 * s, 1000 * (20 + s));
    expect(last).toBeCloseTo(10, 6);
  });

  it('does not count a pause', () => {
    const pace = new Pace();
    pace.note(0, 0);
    expect(pace.note(300, 3000)).toBe(100);
    pace.restart();
    expect(pace.note(300, 60_000)).toBe(null);
    expect(pace.note(600, 63_000)).toBe(100);
  });
});

it('tells the time that is left', () => {
  expect(timeLeft(250, 1000, 250)).toBe(3000);
  expect(timeLeft(250, 1000, null)).toBe(null);
  expect(timeLeft(1000, 1000, 250)).toBe(null);
});
