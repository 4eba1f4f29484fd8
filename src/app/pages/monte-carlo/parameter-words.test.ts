import { expect, it } from 'vitest';
import { parameterText, parameterWords } from './parameter-words';

it('writes the names of parameters as words', () => {
  expect(['meanBlock', 'drift', 'chanceOfStress'].map(parameterWords)).toEqual([
    'mean block',
    'drift',
    'chance of stress',
  ]);
});

it('writes values with five digits that count', () => {
  expect([5104, 5.765842, 0.000123456, -0.25].map(parameterText)).toEqual([
    '5,104',
    '5.7658',
    '0.00012346',
    '\u22120.25',
  ]);
});
