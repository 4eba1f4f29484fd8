import { expect, it } from 'vitest';
import { fanPicture } from './fan-picture';

const fan = {
  steps: [0, 10],
  quantiles: [0.5, 0.6, 0.8, 1, 1.2, 1.6, 2].map((end) => [1, end]),
};
const picture = fanPicture(fan, { width: 100, height: 150 });

it('stands between the least and the greatest quantile, the start included', () => {
  expect([picture.low, picture.high]).toEqual([0.5, 2]);
  expect([picture.y(2), picture.y(0.5), picture.y(1)]).toEqual([0, 150, 100]);
  expect([picture.x(0), picture.x(5), picture.x(10)]).toEqual([0, 50, 100]);
});

it('has three bands, the widest first, closed around the median', () => {
  expect(picture.bands.map(({ from, to }) => [from, to])).toEqual([
    [0.01, 0.99],
    [0.05, 0.95],
    [0.25, 0.75],
  ]);
  expect(picture.bands[0]?.path).toBe('M0.0,100.0L100.0,0.0L100.0,150.0L0.0,100.0Z');
  expect(picture.median).toBe('M0.0,100.0L100.0,100.0');
});

it('is a flat line where nothing moves', () => {
  const still = fanPicture(
    { steps: [0, 1], quantiles: fan.quantiles.map(() => [1, 1]) },
    { width: 10, height: 20 },
  );
  expect(still.median).toBe('M0.0,20.0L10.0,20.0');
});
