import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import type { OrderRequest } from '../core/order';
import { DEFAULT_SETTINGS } from '../core/run';
import { SETTING_NAMES, SETTINGS } from '../core/settings';
import { simulate } from '../engine/simulate';
import { FIRST_VISIT } from '../strategies/first-visit';
import { compile } from './compile';
import { ColumnStore, planStrategy } from './evaluate';
import { explain } from './explain';
import { format } from './format';
import type { Plan } from './plan';

const script = (body: string, options = 'fee: percent(0)'): string =>
  `strategy('Test', { ${options} })\n${body}`;

const planOf = (source: string): Plan => {
  const { plan, diagnostics } = compile(source);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan!;
};

/** What is told of a text: code and the text that is marked. */
const told = (source: string): string[] =>
  compile(source).diagnostics.map(({ code, from, to }) => `${code} ${source.slice(from, to)}`);

/** Daily bars around the closes, opening at the close before. */
function barsOf(close: readonly number[]): Bars {
  const column = Float64Array.from(close);
  const open = column.map((x, i) => (i === 0 ? x : close[i - 1]!));
  return {
    time: column.map((_, i) => Date.UTC(2020, 0, 1 + i)),
    open,
    high: column.map((x, i) => Math.max(x, open[i]!) + 1),
    low: column.map((x, i) => Math.min(x, open[i]!) - 1),
    close: column,
    volume: column.map(() => 1000),
    extra: {},
  };
}

const FLAT = { equity: 1000, cash: 1000, positionSize: 0, entryPrice: NaN, barsHeld: NaN, markets: [] };

/** What the last of some bars asks for. */
function lastRequests(source: string, close: readonly number[] = [100, 102]): readonly OrderRequest[] {
  const bars = barsOf(close);
  const strategy = planStrategy(planOf(source), {}, new ColumnStore(bars));
  strategy.onStart?.();
  let requests: readonly OrderRequest[] = [];
  close.forEach((_, row) => {
    const bar = { time: 0, open: 0, high: 0, low: 0, close: 0, volume: 0 };
    requests = strategy.onBar(bar, row, FLAT);
  });
  return requests;
}

const run = (source: string, close: readonly number[]) => {
  const plan = planOf(source);
  const bars = barsOf(close);
  const strategy = planStrategy(plan, {}, new ColumnStore(bars));
  return simulate({ bars, strategy, settings: plan.settings });
};

