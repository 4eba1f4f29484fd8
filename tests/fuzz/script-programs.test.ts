import { describe, expect, it } from 'vitest';
import { barAt, sliceBars, type Bars } from '../../src/core/bars';
import type { OrderRequest } from '../../src/core/order';
import type { AccountView, Strategy } from '../../src/core/strategy';
import { compile } from '../../src/script/compile';
import { planCost } from '../../src/script/cost';
import type { Annotation } from '../../src/script/annotations';
import { AccountRecord, ColumnStore, planSeries, planStrategy } from '../../src/script/evaluate';
import { format } from '../../src/script/format';
import { SCRIPT_LIMITS } from '../../src/script/limits';
import type { Plan } from '../../src/script/plan';
import { drawBars } from '../support/random-bars';
import { ALIASES, randomProgram } from '../support/random-program';
import { RandomSource } from '../support/random-source';
import type { Table } from '../support/interpreter-values';
import { Interpreter, type Told } from '../support/script-interpreter';
import { scriptOf } from '../support/script-program';

const DAY = 86_400_000;
const COMPILED = 100_000;
const EVALUATED = 2_000;
const ROWS = 50;

const walk = (rows: number, seed: number): Bars =>
  drawBars(new RandomSource(seed), { rows, tick: 0, damage: 0, hasActions: false, gap: 0.02 });

const tableOf = (bars: Bars): Table => ({
  bars,
  closes: [...bars.time].map((time, i) => Math.min(time + DAY, bars.time[i + 1] ?? Infinity)),
});

const OWN = walk(ROWS, 1);
const OTHERS: Readonly<Record<string, Bars>> = Object.fromEntries(
  ALIASES.map((name, k) => {
    // C begins later and ends earlier.
    const bars = walk(ROWS, k + 2);
    return [name, k === 0 ? bars : sliceBars(bars, 5, ROWS - 5)];
  }),
);
const ACCOUNTS: readonly AccountView[] = Array.from({ length: ROWS }, (_, i) => ({
  equity: 1000 + ((i * 37) % 90),
  cash: 500 - ((i * 11) % 70),
  positionSize: (i % 5) - 2,
  entryPrice: i % 4 === 0 ? NaN : 100 + (i % 9),
  barsHeld: i % 4 === 0 ? NaN : i % 6,
  markets: [],
}));
const WORLD = {
  own: tableOf(OWN),
  others: Object.fromEntries(Object.entries(OTHERS).map(([name, bars]) => [name, tableOf(bars)])),
  accounts: ACCOUNTS,
};

/** The first rows of all datasets, by time. */
function storeOf(rows: number): ColumnStore {
  const until = OWN.time[rows] ?? Infinity;
  const known = (bars: Bars): Bars => sliceBars(bars, 0, bars.time.filter((time) => time < until).length);
  const timed = (bars: Bars) => ({ bars: known(bars), intervalMs: DAY });
  const references = Object.fromEntries(Object.entries(OTHERS).map(([name, bars]) => [name, timed(bars)]));
  return new ColumnStore(known(OWN), { intervalMs: DAY, references });
}

interface Evaluated {
  readonly orders: readonly (readonly OrderRequest[])[];
  readonly plots: readonly Float64Array[];
  readonly lenses: readonly Float64Array[];
  readonly told: readonly Annotation[];
}

/** What a compiled program does on the first rows. With a break it is saved there, and another goes on. */
function evaluated(plan: Plan, rows = ROWS, breakAt = ROWS): Evaluated {
  const store = storeOf(rows);
  const record = new AccountRecord(plan);
  let strategy = planStrategy(plan, {}, store, { record });
  strategy.onStart?.();
  const orders = Array.from({ length: rows }, (_, row) => {
    if (row === breakAt) {
      const saved = structuredClone(strategy.save?.());
      strategy = planStrategy(plan, {}, store);
      strategy.onStart?.();
      strategy.restore?.(saved);
    }
    return asked(strategy, row);
  });
  const { plots, lenses, annotations } = planSeries(plan, {}, store, record);
  const values = (series: readonly { readonly values: Float64Array }[]) => series.map((one) => one.values);
  return { orders, plots: values(plots), lenses: values(lenses), told: annotations };
}

