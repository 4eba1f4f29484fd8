import { describe, expect, it } from 'vitest';
import type { Bars } from '../core/bars';
import type { AccountView } from '../core/strategy';
import { intervalOf } from '../core/interval';
import { compile } from './compile';
import { AccountRecord, ColumnStore, planSeries, planStrategy, type ParameterValues } from './evaluate';
import type { ColumnStoreOptions } from './column-store';
import type { Plan } from './plan';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function barsOf(close: readonly number[], step = DAY, start = Date.UTC(2024, 0, 1)): Bars {
  const column = Float64Array.from(close);
  return {
    time: column.map((_, i) => start + i * step),
    open: column,
    high: column.map((x) => x + 1),
    low: column.map((x) => x - 1),
    close: column,
    volume: column.map((_, i) => i + 1),
    extra: {},
  };
}

function planOf(body: string): Plan {
  const { plan, diagnostics } = compile(`strategy('Test', { fee: percent(0) })\n${body}`);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan!;
}

/** Values of the first plot. */
function plotted(
  body: string,
  bars: Bars,
  options: ColumnStoreOptions = {},
  parameters: ParameterValues = {},
): number[] {
  const { plots } = planSeries(planOf(body), parameters, new ColumnStore(bars, options));
  return [...plots[0]!.values];
}

const NA = NaN;
const FIVE = barsOf([10, 12, 11, 15, 14]);

describe('values that change', () => {
  it('let is assigned under the conditions around', () => {
    const body = 'let x = 1\nif (close > 11) { x = 2\nif (close > 14) x += 5 }\nelse x = 9\nplot(x)';
    expect(plotted(body, FIVE)).toEqual([9, 2, 9, 7, 2]);
  });

  it('state is kept from bar to bar and counts only where its statement is reached', () => {
    expect(plotted('let n = state(0)\nif (close > 11) n++\nplot(n)', FIVE)).toEqual([0, 1, 1, 2, 3]);
    expect(plotted('let n = state(100)\nplot(n)\nn -= close', FIVE)).toEqual([100, 90, 78, 67, 52]);
  });

  it('states may follow one another', () => {
    const fibonacci = 'let a = state(0)\nlet b = state(1)\nconst next = a + b\na = b\nb = next\nplot(a)';
    expect(plotted(fibonacci, FIVE)).toEqual([1, 1, 2, 3, 5]);
  });

  it('a state may be true or false and looked back at', () => {
    const body =
      'let isOn = state(false)\nif (close > 14) isOn = true\nplot(isOn ? 1 : 0)\nplot(isOn[1] ? 1 : 0)';
    const { plots } = planSeries(planOf(body), {}, new ColumnStore(FIVE));
    expect(plots.map(({ values }) => [...values])).toEqual([
      [0, 0, 0, 1, 1],
      [0, 0, 0, 0, 1],
    ]);
  });

  it('indicators take what states make, also inside the circle', () => {
    const body = 'let s = state(0)\nconst mean = sma(s, 2)\ns = close + nz(mean)\nplot(s)';
    // Means of the last two s before: none, (0+10)/2, (10+17)/2, …
    expect(plotted(body, FIVE)).toEqual([10, 17, 24.5, 35.75, 44.125]);
  });

  it('a state that depends on the position is known in the run only', () => {
    const plan = planOf('let top = state(0)\nif (position.isLong) top = max(top, close)\nplot(top)\nexit()');
    expect(plan.rates[plan.plots[0]!.node]).toBe('account');
  });
});