describe('order statements', () => {
  it.each([
    [
      "buy({ size: cash(500), limit: close - 2, timeInForce: 'day', tag: 'a' })",
      {
        kind: 'enter',
        side: 'buy',
        sizing: { kind: 'cash', amount: 500 },
        limit: 100,
        timeInForce: 'day',
        tag: 'a',
      },
    ],
    [
      'short({ size: riskPercent(1), stop: close + 5, trailing: averageRanges(2, 14), trigger: low })',
      {
        kind: 'enter',
        side: 'sell',
        sizing: { kind: 'risk_percent', percent: 1 },
        stop: 107,
        trailing: { kind: 'atr', distance: 2, period: 14 },
        trigger: 99,
      },
    ],
    [
      "buy({ size: volatilityTarget(10, 20), touch: low, limit: low + 1, expires: '2030-01-31 16:00' })",
      {
        sizing: { kind: 'volatility_target', percent: 10, bars: 20 },
        touch: 99,
        limit: 100,
        timeInForce: 'gtd',
        expires: Date.UTC(2030, 0, 31, 16),
      },
    ],
    [
      'buy({ size: inverseVolatility(90, 60) })',
      { sizing: { kind: 'inverse_volatility', percent: 90, bars: 60 } },
    ],
    ['buy({ size: kelly(0.5, 10) })', { sizing: { kind: 'kelly', fraction: 0.5, start: 10 } }],
    [
      "buy({ size: equalWeight(), auction: 'CLOSE' })",
      { sizing: { kind: 'equal_weight' }, auction: 'close' },
    ],
    ['sell({ fraction: 0.5 })', { kind: 'exit', position: 'long', fraction: 0.5 }],
    [
      'cover({ trail: amount(2) })',
      { kind: 'exit', position: 'short', trail: { kind: 'amount', distance: 2 } },
    ],
    ['exit({ trail: percent(close / 51) })', { kind: 'exit', trail: { kind: 'percent', distance: 2 } }],
    [
      "order('sell', { size: units(3), limit: close, postOnly: true, reduceOnly: true, group: 'g' })",
      { kind: 'order', side: 'sell', units: 3, limit: 102, postOnly: true, reduceOnly: true, group: 'g' },
    ],
    ["rebalance(-0.5, { auction: 'open' })", { kind: 'target', weight: -0.5, auction: 'open' }],
    ["cancel({ tag: 'a' })", { kind: 'cancel', tag: 'a' }],
    ['cancel()', { kind: 'cancel' }],
  ] as const)('%s', (body, expected) => {
    expect(lastRequests(script(body))).toMatchObject([expected]);
  });

  it('leave out what is not said', () => {
    expect(lastRequests(script('exit()'))).toEqual([{ kind: 'exit', tag: '', reason: 'every bar' }]);
    expect(lastRequests(script('cancel()'))).toEqual([{ kind: 'cancel' }]);
    const switchedOff = 'buy({ size: units(1), limit: low, postOnly: false })';
    expect(lastRequests(script(switchedOff))[0]).not.toHaveProperty('postOnly');
  });

  it('never turn a price without a value into a market order', () => {
    const { orders, fills } = run(script('buy({ size: units(1), limit: sma(close, 3) })'), [10, 11]);
    expect(fills).toEqual([]);
    expect(orders.map(({ status, events }) => [status, events.at(-1)?.reason])).toEqual([
      ['rejected', 'price_invalid'],
    ]);
  });

  it('leave nothing by a fraction without a value', () => {
    const body =
      'if (position.size == 0) buy({ size: units(4) })\nif (position.size > 0) sell({ fraction: sma(close, 9) })';
    const { fills } = run(script(body), [10, 11, 12, 13]);
    expect(fills.map(({ side }) => side)).toEqual(['buy']);
  });

  it('fill as the engine has them: limit entry, half at a profit, the rest at a trailing stop', () => {
    const body = `if (position.size == 0) buy({ size: units(10), limit: 98, tag: 'dip' })
if (position.size == 10 && close > 105) sell({ fraction: 0.5, tag: 'half' })
if (position.size > 0) sell({ trail: amount(4), tag: 'trail' })`;
    const { fills } = run(script(body), [100, 99, 98, 104, 108, 110, 104, 103]);
    expect(fills.map(({ side, quantity, price, reason }) => [side, quantity, price, reason])).toEqual([
      ['buy', 10, 98, 'filled_at_limit'],
      ['sell', 5, 108, 'filled_at_open'],
      ['sell', 5, 107, 'filled_at_trail'],
    ]);
  });

  it('rebalance to a share of equity', () => {
    const { series } = run(script('rebalance(0.5)'), [100, 100, 200, 200]);
    expect(Array.from(series.exposure, (share) => Math.round(share * 100) / 100)).toEqual([
      0, 0.5, 0.67, 0.5,
    ]);
  });

  it.each([
    ['buy({ size: units(1), trigger: high, touch: low })', ['options_conflict low']],
    ['buy({ size: units(1), limit: high, trail: percent(1) })', ['options_conflict percent(1)']],
    ["sell({ limit: high, auction: 'open' })", ["options_conflict 'open'"]],
    ["buy({ size: units(1), timeInForce: 'day', expires: '2030-01-01' })", ["options_conflict '2030-01-01'"]],
    ["buy({ size: units(1), timeInForce: 'gtd' })", ["option_incomplete 'gtd'"]],
    ['buy({ size: units(1), postOnly: true })', ['option_incomplete true']],
    ['buy({ size: riskPercent(1) })', ['option_incomplete riskPercent(1)']],
    ['exit({ trail: 3 })', ['trail_unit_missing 3']],
    ['exit({ trail: percent(0) })', ['value_out_of_range percent(0)']],
    ['buy({ size: units(1), trailing: close })', ['trail_unit_missing close']],
    ["exit({ limit: close, expires: '2030-13-01' })", ["date_invalid '2030-13-01'"]],
    ["exit({ limit: close, expires: 'tomorrow' })", ["date_invalid 'tomorrow'"]],
    ['exit({ fraction: 2 })', ['value_out_of_range 2']],
    ['exit({ fraction: 0 })', ['value_out_of_range 0']],
    ['exit({ postOnly: close > open, limit: close })', ['value_varies close > open']],
    ['rebalance(60)', ['value_out_of_range 60']],
    ['rebalance()', ['argument_missing rebalance()']],
    ["order('hold', { size: units(1) })", ["kind_wrong 'hold'"]],
    ["order('buy', { size: percentOfEquity(5) })", ['kind_wrong percentOfEquity(5)']],
    ["order('buy')", ["option_missing order('buy')"]],
    ['buy({ size: volatilityTarget(10, close) })', ['value_varies close']],
    ['buy({ size: volatilityTarget(10, 20.5) })', ['value_fractional 20.5']],
    ['buy({ size: kelly(3, 10) })', ['value_out_of_range 3']],
    ['buy({ size: equalWeight(3) })', ['argument_extra 3']],
    ['buy({ size: cash })', ['size_unit_missing cash']],
    ['plot(amount(3))', ['kind_wrong amount(3)']],
    ['plot(sell())', ['top_level_only sell']],
    ['cancel({ tag: 5 })', ['kind_wrong 5']],
    ['exit({ group: close, limit: low })', ['kind_wrong close']],
  ])('%s is told', (body, expected) => {
    expect(told(script(`${body}\nexit()`))).toEqual(expected);
  });

  it('stand in standard layout', () => {
    const text = script(
      "order('buy', { size: units(1), limit: -close + 2 * open, postOnly: true })\nrebalance(-0.5)\ncancel()\n",
    );
    expect(format(text)).toBe(text);
  });

  it('leave their names free for constants of older scripts', () => {
    const body =
      'const sell = crossunder(close, 5)\nconst amount = 3\nconst order = close\nif (sell) buy({ size: units(amount), limit: order })';
    expect(told(script(body))).toEqual([]);
  });

  it('are put into words', () => {
    const words = (body: string): string => explain(planOf(script(body))).replaceAll('\u202f', ' ');
    expect(
      words(
        "if (close > open) buy({ size: riskPercent(1), limit: low, stop: close - 5, timeInForce: 'day' })\nif (close < open) sell({ fraction: 0.5, trail: percent(3) })",
      ),
    ).toBe(
      'Buys as much as loses 1 % of equity at the stop, when the close is above the open, with a limit at the low, for the session only. Sells when the close is below the open (a long one, 50 % of it, by a trailing stop 3 % behind the best price) or at a stop 5 below the signal close. Long only; at most one position.',
    );
    expect(words("rebalance(0.6)\nif (close > open) cancel({ tag: 'x' })")).toBe(
      'Moves the position to 60 % of equity on every bar. Withdraws waiting orders of x when the close is above the open.',
    );
    expect(words('cancel()')).toBe('Never opens a position.');
  });
});

