import { expect, it } from 'vitest';
import { SPEED_STEPS, speedOf, stepOf } from './replay-speed';

it('spans the whole range in rising, whole speeds', () => {
  const speeds = Array.from({ length: SPEED_STEPS + 1 }, (_, step) => speedOf(step));
  expect(speeds[0]).toBe(1);
  expect(speeds.at(-1)).toBe(1000);
  speeds.forEach((speed, i) => expect(speed).toBeGreaterThanOrEqual(speeds[i - 1] ?? 1));
  expect(speeds.every(Number.isInteger)).toBe(true);
});

it('finds the position of a speed', () => {
  expect([1, 10, 100, 1000].map((speed) => speedOf(stepOf(speed)))).toEqual([1, 10, 100, 1000]);
});