const asked = (strategy: Strategy, row: number): readonly OrderRequest[] =>
  strategy.onBar(barAt(OWN, row), row, ACCOUNTS[row]!);

function orderOf(request: OrderRequest): Told['orders'][number] {
  const numbers: Record<string, number> = {};
  const own = request as unknown as Record<string, unknown>;
  for (const name of ['stop', 'target', 'limit', 'trigger', 'fraction', 'weight'])
    if (typeof own[name] === 'number') numbers[name] = own[name];
  switch (request.kind) {
    case 'enter': {
      const { kind, ...size } = request.sizing;
      numbers[kind] = Number(Object.values(size)[0]);
      return { kind: `enter ${request.side}`, numbers };
    }
    case 'order':
      return { kind: `order ${request.side}`, numbers: { ...numbers, units: request.units } };
    default:
      return { kind: request.kind, numbers };
  }
}

const SIZES: Readonly<Record<string, string>> = { percentOfEquity: 'percent_of_equity' };

/** The interpreter's orders with the names of the engine. */
const named = ({ orders }: Told): Told['orders'] =>
  orders.map(({ kind, numbers }) => ({
    kind,
    numbers: {
      ...(kind.startsWith('enter') ? { stop: NaN, target: NaN } : {}),
      ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [SIZES[name] ?? name, value])),
    },
  }));

/** Rows that a program colours, and messages that it writes, in any order. */
const shown = (told: readonly Annotation[]): readonly string[] =>
  told
    .flatMap((one) => {
      if (one.kind === 'background')
        return Array.from({ length: one.to - one.from + 1 }, (_, k) => `colour ${one.from + k}`);
      return one.kind === 'log' ? [`${one.text} ${one.row}`] : [];
    })
    .toSorted();

const wordsOf = (value: number): string =>
  Number.isNaN(value) ? 'n/a' : String(Number(value.toPrecision(8))).replace('-', '\u2212');

const wanted = (told: readonly Told[]): readonly string[] =>
  told
    .flatMap(({ backgrounds, logs }, row) => [
      ...backgrounds.flatMap((holds) => (holds ? [`colour ${row}`] : [])),
      ...logs.flatMap((value) => (value === null ? [] : [`seen ${wordsOf(value)} ${row}`])),
    ])
    .toSorted();

describe('random programs', () => {
  it(`${COMPILED} of them compile within the limits; formatting keeps them as they are`, () => {
    let nodes = 0;
    for (let seed = 1; seed <= COMPILED; seed++) {
      const source = scriptOf(randomProgram(seed, { lines: 2, depth: 2 }));
      const { plan, diagnostics } = compile(source);
      const error = diagnostics.find(({ severity }) => severity === 'error');
      if (!plan || error) throw new Error(`seed ${seed}: ${error?.message}\n${source}`);
      if (plan.nodes.length > SCRIPT_LIMITS.nodes) throw new Error(`seed ${seed}: too many nodes`);
      nodes += plan.nodes.length;
      if (seed % 10 > 0) continue;
      const once = format(source);
      if (format(once) !== once)
        throw new Error(`seed ${seed}: formatted twice it is another text\n${source}`);
      const again = compile(once).plan;
      if (again?.hash !== plan.hash || again.text !== plan.text)
        throw new Error(`seed ${seed}: formatting changes the plan\n${source}`);
    }
    expect(nodes).toBeGreaterThan(4 * COMPILED);
  }, 600_000);

  it('do as a plain interpreter does, as they do on a prefix, and as when they were saved midway, to the bit', () => {
    let [orders, drawn] = [0, 0];
    for (let seed = 1; seed <= EVALUATED; seed++) {
      const program = randomProgram(seed, { lines: 7, depth: 3 });
      const source = scriptOf(program);
      const plan = compile(source).plan!;
      const found = evaluated(plan);
      const told = new Interpreter(program, WORLD).run();
      const say = `seed ${seed}\n${source}`;
      expect(
        found.orders.map((placed) => placed.map(orderOf)),
        `${say}`,
      ).toStrictEqual(told.map(named));
      expect(
        [...OWN.time].map((_, row) => found.plots.map((values) => values[row])),
        `${say}`,
      ).toStrictEqual(told.map(({ plots }) => plots));
      expect(shown(found.told), `${say}`).toEqual(wanted(told));

      const cut = 1 + ((seed * 7) % (ROWS - 1));
      const part = evaluated(plan, cut);
      expect(part.orders, `${say}`).toStrictEqual(found.orders.slice(0, cut));
      for (const name of ['plots', 'lenses'] as const) {
        const whole = found[name].map((values) => values.slice(0, cut));
        expect(
          part[name].map((values) => values.slice(0, cut)),
          `${say}`,
        ).toStrictEqual(whole);
      }
      expect(evaluated(plan, ROWS, cut).orders, `${say}`).toStrictEqual(found.orders);
      orders += found.orders.flat().length;
      drawn += found.plots.length + found.lenses.length;
    }
    expect(orders).toBeGreaterThan(EVALUATED * ROWS);
    expect(drawn).toBeGreaterThan(EVALUATED);
  }, 600_000);
});

