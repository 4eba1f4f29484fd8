import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textChange, textChanges } from './text-change';

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

describe('textChanges', () => {
  it('changes white space place by place', () => {
    expect(textChanges('a=1\n\n\nplot( a )', 'a = 1\n\nplot(a)')).toEqual([
      { from: 1, to: 1, insert: ' ' },
      { from: 2, to: 2, insert: ' ' },
      { from: 3, to: 6, insert: '\n\n' },
      { from: 11, to: 12, insert: '' },
      { from: 13, to: 14, insert: '' },
    ]);
  });

  it('is one change where words differ, and none for equal texts', () => {
    expect(textChanges('a b c', 'a x c')).toEqual([{ from: 2, to: 3, insert: 'x' }]);
    expect(textChanges('a  b', 'a  b')).toEqual([]);
  });

  it('turns any text into any other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changed = textChanges(before, after).reduceRight(
          (whole, change) => apply(whole, change),
          before,
        );
        expect(changed).toBe(after);
      }),
      { seed: 2, numRuns: 500 },
    );
  });
});