describe('functions', () => {
  it('are put in place of their calls, each with states of its own', () => {
    const body = [
      'plot(count(close > 11) * 10 + count(close > 14))',
      'function count(condition) {',
      '  let n = state(0)',
      '  if (condition) n += 1',
      '  return n',
      '}',
    ].join('\n');
    expect(plotted(body, FIVE)).toEqual([0, 10, 10, 21, 31]);
  });

  it('may only act, and see what stands above on top level', () => {
    const plan = planOf(
      'const level = sma(close, 2)\nfunction enter(x) { if (close > level * x) buy({ size: units(1) }) }\nenter(1)\nenter(2)',
    );
    expect(plan.actions.map(({ kind }) => kind)).toEqual(['enter', 'enter']);
  });

  it('do not act where they are read on other bars', () => {
    const body = "function f() { if (close > 1) exit()\nreturn close }\nplot(timeframe('1w', f()))";
    const { diagnostics } = compile(`strategy('Test', { fee: percent(0) })\n${body}`);
    expect(diagnostics.map(({ code, line }) => [code, line])).toContainEqual(['frame_own_only', 2]);
  });

  it('do not multiply without bound', () => {
    const tower = Array.from(
      { length: 30 },
      (_, i) => `function f${i + 1}(x) { return f${i}(x) + f${i}(x + 1) }`,
    );
    const source = `strategy('T', { fee: percent(0) })\nfunction f0(x) { return x }\n${tower.join('\n')}\nplot(f30(close))`;
    expect(compile(source).diagnostics.map(({ code }) => code)).toContain('script_too_large');
  });
});

describe('helpers', () => {
  it.each([
    ['change(close)', [NA, 2, -1, 4, -1]],
    ['change(close, 2)', [NA, NA, 1, 3, 3]],
    ['nz(close[1], 7)', [7, 10, 12, 11, 15]],
    ['clamp(close, 11, 14)', [11, 12, 11, 14, 14]],
    ['highest(close, 2)', [NA, 12, 12, 15, 15]],
    ['lowest(close, 3)', [NA, NA, 10, 11, 11]],
    ['highest(close, 1)', [10, 12, 11, 15, 14]],
    ['rising(close, 1) ? 1 : 0', [0, 1, 0, 1, 0]],
    ['rising(close, 2) ? 1 : 0', [0, 0, 0, 1, 0]],
    ['falling(close, 1) ? 1 : 0', [0, 0, 1, 0, 1]],
    ['barsSince(close > 11)', [NA, 0, 1, 0, 0]],
    ['valueWhen(close > close[1], close)', [NA, 12, 12, 15, 15]],
    ['valueWhen(close > close[1], close, 1)', [NA, NA, NA, 12, 12]],
    ['sqrt(16) + pow(2, 3) + floor(1.5) + ceil(1.2) + round(2.5) + sign(-3)', [17, 17, 17, 17, 17]],
    ['pow(close, 2)', [100, 144, 121, 225, 196]],
    ['barIndex', [0, 1, 2, 3, 4]],
  ])('%s', (expression, expected) => {
    expect(plotted(`plot(${expression})`, FIVE)).toEqual(expected);
  });
});

