import { expect, it } from 'vitest';
import { bodyFor } from './candles';

it('never widens a body past nine pixels', () => {
  expect(bodyFor(40, 1).width).toBeLessThanOrEqual(9);
  expect(bodyFor(40, 2).width).toBeLessThanOrEqual(18);
});

it('keeps the wick in the middle of the body at every ratio', () => {
  for (const ratio of [1, 1.25, 1.5, 2, 3]) {
    for (let bar = 1; bar < 20; bar += 0.37) {
      const { width, stroke } = bodyFor(bar, ratio);
      expect((width - stroke) % 2).toBe(0);
      expect(width).toBeGreaterThan(0);
    }
  }
});

it('is hollow from 2.8 pixels on', () => {
  expect(bodyFor(2.8 / 0.74 + 0.01, 2).hollow).toBe(true);
  expect(bodyFor(2.8 / 0.74 - 0.1, 2).hollow).toBe(false);
});
