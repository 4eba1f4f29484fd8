import { describe, expect, it } from 'vitest';
import type { SeriesValues } from '../../research/outcome';
import { drivesOf } from './drives';

const line = (name: string, params: string[], kind: 'number' | 'bool' = 'number'): SeriesValues => ({
  name,
  params,
  kind,
  pane: 'price',
  values: new Float64Array(),
  from: 0,
  to: 0,
  line: 1,
});

const quick = line('quick', ['fast']);
const steady = line('steady', ['slow']);
const crossed = line('crossover(quick, steady)', ['fast', 'slow'], 'bool');
const spread = line('spread', ['fast', 'slow']);

describe('drivesOf', () => {
  it('names the plotted lines and the colour of the first', () => {
    expect(drivesOf('slow', [quick, steady], [spread])).toEqual({ names: ['steady'], series: 2 });
  });

  it('falls back to named numbers that are not drawn, never to conditions', () => {
    expect(drivesOf('slow', [quick], [crossed, spread])).toEqual({ names: ['spread'], series: null });
  });

  it('drives nothing that the run knows of', () => {
    expect(drivesOf('width', [quick], [quick, crossed])).toEqual({ names: [], series: null });
  });
});
