import { expect, it } from 'vitest';
import { nearestPoint, scatterLayout, type ScatterPoint } from './scatter';

const point = (x: number, y: number): ScatterPoint => ({ x, y, hollow: y > 0 });

it('places greater values further right and further up, zero always on the plot', () => {
  const { placed, zeroX, zeroY } = scatterLayout([point(-0.1, 0.2), point(-0.02, -0.05)], 300, 200);
  const [first, second] = placed;
  expect(first?.x).toBeLessThan(second?.x ?? 0);
  expect(first?.y).toBeLessThan(second?.y ?? 0);
  expect(zeroX).toBeCloseTo(288, 9);
  expect(zeroY).toBeGreaterThan(0);
  for (const { x, y } of placed) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(300);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(200);
  }
});

it('leaves out points that are not known and keeps the indexes of the rest', () => {
  const { placed } = scatterLayout([point(NaN, 1), point(1, 1), point(1, Infinity)], 100, 100);
  expect(placed.map(({ index }) => index)).toEqual([1]);
});

it('finds the nearest point within reach', () => {
  const placed = [
    { index: 0, x: 10, y: 10 },
    { index: 1, x: 20, y: 10 },
  ];
  expect(nearestPoint(placed, 13, 10, 24)).toBe(0);
  expect(nearestPoint(placed, 18, 10, 24)).toBe(1);
  expect(nearestPoint(placed, 80, 80, 24)).toBeNull();
  expect(nearestPoint([], 0, 0, 24)).toBeNull();
});

it('has axes even for no points', () => {
  const { placed, ticksX, ticksY } = scatterLayout([], 300, 200);
  expect(placed).toEqual([]);
  expect(ticksX.length * ticksY.length).toBeGreaterThan(0);
});
