import { describe, expect, it } from 'vitest';
import { paretoLayout } from './pareto';

const across = Float64Array.of(1, 2, 3, NaN, 1.5);
const up = Float64Array.of(3, 2, 1, 9, 1);
const all = Uint32Array.of(0, 1, 2, 3, 4);

describe('the plane of two objectives', () => {
  const layout = paretoLayout(across, up, all, [0, 1, 2], 228, 128);

  it('has better to the right and above, the front from left to right', () => {
    expect(layout.front.map(({ index }) => index)).toEqual([0, 1, 2]);
    expect(layout.front.map(({ x, y }) => [x, y])).toEqual([
      [14, 14],
      [114, 64],
      [214, 114],
    ]);
  });

  it('draws each setting once, and none without a score', () => {
    expect(layout.cloud.map(({ index }) => index)).toEqual([4]);
  });

  it('has the front whole where the settings drawn are a sample', () => {
    const sample = paretoLayout(across, up, Uint32Array.of(4), [0, 1, 2], 228, 128);
    expect(sample.front).toHaveLength(3);
    expect(sample.cloud.map(({ index }) => index)).toEqual([4]);
  });
});
