import { describe, expect, it } from 'vitest';
import type { Bars } from '../../core/bars';
import type { Workspace } from '../state/workspace';
import { runOnBars } from './run-on-bars';

const columns = (rows: number): Bars => ({ time: new Float64Array(rows) }) as unknown as Bars;
const trade = (market: number, entryBar: number) => ({ market, entryBar });
const trades = [trade(0, 1), trade(1, 2), trade(0, 3), trade(1, 4)];

type Parts = Parameters<typeof runOnBars>[0];

const parts = (more: object): Parts =>
  ({ dataset: { id: 'a' }, shown: null, market: 0, answer: null, ...more }) as unknown as Parts;

const series = { equity: new Float64Array(5), drawdown: new Float64Array(5) };

describe('a run on one dataset', () => {
  const answer = {
    request: { dataset: 'a' },
    outcome: { result: { trades, series }, holding: { equity: new Float64Array(5) }, plots: [] },
  } as unknown as Workspace['answer'];

  it('is shown as it is', () => {
    const run = runOnBars(parts({ answer }), columns(5));
    expect(run?.trades).toBe(trades);
    expect(run?.places).toEqual([0, 1, 2, 3]);
  });

  it('is not drawn over other bars', () => {
    expect(runOnBars(parts({ answer }), columns(6))).toBeNull();
    expect(runOnBars(parts({ answer, dataset: { id: 'b' } }), columns(5))).toBeNull();
    expect(runOnBars(parts({}), columns(5))).toBeNull();
  });
});

describe('a run over several', () => {
  const answer = { portfolio: {}, outcome: { result: { trades, series } } } as unknown as Workspace['answer'];
  const shown = {
    plots: [],
    equity: new Float64Array(3),
    drawdown: new Float64Array(3),
    holding: new Float64Array(3),
  };

  it('has the trades of the instrument on the chart, under their numbers in the run', () => {
    const run = runOnBars(parts({ answer, shown, market: 1 }), columns(3));
    expect(run?.trades.map(({ entryBar, number }) => [entryBar, number])).toEqual([
      [2, 2],
      [4, 4],
    ]);
    expect(run?.places).toEqual([1, 3]);
    expect(run?.equity).toBe(shown.equity);
  });

  it('is not drawn while the chart shows other bars', () => {
    expect(runOnBars(parts({ answer, shown, market: 1 }), columns(4))).toBeNull();
    expect(runOnBars(parts({ answer, shown, market: -1 }), columns(3))).toBeNull();
    expect(runOnBars(parts({ answer, market: 1 }), columns(3))).toBeNull();
  });
});
