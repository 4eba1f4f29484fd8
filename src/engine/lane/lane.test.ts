import { describe, expect, it } from 'vitest';
import { drawLaneSettings } from '../../../tests/support/lane-settings';
import { drawBars } from '../../../tests/support/random-bars';
import { RandomSource } from '../../../tests/support/random-source';
import type { Bars } from '../../core/bars';
import type { EnterRequest, OrderRequest } from '../../core/order';
import type { RunSettings } from '../../core/settings';
import type { AccountView, Strategy } from '../../core/strategy';
import { simulate } from '../simulate';
import { laneForeignSetting } from './lane-limits';
import { runLane, type LaneProgram } from './lane';

const RUNS = 1000;
const ROWS = 120;

interface Case {
  readonly bars: Bars;
  readonly settings: RunSettings;
  readonly program: LaneProgram;
}

/** Requests of each row, drawn in advance; some ask on every row, some look at the account. */
function drawCase(seed: number): Case {
  const random = new RandomSource(seed);
  const tickSize = random.pick([0, 0, 0.5, 0.01]);
  const damage = random.pick([0, 0, 0.05]);
  const bars = drawBars(random, { rows: ROWS, tick: tickSize, damage, hasActions: false, gap: 0.02 });
  const settings = drawLaneSettings(random, tickSize);
  const rate = random.pick([0.05, 0.3, 1]);
  const asked = Array.from({ length: ROWS }, (_, row) => drawRequests(random, bars, row, rate));
  const acts = Uint8Array.from(asked, (requests) => +(requests.length > 0));
  const isSubject = random.chance(0.3);
  let account: AccountView | null = null;
  const isLate = (): boolean =>
    isSubject && account !== null && account.positionSize !== 0 && account.barsHeld >= 7;
  const orders = [0, 1, 2].map((k) => ({
    kind: 'any',
    acts: (row: number) => !isLate() && k < asked[row]!.length,
    request: (row: number) => asked[row]![k]!,
  }));
  const leave = { kind: 'exit', acts: isLate, request: (): OrderRequest => ({ kind: 'exit' }) };
  const begin = (_: number, view: AccountView): void => void (account = view);
  return { bars, settings, program: { acts: isSubject ? null : acts, orders: [...orders, leave], begin } };
}

function drawRequests(random: RandomSource, bars: Bars, row: number, rate: number): OrderRequest[] {
  const asked: OrderRequest[] = [];
  while (random.chance(rate) && asked.length < 3) asked.push(drawRequest(random, bars.close[row]!));
  return asked;
}

function drawRequest(random: RandomSource, close: number): OrderRequest {
  if (random.chance(0.35))
    return {
      kind: 'exit',
      ...random.some(0.4, () => ({ position: random.pick(['long', 'short'] as const) })),
    };
  const side = random.pick(['buy', 'buy', 'sell'] as const);
  const sign = side === 'buy' ? 1 : -1;
  const away = (from: number, to: number): number => close * (1 + random.between(from, to));
  const sizing: EnterRequest['sizing'] = random.pick([
    { kind: 'percent_of_equity', percent: random.between(1, 105) },
    { kind: 'units', units: random.pick([1, 7, 0.35, 300, 0, -4, NaN]) },
    { kind: 'cash', amount: random.between(10, 120_000) },
    { kind: 'risk_percent', percent: random.between(0.1, 3) },
  ]);
  return {
    kind: 'enter',
    side,
    sizing,
    ...random.some(0.6, () => ({ stop: away(-0.1 * sign, 0.005 * sign) })),
    ...random.some(0.4, () => ({ target: away(-0.005 * sign, 0.1 * sign) })),
    ...random.some(0.05, () => ({ stop: random.pick([0, -1, Infinity]) })),
    ...random.some(0.4, () => ({
      trailing: random.pick([
        { kind: 'percent' as const, distance: random.between(0.1, 8) },
        { kind: 'amount' as const, distance: random.pick([close * 0.03, 0, NaN]) },
      ]),
    })),
  };
}

const strategyOf = ({ begin, orders }: LaneProgram): Strategy => ({
  name: 'asked',
  onBar(_, row, account) {
    begin(row, account);
    return orders.filter(({ acts }) => acts(row)).map(({ request }) => request(row));
  },
});

describe('a lane', () => {
  it('has the account and the trades of the engine, to the bit, or says that it cannot know them', () => {
    let beyond = 0;
    let trades = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const { bars, settings, program } = drawCase(seed);
      expect(laneForeignSetting(settings)).toBeNull();
      const lane = runLane(bars, settings, program);
      if (!lane) {
        beyond += 1;
        continue;
      }
      const whole = simulate({ bars, settings, strategy: strategyOf(program) });
      expect(lane.equity, `seed ${seed}`).toEqual(whole.series.equity);
      const closed = whole.trades.filter(({ exitTime }) => !Number.isNaN(exitTime)).length;
      expect(lane.trades, `seed ${seed}`).toBe(closed);
      trades += closed;
    }
    expect(trades).toBeGreaterThan(4000);
    expect(beyond).toBeLessThan(RUNS / 10);
  });
});
