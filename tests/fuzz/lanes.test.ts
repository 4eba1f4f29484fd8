import { expect, it } from 'vitest';
import type { Bars } from '../../src/core/bars';
import { simulate } from '../../src/engine/simulate';
import { runLane } from '../../src/engine/lane/lane';
import { laneForeignSetting } from '../../src/engine/lane/lane-limits';
import { compile } from '../../src/script/compile';
import { ColumnStore, planRules, planStrategy } from '../../src/script/evaluate';
import { laneRefusal } from '../../src/script/lane-plan';
import { drawBars } from '../support/random-bars';
import { ALIASES, randomProgram } from '../support/random-program';
import { RandomSource } from '../support/random-source';
import { scriptOf } from '../support/script-program';

const DAY = 86_400_000;
const PROGRAMS = 1_000;
const ROWS = 120;

const walk = (seed: number): Bars =>
  drawBars(new RandomSource(seed), { rows: ROWS, tick: 0, damage: 0.02, hasActions: false, gap: 0.02 });

const OWN = walk(1);
const references = Object.fromEntries(
  ALIASES.map((name, k) => [name, { bars: walk(k + 2), intervalMs: DAY }]),
);
const columns = new ColumnStore(OWN, { intervalMs: DAY, references });

it('generated programs come out of a lane as out of the engine, to the bit, or are refused by name', () => {
  const reasons = new Map<string, number>();
  let [taken, beyond, trades] = [0, 0, 0];
  for (let seed = 1; taken < PROGRAMS; seed++) {
    const source = scriptOf(randomProgram(seed, { lines: 5, depth: 2 }));
    const plan = compile(source).plan!;
    expect(laneForeignSetting(plan.settings)).toBeNull();
    const reason = laneRefusal(plan);
    if (reason !== null) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      continue;
    }
    taken += 1;
    const rules = planRules(plan, {}, columns);
    rules.reset();
    const lane = runLane(OWN, plan.settings, rules);
    if (!lane) {
      beyond += 1;
      continue;
    }
    const whole = simulate({ bars: OWN, settings: plan.settings, strategy: planStrategy(plan, {}, columns) });
    expect(lane.equity, `seed ${seed}\n${source}`).toEqual(whole.series.equity);
    expect(lane.trades, `seed ${seed}\n${source}`).toBe(
      whole.trades.filter(({ exitTime }) => !Number.isNaN(exitTime)).length,
    );
    trades += lane.trades;
  }
  expect(trades).toBeGreaterThan(PROGRAMS);
  expect(beyond).toBeLessThan(PROGRAMS / 10);
  expect([...reasons.keys()].toSorted()).toEqual([
    "an order has the option 'fraction'",
    "an order has the option 'limit'",
    "an order has the option 'timeInForce'",
    "an order has the option 'trigger'",
    "the statement 'order' is the exact engine's alone",
    "the statement 'rebalance' is the exact engine's alone",
  ]);
}, 600_000);
