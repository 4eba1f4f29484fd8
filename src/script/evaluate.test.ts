import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import { barAt, sliceBars } from '../core/bars';
import type { OrderRequest } from '../core/order';
import type { AccountView } from '../core/strategy';
import { BUILT_IN } from '../strategies/built-in';
import { compile } from './compile';
import { ColumnStore, planSeries, planStrategy, resolveParameters } from './evaluate';
import type { Plan } from './plan';

const FLAT: AccountView = {
  equity: 1000,
  cash: 1000,
  positionSize: 0,
  entryPrice: NaN,
  barsHeld: NaN,
  markets: [],
};

const planOf = (source: string): Plan => {
  const { plan, diagnostics } = compile(source);
  expect(diagnostics.filter((diagnostic) => diagnostic.severity === 'error')).toEqual([]);
  return plan!;
};

const script = (body: string): string => `strategy('Test', { fee: percent(0) })\n${body}`;

function barsOf(close: readonly number[]): Bars {
  const column = Float64Array.from(close);
  return {
    time: column.map((_, i) => i * 86_400_000),
    open: column.map((x, i) => (i === 0 ? x : close[i - 1]!)),
    high: column.map((x) => x * 1.01),
    low: column.map((x) => x * 0.99),
    close: column,
    volume: column.map((_, i) => 1000 + (i % 7)),
    extra: {},
  };
}

/** A walk that swings, so that averages cross often. */
function walk(length: number): number[] {
  const close: number[] = [];
  let seed = 1;
  let price = 100;
  for (let i = 0; i < length; i++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    price *= 1 + (seed / 2_147_483_648 - 0.5) / 20;
    close.push(price);
  }
  return close;
}

/** Orders of each bar. */
function ordersOf(
  plan: Plan,
  bars: Bars,
  account: (row: number) => AccountView = () => FLAT,
): (readonly OrderRequest[])[] {
  const strategy = planStrategy(plan, {}, new ColumnStore(bars));
  strategy.onStart?.();
  return Array.from(bars.close, (_, row) => strategy.onBar(barAt(bars, row), row, account(row)));
}

describe('planStrategy', () => {
  it('enters where the fast average crosses above the slow one, with the bracket of that bar', () => {
    const bars = barsOf([10, 9, 8, 7, 8, 10, 12, 11, 8, 6]);
    const plan = planOf(
      script(`if (crossover(sma(close, 2), sma(close, 3))) buy({ size: units(3), stop: close - 1, target: close * 2, tag: 'up' })
              if (crossunder(sma(close, 2), sma(close, 3))) exit()`),
    );
    const orders = ordersOf(plan, bars);
    expect(orders.map((requests) => requests.map(({ kind }) => kind).join())).toEqual([
      '',
      '',
      '',
      '',
      '',
      'enter',
      '',
      '',
      'exit',
      '',
    ]);
    expect(orders[5]).toEqual([
      {
        kind: 'enter',
        side: 'buy',
        sizing: { kind: 'units', units: 3 },
        stop: 9,
        target: 20,
        tag: 'up',
        reason: 'crossover(sma(close, 2), sma(close, 3))',
      },
    ]);
  });

  it('gives orders of one bar in order of the script', () => {
    const plan = planOf(
      script("exit()\nshort({ size: percentOfEquity(50) })\nif (close > 0) exit({ tag: 'last' })"),
    );
    const [first] = ordersOf(plan, barsOf([1]));
    expect(first?.map((request) => [request.kind, request.tag])).toEqual([
      ['exit', ''],
      ['enter', ''],
      ['exit', 'last'],
    ]);
  });

  it('runs else where the condition does not hold, also while it is unknown', () => {
    const plan = planOf(script("if (close > close[2]) exit({ tag: 'yes' }) else exit({ tag: 'no' })"));
    expect(ordersOf(plan, barsOf([1, 2, 3, 2])).map(([request]) => request?.tag)).toEqual([
      'no',
      'no',
      'yes',
      'no',
    ]);
  });

  it('reads the account of the bar and of earlier bars', () => {
    const plan = planOf(script('if (position.size > 0 && equity > equity[1]) exit()'));
    const equity = [10, 11, 10, 12];
    const account = (row: number): AccountView => ({ ...FLAT, equity: equity[row]!, positionSize: row });
    expect(ordersOf(plan, barsOf([1, 1, 1, 1]), account).map((requests) => requests.length)).toEqual([
      0, 1, 0, 1,
    ]);
  });

  it('forgets an earlier run when it starts again', () => {
    const bars = barsOf([1, 1]);
    const strategy = planStrategy(
      planOf(script('if (crossover(equity, 5)) exit()')),
      {},
      new ColumnStore(bars),
    );
    const ordersOn = (row: number, equity: number): number =>
      strategy.onBar(barAt(bars, row), row, { ...FLAT, equity }).length;
    strategy.onStart?.();
    expect([ordersOn(0, 4), ordersOn(1, 6)]).toEqual([0, 1]);
    strategy.onStart?.();
    expect([ordersOn(0, 6), ordersOn(1, 6)]).toEqual([0, 0]);
  });

  it('gives one shared empty list where nothing happens', () => {
    const orders = ordersOf(planOf(script('if (close < 0) exit()')), barsOf([1, 2]));
    expect(orders[0]).toBe(orders[1]);
  });

  const onAnyBars = BUILT_IN.filter(({ needs }) => needs === 'bars');
  it.each(onAnyBars)('never looks ahead: $id orders the same on a prefix of the bars', ({ source }) => {
    const plan = planOf(source);
    const bars = barsOf(walk(900));
    const account = (row: number): AccountView => ({
      ...FLAT,
      positionSize: row % 3 === 0 ? 0 : 5,
      barsHeld: row % 17,
    });
    const whole = ordersOf(plan, bars, account);
    expect(whole.some((orders) => orders.length > 0)).toBe(true);
    for (const length of [1, 57, 300, 611]) {
      expect(ordersOf(plan, sliceBars(bars, 0, length), account)).toEqual(whole.slice(0, length));
    }
  });
});

