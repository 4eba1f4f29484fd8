import { describe, expect, it } from 'vitest';
import { histogram, markLabels, type HistogramMark } from './histogram';

describe('histogram', () => {
  it('counts every finite value once, in classes of a round width', () => {
    const values = [-0.11, -0.02, 0, 0.04, 0.05, 0.1, 0.51, 0.8, NaN];
    const { from, step, counts } = histogram(values, 20);
    expect(step).toBeCloseTo(0.05, 12);
    expect(from).toBeCloseTo(-0.15, 12);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(8);
    expect(counts[3]).toBe(2); // 0 and 0.04; 0.05 is on the edge and belongs to the next
  });

  it('survives equal values and none', () => {
    expect(histogram([0.3, 0.3], 20).counts).toEqual([2]);
    expect(histogram([], 20).counts).toEqual([]);
  });
});

describe('markLabels', () => {
  const marks: HistogramMark[] = [
    { name: 'best', value: 0.8, tone: 'best' },
    { name: 'yours', value: 0.26, tone: 'yours' },
    { name: 'index', value: 0.27, tone: 'index' },
    { name: 'by luck', value: 0.4, tone: 'luck' },
  ];
  const labels = markLabels(
    marks,
    (v) => v * 300,
    (m) => `${m.name} ${m.value}`,
    (text) => text.length * 6,
    300,
  );

  it('joins marks at nearly one place', () => {
    expect(labels.map((label) => label.text)).toEqual(['yours 0.26, index 0.27', 'by luck 0.4', 'best 0.8']);
  });

  it('puts labels that would touch on different rows', () => {
    for (const [k, a] of labels.entries()) {
      for (const b of labels.slice(k + 1)) {
        const apart = a.left + a.text.length * 6 <= b.left || b.left + b.text.length * 6 <= a.left;
        expect(apart || a.row !== b.row).toBe(true);
      }
    }
  });
});
