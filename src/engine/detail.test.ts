import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import type { EnterRequest, OrderRequest } from '../core/order';
import { DEFAULT_SETTINGS, type RunSettings } from '../core/run';
import type { Strategy } from '../core/strategy';
import { simulatePortfolio } from './simulate';

type Row = readonly [open: number, high: number, low: number, close: number];

const DAY_MS = 86_400_000;
const START = Date.UTC(2020, 0, 6);
const FLAT: Row = [100, 101, 99, 100];

/** Bars of some rows, `each` of them a day. */
function barsOf(rows: readonly Row[], each = 1, firstDay = 0): Bars {
  const column = (k: number) => Float64Array.from(rows, (row) => row[k]!);
  return {
    time: Float64Array.from(rows, (_, i) => START + (firstDay + i / each) * DAY_MS),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: column(0),
    extra: {},
  };
}

const bracket: EnterRequest = {
  kind: 'enter',
  side: 'buy',
  sizing: { kind: 'units', units: 10 },
  stop: 95,
  target: 110,
};

function run(bars: Bars, detail: Bars | null, strategy: Strategy, settings: Partial<RunSettings> = {}) {
  return simulatePortfolio({
    markets: [{ name: '', bars, ...(detail ? { detail } : {}) }],
    strategy,
    settings: { ...DEFAULT_SETTINGS, intrabar: 'detail', ...settings },
  });
}

const atFirst = (...requests: OrderRequest[]): Strategy => ({
  name: 'scripted',
  onBar: (_, i) => (i === 0 ? requests : []),
});

describe('bars of a shorter interval', () => {
  const wide: Row = [100, 112, 94, 101];
  const bars = barsOf([FLAT, FLAT, wide]);
  const exitOf = (detail: Bars | null) => run(bars, detail, atFirst(bracket)).trades[0]!;

  it('say what came first', () => {
    const up = barsOf(
      [
        [100, 112, 99, 108],
        [108, 109, 94, 101],
      ],
      2,
      2,
    );
    expect(exitOf(up)).toMatchObject({ exitPrice: 110, exitKind: 'filled_at_target', ambiguous: false });
    const down = barsOf(
      [
        [100, 105, 94, 104],
        [104, 112, 100, 101],
      ],
      2,
      2,
    );
    expect(exitOf(down)).toMatchObject({ exitPrice: 95, exitKind: 'filled_at_stop', ambiguous: false });
  });

  it('leave a doubt where one of them holds both levels', () => {
    const both = barsOf(
      [
        [100, 101, 99, 101],
        [101, 112, 94, 101],
      ],
      2,
      2,
    );
    expect(exitOf(both)).toMatchObject({ exitPrice: 95, ambiguous: true });
  });

  it('fill at the price behind a jump between two of them', () => {
    const jump = barsOf(
      [
        [100, 104, 97, 98],
        [94, 112, 94, 101],
      ],
      2,
      2,
    );
    expect(exitOf(jump)).toMatchObject({ exitPrice: 94 });
  });

  it('leave bars that have none to their range, stop first', () => {
    const elsewhere = barsOf([FLAT, FLAT], 2, 1);
    for (const detail of [elsewhere, null]) {
      expect(exitOf(detail)).toMatchObject({ exitPrice: 95, exitKind: 'filled_at_stop', ambiguous: true });
    }
  });

  it('are not walked where one has no price', () => {
    const broken = barsOf(
      [
        [100, 112, 99, 108],
        [NaN, 109, 94, 101],
      ],
      2,
      2,
    );
    expect(exitOf(broken)).toMatchObject({ exitPrice: 95, ambiguous: true });
  });
});

/** A bar as three that go from its open to the nearer extreme, to the other one, and to its close. */
function along([open, high, low, close]: Row): readonly Row[] {
  const [near, far] = open - low < high - open ? [low, high] : [high, low];
  const leg = (from: number, to: number): Row => [from, Math.max(from, to), Math.min(from, to), to];
  return [leg(open, near), leg(near, far), leg(far, close)];
}

const percent = fc.double({ min: -0.08, max: 0.08, noNaN: true });
const row = fc.tuple(percent, percent, percent, percent);
const walk = fc.array(row, { minLength: 5, maxLength: 60 }).map((moves) => {
  let last = 100;
  return moves.map(([gap, move, above, below]): Row => {
    const open = last * (1 + gap / 4);
    const close = open * (1 + move);
    last = close;
    return [
      open,
      Math.max(open, close) * (1 + Math.abs(above)),
      Math.min(open, close) * (1 - Math.abs(below)),
      close,
    ];
  });
});

/** Enters whenever it is flat, in one of several ways by turns. */
function restless(): Strategy {
  return {
    name: 'restless',
    onBar({ close }, i, { positionSize, markets: [market] }) {
      if (positionSize !== 0 || market!.waiting > 0) return [];
      const side = i % 2 === 0 ? 'buy' : 'sell';
      const sign = side === 'buy' ? 1 : -1;
      const sizing = { kind: 'units', units: 10 } as const;
      const stop = close * (1 - sign * 0.04);
      const target = close * (1 + sign * 0.04);
      const ways: readonly Partial<EnterRequest>[] = [
        { stop, target },
        { limit: close * (1 - sign * 0.01), stop, target },
        { trigger: close * (1 + sign * 0.01), stop },
        { trailing: { kind: 'percent', distance: 3 } },
      ];
      return [{ kind: 'enter', side, sizing, ...ways[i % ways.length] }];
    },
  };
}

it('walked along the path of their bar do what the policy path does', () => {
  fc.assert(
    fc.property(walk, (rows) => {
      const bars = barsOf(rows);
      const legs = barsOf(rows.flatMap(along), 3);
      const detailed = run(bars, legs, restless());
      const path = run(bars, null, restless(), { intrabar: 'path' });
      const told = ({ bar, side, price }: (typeof path.fills)[number]) => ({ bar, side, price });
      expect(detailed.fills.map(told)).toEqual(path.fills.map(told));
    }),
    { seed: 4, numRuns: 300 },
  );
});