describe('resolveParameters', () => {
  const plan = planOf(script("plot(sma(close, param('fast', 20, { min: 5, max: 60 })))"));

  it('takes defaults, and values beyond the slider', () => {
    expect(resolveParameters(plan, {}).get('fast')).toBe(20);
    expect(resolveParameters(plan, { fast: 400 }).get('fast')).toBe(400);
  });

  it('refuses unknown names and values that are not finite', () => {
    expect(() => resolveParameters(plan, { slow: 1 })).toThrow(
      expect.objectContaining({ code: 'parameter_unknown' }),
    );
    expect(() => resolveParameters(plan, { fast: NaN })).toThrow(
      expect.objectContaining({ code: 'parameter_out_of_range' }),
    );
  });

  it('leaves it to the indicator to refuse what it cannot compute', () => {
    const run = (): unknown => planSeries(plan, { fast: 2.5 }, new ColumnStore(barsOf([1, 2, 3])));
    expect(run).toThrow(expect.objectContaining({ code: 'parameter_out_of_range' }));
  });
});

describe('planSeries', () => {
  it('gives plots and lenses with their place in the text', () => {
    const source = script(
      "const quick = sma(close, param('n', 2, { min: 2, max: 9 }))\nif (close > quick) exit()\nplot(quick, 'Quick')",
    );
    const bars = barsOf([1, 2, 4]);
    const { plots, lenses } = planSeries(planOf(source), {}, new ColumnStore(bars));
    expect(plots).toMatchObject([{ name: 'Quick', pane: 'price', kind: 'number', line: 4, params: ['n'] }]);
    expect(plots[0]?.values).toMatchColumn([null, 1.5, 3]);
    expect(lenses.map(({ name, kind }) => [name, kind])).toEqual([
      ['quick', 'number'],
      ['close > quick', 'bool'],
    ]);
    expect(lenses[1]?.values).toMatchColumn([0, 1, 1]);
    expect(source.slice(lenses[0]!.from, lenses[0]!.to)).toBe('quick');
  });

  it('gives copies, so that they can be transferred', () => {
    const bars = barsOf([1, 2, 3]);
    const { plots } = planSeries(planOf(script('plot(close)\nplot(5)')), {}, new ColumnStore(bars));
    plots[0]?.values.fill(0);
    expect(bars.close).toMatchColumn([1, 2, 3]);
    expect(plots[1]?.values).toMatchColumn([5, 5, 5]);
  });
});

describe('ColumnStore', () => {
  const plan = planOf(
    script(
      "const k = param('k', 2, { min: 1, max: 9 })\nplot(sma(close, k))\nplot(close - atr(2))\nplot(close * k)",
    ),
  );

  it('shares indicators and fixed columns between parameter sets, and keeps nothing else', () => {
    const bars = barsOf(walk(10));
    const store = new ColumnStore(bars);
    planSeries(plan, { k: 3 }, store);
    const once = store.bytes;
    expect(once).toBe(3 * 80);
    planSeries(plan, { k: 3 }, store);
    expect(store.bytes).toBe(once);
    planSeries(plan, { k: 4 }, store);
    expect(store.bytes).toBe(once + 80);
  });

  it('drops the least recently used beyond its capacity, and results stay the same', () => {
    const bars = barsOf(walk(10));
    const small = new ColumnStore(bars, { capacity: 100 });
    for (const k of [3, 4, 3, 5]) {
      const wanted = planSeries(plan, { k }, new ColumnStore(bars));
      expect(planSeries(plan, { k }, small)).toEqual(wanted);
      expect(small.bytes).toBeLessThanOrEqual(100);
    }
  });
});
