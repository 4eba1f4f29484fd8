import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BRUSH_MARGIN, brushPlaces, TARGET } from './brush';

describe('brushPlaces', () => {
  it('centres the handles on the edges of a wide part', () => {
    expect(brushPlaces(200, 400, 800)).toEqual({
      frame: { left: 200, width: 200 },
      from: 188,
      body: { left: 212, width: 176 },
      to: 388,
    });
  });

  it('moves the handles outwards where the part is narrow', () => {
    const { frame, from, body, to } = brushPlaces(400, 402, 800);
    expect(frame).toEqual({ left: 381, width: 40 });
    expect([from, body.left, to]).toEqual([365, 389, 413]);
    expect(body.width).toBe(TARGET);
  });

  it('gives each part its target wherever it stands, inside the strip and uncovered', () => {
    const strip = fc.record({
      width: fc.integer({ min: 3 * TARGET, max: 3000 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(strip, ({ width, at, share }) => {
        const room = width - 2 * BRUSH_MARGIN;
        const left = BRUSH_MARGIN + at * room * (1 - share);
        const { from, body, to, frame } = brushPlaces(left, left + share * room, width);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to + TARGET).toBeLessThanOrEqual(width + 1e-9);
        expect(body.left).toBeCloseTo(from + TARGET, 9);
        expect(body.left + body.width).toBeCloseTo(to, 9);
        expect(body.width).toBeGreaterThanOrEqual(TARGET - 1e-9);
        expect(frame.left).toBeGreaterThanOrEqual(0);
        expect(frame.left + frame.width).toBeLessThanOrEqual(width);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
