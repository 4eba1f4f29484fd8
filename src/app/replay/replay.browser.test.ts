import type { Annotation } from '../../script/annotations';
import { describe, expect, it, vi } from 'vitest';
import type { Bars } from '../../core/bars';
import type { RunResult } from '../../core/run';
import { DEFAULT_SETTINGS } from '../../core/run';
import { simulate } from '../../engine/simulate';
import { ReplayState } from '../state/replay.svelte';
import { followBar } from './follow-bar';
import { linesAt } from './replay-words';
import { replayScene } from './replay-scene';

const ROWS = 40;
const column = (at: (i: number) => number) => Float64Array.from({ length: ROWS }, (_, i) => at(i));
const bars: Bars = {
  time: column((i) => i * 86_400_000),
  open: column((i) => 100 + i),
  high: column((i) => 102 + i),
  low: column((i) => 98 + i),
  close: column((i) => 101 + i),
  volume: column(() => 1000),
  extra: {},
};

/** Buys at the close of bars 4 and 24, leaves at those of 14 and 34; a limit order waits from bar 6 on. */
const run = ((): RunResult => {
  const found = simulate({
    bars,
    strategy: {
      name: 'test',
      onBar: (_, i) => {
        if (i === 4 || i === 24)
          return [{ kind: 'enter', side: 'buy', sizing: { kind: 'units', units: 10 } }];
        if (i === 6) return [{ kind: 'order', side: 'buy', units: 5, limit: 50 }];
        return i === 14 || i === 34 ? [{ kind: 'exit' }] : [];
      },
    },
    settings: { ...DEFAULT_SETTINGS, pyramiding: 3 },
  });
  return { ...found, engine: 'test', hash: '' };
})();

const replayAt = (bar: number): ReplayState => {
  const replay = new ReplayState();
  replay.start(run, bar);
  return replay;
};

describe('a replay', () => {
  it('tells the account as it was at each bar', () => {
    const replay = replayAt(0);
    for (let bar = 0; bar < ROWS; bar++) {
      replay.goTo(bar);
      const held = (bar >= 5 && bar < 15) || (bar >= 25 && bar < 35) ? 10 : 0;
      expect(replay.account).toMatchObject({ units: held, equity: run.series.equity[bar] });
      const queued = [4, 14, 24, 34].includes(bar) ? 1 : 0;
      const resting = bar >= 6 && bar < ROWS - 1 ? 1 : 0;
      const types = replay.account?.waiting.map((order) => order.type) ?? [];
      expect(types.filter((type) => type === 'market')).toHaveLength(queued);
      expect(types.filter((type) => type === 'limit')).toHaveLength(resting);
    }
  });

  it('is the same backwards', () => {
    const forwards = replayAt(20);
    const backwards = replayAt(39);
    backwards.step(-19);
    expect(backwards.account).toEqual(forwards.account);
    expect(replayAt(-5).bar).toBe(0);
    expect(replayAt(500).bar).toBe(ROWS - 1);
  });

  it('finds the next fill and the next news of an order', () => {
    const replay = replayAt(0);
    replay.seek('orders');
    expect(replay.bar).toBe(4);
    replay.seek('fills');
    expect(replay.bar).toBe(5);
    expect(replay.account?.lines.map(({ text }) => text)).toEqual([
      'Order 1, buy 10, market: Filled at the open',
    ]);
    replay.seek('fills');
    expect(replay.bar).toBe(15);
  });

  it('plays bar by bar and pauses where it was told to', () => {
    vi.useFakeTimers();
    const replay = replayAt(0);
    replay.setSpeed(4);
    replay.stopAt = 'fills';
    replay.play();
    vi.advanceTimersByTime(1000);
    expect(replay.bar).toBe(4);
    vi.advanceTimersByTime(10_000);
    expect([replay.bar, replay.playing]).toEqual([5, false]);
    replay.stopAt = 'nothing';
    replay.setSpeed(64);
    replay.play();
    vi.advanceTimersByTime(10_000);
    expect([replay.bar, replay.playing]).toEqual([ROWS - 1, false]);
    replay.stop();
    expect([replay.bar, replay.account]).toEqual([null, null]);
    vi.useRealTimers();
  });
});

describe('the scene of a replay', () => {
  const { equity, drawdown } = run.series;
  const annotations: Annotation[] = [
    { kind: 'mark', line: 1, row: 10, time: 0, text: 'now', position: 'above' },
    { kind: 'mark', line: 1, row: 11, time: 0, text: 'later', position: 'above' },
    { kind: 'background', line: 2, from: 8, to: 14, tone: 'up' },
  ];
  const onBars = { plots: [], annotations, trades: run.trades, equity, drawdown, holding: bars.close };

  it('holds nothing of a later bar', () => {
    const scene = replayScene(bars, onBars, [], 10);
    expect(scene.bars.time).toHaveLength(11);
    expect([scene.equity, scene.drawdown, scene.holding].map((values) => values?.length)).toEqual([
      11, 11, 11,
    ]);
    expect(scene.annotations).toEqual([annotations[0], { ...annotations[2], to: 10 }]);
    expect(scene.trades).toHaveLength(1);
    expect(scene.trades[0]).toMatchObject({ entryBar: 5, exitBar: NaN, exitPrice: NaN });
    expect(replayScene(bars, onBars, [], 15).trades[0]).toMatchObject({ exitBar: 15 });
  });

  it('is all there is without a replay', () => {
    const scene = replayScene(bars, onBars, [], null);
    expect(scene.bars).toBe(bars);
    expect(scene.trades).toBe(run.trades);
  });

  it('keeps the bar on the chart', () => {
    expect(followBar({ from: 0, to: 100 }, 50)).toEqual({ from: 0, to: 100 });
    expect(followBar({ from: 0, to: 100 }, 99)).toEqual({ from: 8, to: 108 });
    expect(followBar({ from: 50, to: 150 }, 10)).toEqual({ from: -81, to: 19 });
  });
});

it('lines say what happened to orders on a bar', () => {
  expect(linesAt(run.orders, 6)).toEqual([
    { order: 2, text: 'Order 2, buy 5, limit at 50.00: Waiting for its price' },
  ]);
  expect(linesAt(run.orders, 7)).toEqual([]);
});
