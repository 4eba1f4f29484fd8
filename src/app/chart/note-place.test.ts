import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeNote } from './note-place';

const NOTE = { width: 256, height: 84 };

it('stands beside the bar, on the side with more room', () => {
  const pane = { width: 800, height: 340, top: 50 };
  const prices = () => ({ high: 90, low: 200 });
  expect(placeNote(NOTE, pane, { x: 680, high: 120, low: 180 }, prices)).toEqual({ left: 408, top: 216 });
  expect(placeNote(NOTE, pane, { x: 60, high: 120, low: 180 }, prices).left).toBe(76);
});

it('goes above the prices when there is no room below, and to the foot when there is none at all', () => {
  const pane = { width: 800, height: 340, top: 50 };
  const bar = { x: 680, high: 200, low: 250 };
  expect(placeNote(NOTE, pane, bar, () => ({ high: 160, low: 300 })).top).toBe(50);
  expect(placeNote(NOTE, pane, bar, () => ({ high: 60, low: 330 })).top).toBe(248);
});

it('never covers its bar', () => {
  const pixels = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(fc.integer({ min: 320, max: 900 }), pixels, pixels, pixels, (width, at, a, b) => {
      const pane = { width, height: 900, top: 50 };
      const bar = {
        x: Math.min(at, width),
        high: Math.min(a, b),
        low: Math.min(Math.max(a, b), Math.min(a, b) + 300),
      };
      const { left, top } = placeNote(NOTE, pane, bar, () => bar);
      const apart =
        bar.x < left || bar.x > left + NOTE.width || top >= bar.low || top + NOTE.height <= bar.high;
      expect(apart).toBe(true);
    }),
    { seed: 1, numRuns: 500 },
  );
});
