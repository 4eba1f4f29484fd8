import { describe, expect, it } from 'vitest';
import type { SeriesValues } from '../../research/outcome';
import { DEFAULT_PANE_HEIGHTS } from './chart-props';
import { clampPaneHeight, paneAt, stackPanes } from './panes';

const line = (name: string, pane: 'price' | 'own'): SeriesValues => ({
  name,
  pane,
  kind: 'number',
  values: new Float64Array(3),
  from: 0,
  to: 1,
  line: 1,
  params: [],
});

describe('stackPanes', () => {
  it('gives the price what the others leave', () => {
    const panes = stackPanes(
      { plots: [], studies: [], equity: true, drawdown: true },
      DEFAULT_PANE_HEIGHTS,
      500,
    );
    expect(panes.map(({ key, top, height }) => [key, top, height])).toEqual([
      ['price', 0, 342],
      ['equity', 342, 92],
      ['drawdown', 434, 66],
    ]);
  });

  it('puts each own script line in a pane between price and equity', () => {
    const plots = [line('quick', 'price'), line('strength', 'own')];
    const panes = stackPanes(
      { plots, studies: [], equity: true, drawdown: false },
      DEFAULT_PANE_HEIGHTS,
      600,
    );
    expect(panes.map((pane) => pane.kind)).toEqual(['price', 'own', 'equity']);
    expect(panes[1]?.plotIndex).toBe(1);
  });

  it('shrinks the lower panes before the price disappears', () => {
    const panes = stackPanes(
      { plots: [], studies: [], equity: true, drawdown: true },
      { own: 92, equity: 300, drawdown: 300 },
      400,
    );
    expect(panes[0]?.height).toBeGreaterThanOrEqual(160);
    expect(panes.reduce((sum, pane) => sum + pane.height, 0)).toBe(400);
  });
});

it('finds the pane under a height', () => {
  const panes = stackPanes(
    { plots: [], studies: [], equity: true, drawdown: true },
    DEFAULT_PANE_HEIGHTS,
    500,
  );
  expect(paneAt(panes, 341)?.key).toBe('price');
  expect(paneAt(panes, 342)?.key).toBe('equity');
  expect(paneAt(panes, 500)).toBeNull();
});

it('keeps a dragged height to its bounds', () => {
  expect([10, 100.4, 999].map(clampPaneHeight)).toEqual([48, 100, 300]);
});