describe('settings of strategy(...)', () => {
  it('take every setting of the table by its name', () => {
    for (const name of SETTING_NAMES) {
      const setting = SETTINGS[name];
      const value =
        setting.kind === 'number'
          ? setting.max
          : setting.kind === 'choice'
            ? setting.choices.at(-1)!
            : '0:0.1,1000:0.05';
      const text = typeof value === 'string' ? `'${value}'` : String(value);
      expect(planOf(script('exit()', `${name}: ${text}`)).settings).toEqual({
        ...DEFAULT_SETTINGS,
        [name]: value,
      });
    }
  });

  it.each([
    ['leverage: 2000', ['value_out_of_range 2000']],
    ['leverage: close', ['kind_wrong close']],
    ['pyramiding: 1.5', ['value_fractional 1.5']],
    ["intrabar: 'fast'", ["kind_wrong 'fast'"]],
    ["feeTiers: 'cheap'", ["kind_wrong 'cheap'"]],
    ['fee: percent(1), feePercent: 2', ['options_conflict percent(1)']],
    ['leverge: 2', ['option_unknown leverge']],
    ['leverage: 2, leverage: 3', ['option_twice leverage']],
  ])('%s is told', (options, expected) => {
    expect(
      told(script('exit()', `${options}${options.startsWith('fee:') ? '' : ', feePerOrder: 1'}`)),
    ).toEqual(expected);
  });

  it('names the nearest setting, and does not list them all', () => {
    const [diagnostic] = compile(script('exit()', 'fee: percent(0), levrage: 2')).diagnostics;
    expect(diagnostic?.remedy).toBe('The nearest name is leverage.');
    const [foreign] = compile(script('exit()', 'fee: percent(0), zzzzzzzz: 2')).diagnostics;
    expect(foreign?.remedy).toMatch(
      /^It knows capital, fee, slippage, lot and \d+ more, which completion lists\.$/,
    );
  });
});

