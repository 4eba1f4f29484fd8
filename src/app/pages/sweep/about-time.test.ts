import { expect, it } from 'vitest';
import { aboutTime } from './about-time';

it.each([
  [null, 'time unknown'],
  [0.2, 'about a second'],
  [7.4, 'about 7 s'],
  [12.6, 'about 15 s'],
  [88, 'about 90 s'],
  [185, 'about 3 min'],
])('an estimate of %s is told as %s', (seconds, words) => {
  expect(aboutTime(seconds)).toBe(words);
});
