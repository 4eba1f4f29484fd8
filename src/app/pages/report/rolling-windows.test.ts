import { expect, it } from 'vitest';
import { rollingWindows } from './rolling-windows';

const windows = (barsPerYear: number, bars: number, own: number): number[] =>
  rollingWindows(barsPerYear, bars, own).map(({ window }) => window);

it('offers spans that hold twenty returns and fit twice into the run', () => {
  expect(windows(252, 5105, 126)).toEqual([21, 63, 126, 252, 504, 756, 1260]);
  expect(windows(252, 300, 126)).toEqual([21, 63, 126]);
  expect(windows(12, 240, 24)).toEqual([24, 36, 60]);
});

it('always offers the window of the tearsheet, in its place', () => {
  expect(windows(252, 5105, 100)).toEqual([21, 63, 100, 126, 252, 504, 756, 1260]);
  expect(windows(252, 50, 126)).toEqual([21, 126]);
});

it('says how long a window is', () => {
  expect(rollingWindows(252, 5105, 252)[3]?.words).toBe('1 year, 252 returns');
});