describe('hostile programs', () => {
  const HEAD = "strategy('H', { fee: percent(0) })\n";
  const lines = (count: number, line: (i: number) => string): string =>
    HEAD + Array.from({ length: count }, (_, i) => line(i)).join('\n');
  const tower = (height: number, call: (i: number) => string): string =>
    `${lines(height, (i) => `function f${i + 1}(x) { return ${call(i)} }`)}\nfunction f0(x) { return x }\nplot(f${height}(close))`;

  it.each([
    ['a tower of calls that doubles', tower(31, (i) => `f${i}(x) + f${i}(x * 2)`), 'script_too_large'],
    ['a tower of calls that doubles the same', tower(31, (i) => `f${i}(x) + f${i}(x)`), 'script_too_large'],
    ['a deep tower of calls', tower(60, (i) => `f${i}(x) + 1`), 'script_too_deep'],
    [
      'a long chain of names',
      lines(1200, (i) => `let a${i} = ${i ? `a${i - 1}*a${i - 1}` : 'low'}`),
      'script_too_long',
    ],
    ['many states', lines(400, (i) => `let s${i} = state(0)\ns${i}++`), 'states_too_many'],
    [
      'states behind functions',
      `${HEAD}function f(x) { let s = state(0)\ns += x\nreturn s }\n${Array.from({ length: 300 }, (_, i) => `plot(f(low*${i}))`).join('\n')}`,
      'states_too_many',
    ],
    [
      'long histories of what the position decides',
      lines(101, (i) => `if ((cash * ${i + 2})[10000] > 0) exit()`),
      'history_too_much',
    ],
    [
      'long histories of states',
      lines(101, (i) => `let s${i} = state(0)\nplot(s${i}[10000])\ns${i}++`),
      'history_too_much',
    ],
    ['many timeframes', lines(60, (i) => `plot(timeframe('${i + 2}d', close))`), 'frames_too_many'],
    ['many datasets', lines(60, (i) => `plot(data('D${i}').close)`), 'frames_too_many'],
    ['deep brackets', `${HEAD}plot(${'('.repeat(500)}close${')'.repeat(500)})`, 'script_too_deep'],
    ['more text than fits', HEAD + 'exit()\n'.repeat(3000), 'script_too_long'],
  ])(
    '%s are refused by name',
    (_, source, code) => {
      const { plan, diagnostics } = compile(source);
      expect(plan).toBeNull();
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    },
    60_000,
  );

  it('as large as they may be they take what was said before, and no more', () => {
    const source = lines(600, (i) => `plot(sma(close, ${2 + (i % 50)}) + ${i})`.slice(0, 26));
    const { plan } = compile(source);
    const cost = planCost(plan!);
    const store = storeOf(ROWS);
    planSeries(plan!, {}, store);
    expect(store.bytes).toBe(ROWS * cost.bytesPerBar);
    const wide = { time: { length: 1e9 } } as unknown as Bars;
    expect(() => planSeries(plan!, {}, new ColumnStore(wide))).toThrow(
      expect.objectContaining({ code: 'script_too_costly' }),
    );
  });
});
