import { expect, it } from 'vitest';
import { convergencePicture } from './convergence-picture';

it('draws the mean and its range, paths growing by an equal factor', () => {
  const found = convergencePicture(
    { paths: [10, 100, 1000], mean: [1.1, 1.05, 1.06], standardError: [0.1, 0.05, 0.01] },
    200,
    100,
  );
  expect(found).toMatchObject({ high: 1.1 + 0.196, low: 1.1 - 0.196 });
  expect(found?.mean.split(' ').map((point) => point.split(',')[0])).toEqual(['0.0', '100.0', '200.0']);
  expect(found?.band.split(' ')).toHaveLength(6);
  expect(found?.band.startsWith('0.0,0.0 ')).toBe(true);
  expect(found?.band.endsWith(' 0.0,100.0')).toBe(true);
});

it.each([
  { paths: [10], mean: [1], standardError: [0.1] },
  { paths: [10, 20], mean: [1, 1], standardError: [0, 0] },
])('draws nothing where there is nothing to see', (settled) => {
  expect(convergencePicture(settled, 200, 100)).toBeNull();
});
