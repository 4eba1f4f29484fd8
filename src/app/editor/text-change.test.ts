import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChange } from './text-change';

const apply = (text: string, change: ReturnType<typeof textChange>): string =>
  change ? text.slice(0, change.from) + change.insert + text.slice(change.to) : text;

describe('textChange', () => {
  it('is null for equal texts', () => {
    expect(textChange('sma(close, 20)', 'sma(close, 20)')).toBeNull();
  });

  it('replaces only what differs', () => {
    expect(textChange("param('fast', 20)", "param('fast', 25)")).toEqual({ from: 15, to: 16, insert: '5' });
  });

  it('finds an insertion within a run of equal characters', () => {
    const change = textChange('aa', 'aaa');
    expect(change).toEqual({ from: 2, to: 2, insert: 'a' });
  });

  it('turns any text into any other and cuts no surrogate pair', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', '中'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = textChange(before, after);
        expect(apply(before, change)).toBe(after);
        expect((change?.insert ?? '').isWellFormed()).toBe(true);
        expect(before.slice(0, change?.from ?? 0).isWellFormed()).toBe(true);
        expect(before.slice(change?.to ?? 0).isWellFormed()).toBe(true);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
