import { describe, expect, it } from 'vitest';
import type { PlanParam } from '../../script/plan';
import { parameterText, readParameter, snap, stepCount, stepFrom } from './parameter-value';

const fast: PlanParam = {
  name: 'fast',
  kind: 'integer',
  choices: [],
  default: 20,
  min: 5,
  max: 60,
  step: 5,
  from: 0,
  to: 0,
};
const width: PlanParam = {
  name: 'width',
  kind: 'number',
  choices: [],
  default: 2,
  min: 0.5,
  max: 3,
  step: 0.1,
  from: 0,
  to: 0,
};

describe('readParameter', () => {
  it.each([
    ['20', 20],
    [' 7 ', 7],
    ['60', 60],
  ])('takes %s', (text, value) => {
    expect(readParameter(fast, text)).toEqual({ value });
  });

  it('takes a minus sign and thousands commas', () => {
    const wide = { ...fast, min: -5000, max: 5000 };
    expect(readParameter(wide, '\u22121,250')).toEqual({ value: -1250 });
  });

  it.each([
    ['70', '5 to 60 only'],
    ['4', '5 to 60 only'],
    ['', 'A number from 5 to 60 is needed'],
    ['twenty', 'A number from 5 to 60 is needed'],
    ['7.5', 'Whole numbers from 5 to 60 only'],
    ['Infinity', '5 to 60 only'],
  ])('refuses "%s" with its reason', (text, problem) => {
    expect(readParameter(fast, text)).toEqual({ problem });
  });
});

describe('snap', () => {
  it.each([
    [21, 20],
    [23, 25],
    [-4, 5],
    [99, 60],
  ])('moves %f to %f', (value, step) => {
    expect(snap(fast, value)).toBe(step);
  });

  it('leaves no rounding noise behind the point', () => {
    expect(snap(width, 0.5 + 7 * 0.1)).toBe(1.2);
  });
});

describe('stepFrom', () => {
  it('steps from where the value is and stays in the range', () => {
    expect(stepFrom(fast, 7, 1)).toBe(12);
    expect(stepFrom(fast, 20, -10)).toBe(5);
    expect(stepFrom(fast, 20, 10)).toBe(60);
    expect(stepFrom(width, 1.1, 1)).toBe(1.2);
  });
});

it('counts the places of a slider', () => {
  expect(stepCount(fast)).toBe(12);
  expect(stepCount(width)).toBe(26);
});

it('writes values without noise', () => {
  expect(parameterText(0.1 + 0.2)).toBe('0.3');
  expect(parameterText(20)).toBe('20');
});
