import { describe, expect, it } from 'vitest';
import { freeName, nameAfter } from './script-name';

describe('freeName', () => {
  it.each([
    [[], 'Cross'],
    [['Cross'], 'Cross 2'],
    [['Cross', 'Cross 2', 'Cross 4'], 'Cross 3'],
    [['Cross 2'], 'Cross'],
  ])('beside %j is %s', (taken, name) => {
    expect(freeName('Cross', taken)).toBe(name);
  });
});

describe('nameAfter', () => {
  it.each([
    ['Cross', 'Other', 'Other'],
    ['Cross 2', 'Cross', 'Cross 2'],
    ['Cross two', 'Cross', 'Cross'],
    ['Cross', '', 'Cross'],
    ['Cross', undefined, 'Cross'],
    ['Cross', 'a\u202eb', 'a\u27e8U+202E\u27e9b'],
  ])('of %s with the text %j is %s', (own, text, name) => {
    expect(nameAfter(own, text)).toBe(name);
  });
});
