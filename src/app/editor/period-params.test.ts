import { expect, it } from 'vitest';
import { periodParams } from './period-params';

const SCRIPT = `
strategy('Bands', { capital: 1000 })
const length = param('days', 20, { min: 5, max: 60, step: 5 })
const width = param('width', 2, { min: 1, max: 3, step: 0.5 })
const unused = param('unused', 1, { min: 0, max: 2, step: 1 })
const middle = sma(close, length)
const bands = bbands(close, length, width, width)
`;

it('finds parameters that stand where an indicator takes a period, by their own names', () => {
  expect([...periodParams(SCRIPT)]).toEqual(['days']);
});

it('finds none in a text that cannot be read', () => {
  expect([...periodParams("const x = param('x', 3 sma(")]).toEqual([]);
});