describe('the hash of a plan', () => {
  const more = `strategy('More', { capital: 5_000, fee: bps(7), slippage: percent(0.02), lot: 0.01 })
const n = param('n', 5, { min: 2, max: 9 })
const m = macd(close)
if (crossover(m.macd, m.signal) && position.size == 0) buy({ size: units(n), stop: low[1], tag: 'up' })
else if (position.bars > 3) exit({ tag: 'late' })
if (equity < cash) short({ size: percentOfEquity(10), target: close * 0.9 })
plot(sma(close, n), 'mean')
plot(rsi(close, 14) > 50)
`;

  it('of scripts that were written before these orders is what it was', () => {
    expect([...FIRST_VISIT.map(({ source }) => source), more].map((source) => planOf(source).hash)).toEqual([
      'f54e19448bccc5c0e5e9a7414bbf11cc602b818af248e9c510f9c14d838ce785',
      '70741e3cf462af685f0656c39e18fdc382ef4f18379942d7c7800adff7e9b30c',
      '403f60a9857e16221e86cb00e6949a39475a62208e49999c610b23263cbe477e',
      'd84da5b553a382d8170ebcee5998de64ae38f0022b7fd8d24090dea1101d8539',
      '374825436f166ea1507c260071fa6bd7f3c8d26704e719976abbd38a8f352833',
    ]);
  });

  it.each([
    ['buy({ size: units(1) })', 'buy({ size: cash(1) })'],
    ['buy({ size: units(1) })', 'buy({ size: units(1), limit: low })'],
    ['buy({ size: units(1), limit: low })', 'buy({ size: units(1), touch: low })'],
    ['buy({ size: units(1) })', "buy({ size: units(1), timeInForce: 'ioc' })"],
    ['buy({ size: units(1) })', "buy({ size: units(1), group: 'a' })"],
    ["exit({ limit: low, expires: '2030-01-01' })", "exit({ limit: low, expires: '2030-01-02' })"],
    ['exit({ limit: low })', 'exit({ limit: low, postOnly: true })'],
    ['exit({ trail: percent(3) })', 'exit({ trail: amount(3) })'],
    ['exit()', 'sell()'],
    ['sell()', 'cover()'],
    ['exit()', 'exit({ fraction: 0.5 })'],
    ["order('buy', { size: units(1) })", "order('sell', { size: units(1) })"],
    ["order('buy', { size: units(1) })", "order('buy', { size: units(1), reduceOnly: true })"],
    ['rebalance(0.5)', 'rebalance(0.6)'],
    ['cancel()', "cancel({ tag: '' })"],
  ])('of %s is not that of %s', (one, two) => {
    expect(planOf(script(one)).hash).not.toBe(planOf(script(two)).hash);
  });

  it('follows the settings, and not a default that is written out', () => {
    const hash = (options: string): string => planOf(script('exit()', options)).hash;
    expect(hash('leverage: 3')).not.toBe(hash('leverage: 2'));
    expect(hash("leverage: 1, intrabar: 'pessimistic'")).toBe(hash('fee: percent(0)'));
    expect(hash('pyramiding: 2, leverage: 3')).toBe(hash('leverage: 3, pyramiding: 2'));
  });
});