describe('clock', () => {
  const newYork = { zone: 'America/New_York', intervalMs: HOUR };
  // 2024-01-01 is a Monday; 14:00 UTC is 09:00 in New York.
  const hours = barsOf([1, 2, 3, 4, 5, 6, 7, 8], HOUR, Date.UTC(2024, 0, 1, 14));

  it.each([
    ['hour', [9, 10, 11, 12, 13, 14, 15, 16]],
    ['dayOfWeek', [1, 1, 1, 1, 1, 1, 1, 1]],
    ["inSession('10:00-12:00') ? 1 : 0", [0, 1, 1, 0, 0, 0, 0, 0]],
    ["inSession('15:30-10:30') ? 1 : 0", [1, 1, 0, 0, 0, 0, 0, 1]],
    ['year * 10_000 + month * 100 + dayOfMonth', Array.from({ length: 8 }, () => 20_240_101)],
    ["time >= date('2024-01-01 18:00') ? 1 : 0", [0, 0, 0, 0, 1, 1, 1, 1]],
  ])('%s', (expression, expected) => {
    expect(plotted(`plot(${expression})`, hours, newYork)).toEqual(expected);
  });

  it('takes the date of daily bars as it stands, whatever the zone', () => {
    expect(plotted('plot(dayOfMonth)', FIVE, { zone: 'America/New_York' })).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('other timeframes', () => {
  const weeks = barsOf(Array.from({ length: 16 }, (_, i) => i + 1));

  it('show a week from the close of its Sunday on', () => {
    const seen = plotted("plot(timeframe('1w', close))", weeks);
    expect(seen).toEqual([...Array<number>(6).fill(NA), ...Array<number>(7).fill(7), 14, 14, 14]);
  });

  it('join open, high, low and volume', () => {
    const body = "const w = timeframe('1w', open + high * 100 + low * 10_000 + volume * 1_000_000)\nplot(w)";
    expect(plotted(body, weeks).at(-1)).toBe(8 + 15 * 100 + 7 * 10_000 + 77 * 1_000_000);
  });

  it('read named values on their own bars', () => {
    const body = "const quick = sma(close, 2)\nplot(timeframe('1w', quick))";
    expect(plotted(body, weeks).at(-1)).toBe((7 + 14) / 2);
  });

  it('are the same whatever comes after', () => {
    const body = "plot(timeframe('1w', sma(close, 2)) + barsSince(timeframe('1w', close) > 7))";
    const whole = plotted(body, weeks);
    for (let rows = 2; rows < 16; rows++) {
      const cut = barsOf(Array.from({ length: rows }, (_, i) => i + 1));
      expect(plotted(body, cut, { intervalMs: DAY })).toEqual(whole.slice(0, rows));
    }
  });

  it('hold no bar that closes after their end, also not of another dataset', () => {
    const weekly = {
      // Weeks from Monday 2024-01-01; that of January 29 closes in February.
      bars: barsOf(
        Array.from({ length: 8 }, (_, i) => i + 1),
        7 * DAY,
      ),
      intervalMs: 7 * DAY,
    };
    const days = barsOf(Array.from({ length: 50 }, () => 0));
    const body = "plot(timeframe('1M', data('B').close))";
    const seen = plotted(body, days, { intervalMs: DAY, references: { B: weekly } });
    // On January 31's close January has its four weeks that have closed.
    expect(seen.slice(28, 36)).toEqual([NA, NA, 4, 4, 4, 4, 4, 4]);
  });

  it('refuse bars that are longer than they', () => {
    expect(() => plotted("plot(timeframe('1h', close))", weeks)).toThrow(/cannot be made/);
  });
});

describe('other datasets', () => {
  const other = { bars: barsOf([100, 200, 300], 2 * DAY), intervalMs: 2 * DAY };

  it('show the newest bar that has closed', () => {
    const options = { intervalMs: DAY, references: { SPX: other } };
    expect(plotted("plot(data('SPX').close)", FIVE, options)).toEqual([NA, 100, 100, 200, 200]);
    expect(plotted("plot(data('SPX', sma(close, 2)))", FIVE, options)).toEqual([NA, NA, NA, 150, 150]);
  });

  it('show a month when it is over, also one of 31 days beside one of 28', () => {
    const starts = ['2023-01-01', '2023-02-01', '2023-03-01'].map((text) => Date.parse(`${text}Z`));
    const months = { ...barsOf([1, 2, 3]), time: Float64Array.from(starts) };
    const days = barsOf(
      Array.from({ length: 62 }, () => 10),
      DAY,
      starts[0],
    );
    const options = {
      intervalMs: DAY,
      references: { M: { bars: months, ...intervalOf({ interval: '1mo' }) } },
    };
    const seen = plotted("plot(data('M').close)", days, options);
    expect([seen.indexOf(1), seen.indexOf(2)]).toEqual([30, 58]);
  });

  it('are named when they are not there', () => {
    expect(() => plotted("plot(data('SPX').close)", FIVE)).toThrow(/SPX/);
  });
});

describe('parameters', () => {
  it('may be switches and choices', () => {
    const body = [
      "const useHigh = param('useHigh', true)",
      "const kind = param('kind', 'low', { choices: 'low, close, open' })",
      "plot(useHigh ? high : kind == 'low' ? low : close)",
    ].join('\n');
    expect(planOf(body).params).toMatchObject([
      { name: 'useHigh', kind: 'boolean', default: 1, min: 0, max: 1, step: 1 },
      {
        name: 'kind',
        kind: 'choice',
        choices: ['low', 'close', 'open'],
        default: 0,
        min: 0,
        max: 2,
        step: 1,
      },
    ]);
    expect(plotted(body, FIVE)).toEqual([11, 13, 12, 16, 15]);
    expect(plotted(body, FIVE, {}, { useHigh: 0 })).toEqual([9, 11, 10, 14, 13]);
    expect(plotted(body, FIVE, {}, { useHigh: 0, kind: 1 })).toEqual([10, 12, 11, 15, 14]);
  });

  it('may choose the average of an indicator', () => {
    const body =
      "const kind = param('kind', 'sma', { choices: 'sma, wma' })\nplot(ma(close, 2, { maType: kind }))";
    expect(plotted(body, FIVE)[1]).toBe(11);
    expect(plotted(body, FIVE, {}, { kind: 1 })[1]).toBeCloseTo((10 + 24) / 3, 12);
  });
});

describe('what is told', () => {
  it('marks, colours and tells on the bars where a statement is reached', () => {
    const body =
      "if (close > 14) mark('top')\nbackground(close > 11, 'up')\nif (close < 12) log('low', close, close > 10)";
    const { annotations } = planSeries(planOf(body), {}, new ColumnStore(FIVE));
    expect(annotations).toEqual([
      { kind: 'mark', line: 2, row: 3, time: FIVE.time[3], text: 'top', position: 'above' },
      { kind: 'background', line: 3, from: 1, to: 1, tone: 'up' },
      { kind: 'background', line: 3, from: 3, to: 4, tone: 'up' },
      { kind: 'log', line: 4, row: 0, time: FIVE.time[0], text: 'low 10 false' },
      { kind: 'log', line: 4, row: 2, time: FIVE.time[2], text: 'low 11 true' },
    ]);
  });

  it('shows what the position decides as the run wrote it down', () => {
    const plan = planOf("plot(ema(equity, 2))\nif (position.isFlat) alert('flat at', equity)\nexit()");
    const record = new AccountRecord(plan);
    const store = new ColumnStore(FIVE);
    const strategy = planStrategy(plan, {}, store, { record });
    strategy.onStart?.();
    const account = (equity: number): AccountView => ({
      equity,
      cash: 0,
      positionSize: equity > 2 ? 1 : 0,
      entryPrice: NaN,
      barsHeld: NaN,
      markets: [],
    });
    const bar = { time: 0, open: 1, high: 1, low: 1, close: 1, volume: 1 };
    [1, 2, 3, 4].forEach((equity, row) => strategy.onBar(bar, row, account(equity)));
    const { plots, annotations } = planSeries(plan, {}, store, record);
    expect([...plots[0]!.values]).toEqual([NA, 1.5, 2.5, 3.5, NA]);
    expect(annotations.map((told) => ('text' in told ? told.text : ''))).toEqual(['flat at 1', 'flat at 2']);
  });
});

describe('doubts of a run', () => {
  it('name the conditions that never hold, once', () => {
    const body = 'const isHigh = close > 99\nif (isHigh) exit()\nif (close > 14) exit()';
    const { doubts } = planSeries(planOf(body), {}, new ColumnStore(FIVE));
    expect(doubts.map(({ code, line, message }) => [code, line, message])).toEqual([
      ['condition_never_holds', 2, 'isHigh is true on none of the 5 bars.'],
    ]);
  });
});

describe('the canonical text', () => {
  it('tells circles, frames and datasets apart and does not know names', () => {
    const a = planOf("let n = state(0)\nn += close\nplot(n, 'n')");
    const b = planOf("let total = state(0)\ntotal = total + close\nplot(total, 'n')");
    const c = planOf("let n = state(1)\nn += close\nplot(n, 'n')");
    expect(a.hash).toBe(b.hash);
    expect(a.hash).not.toBe(c.hash);
    const hashes = [
      'close',
      "timeframe('1w', close)",
      "timeframe('1M', close)",
      "data('A').close",
      "data('B').close",
    ];
    expect(new Set(hashes.map((text) => planOf(`plot(${text}, 'x')`).hash)).size).toBe(5);
  });
});
