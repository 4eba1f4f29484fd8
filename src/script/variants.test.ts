import { describe, expect, it } from 'vitest';
import { sp500Bars } from '../../tests/support/sp500';
import { batch } from '../indicators/batch';
import { underConvention } from '../indicators/convention';
import { ema } from '../indicators/overlap/ema';
import { sar } from '../indicators/overlap/sar';
import { cdldoji } from '../indicators/pattern/cdldoji';
import { changedCandleSettings } from '../indicators/pattern/candle-settings-change';
import { pivotClassic } from '../indicators/structure/pivot-classic';
import { compile } from './compile';
import { ColumnStore, planSeries } from './evaluate';
import { explain } from './explain';
import { twoAveragePlan } from './two-average';

const BARS = sp500Bars();

const compiled = (body: string) => compile(`strategy('Test', { fee: percent(0) })\n${body}`);

function planOf(body: string) {
  const { plan, diagnostics } = compiled(body);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return plan!;
}

/** Plotted columns of a script, all on one store. */
function plotted(body: string): readonly ArrayLike<number>[] {
  const plan = planOf(body);
  const { plots } = planSeries(plan, {}, new ColumnStore(BARS));
  return plots.map(({ values }) => values);
}

describe('convention', () => {
  it('keeps both conventions of one indicator apart', () => {
    const columns = plotted(
      "const ours = ema(close, 20)\nconst theirs = ema(close, 20, { convention: 'tradingview' })\nplot(ours)\nplot(theirs)",
    );
    expect(columns[0]).toEqual(batch(ema, [BARS.close], [20])[0]);
    expect(columns[1]).toEqual(batch(underConvention(ema, 'tradingview'), [BARS.close], [20])[0]);
  });

  it('keeps what is built of them apart', () => {
    const [ours, theirs] = plotted(
      "const a = sma(ema(close, 20), 3)\nconst b = sma(ema(close, 20, { convention: 'tradingview' }), 3)\nplot(a)\nplot(b)",
    );
    expect(ours![21]).not.toBe(theirs![21]);
    expect(theirs![2]).not.toBeNaN();
  });

  it('reads the prices that the convention asks for', () => {
    const [stop] = plotted("plot(sar({ convention: 'TradingView' }))");
    const theirs = underConvention(sar, 'tradingview');
    expect(stop).toEqual(batch(theirs, [BARS.high, BARS.low, BARS.close], [0.02, 0.2])[0]);
  });

  it('is part of the plan only where it makes a difference', () => {
    const hash = (options: string): string => planOf(`plot(ema(close, 20${options}), 'x')`).hash;
    expect(hash(", { convention: 'talib' }")).toBe(hash(''));
    expect(hash(", { convention: 'tradingview' }")).not.toBe(hash(''));
    const simple = (options: string): string => planOf(`plot(sma(close, 20${options}), 'x')`).hash;
    expect(simple(", { convention: 'tradingview' }")).toBe(simple(''));
    expect(planOf("plot(ema(close, 20, { convention: 'tradingview' }))").text).toContain(
      'indicator ema 0 (%0) (%1) {"convention":"tradingview"}',
    );
  });

  it('is no two-average sweep and is told in words', () => {
    const body = [
      "const fast = param('fast', 20, { min: 5, max: 60 })",
      "const slow = param('slow', 100, { min: 40, max: 250 })",
      "const a = ema(close, fast, { convention: 'tradingview' })",
      'const b = ema(close, slow)',
      'if (crossover(a, b)) buy({ size: percentOfEquity(95) })',
      'if (crossunder(a, b)) exit()',
    ].join('\n');
    const plan = planOf(body);
    expect(twoAveragePlan(plan)).toMatchObject({
      kind: 'refused',
      reason: 'an average follows another convention than the default',
    });
    expect(explain(plan)).toContain("in TradingView's convention");
  });
});

describe('candle settings', () => {
  it('change what the words of a pattern mean', () => {
    const [plain, other] = plotted(
      "plot(cdldoji())\nplot(cdldoji({ bodyDojiFactor: 0.25, bodyDojiPeriod: 0, bodyDojiRange: 'highlow' }))",
    );
    const prices = [BARS.open, BARS.high, BARS.low, BARS.close];
    const changed = cdldoji.withSettings(changedCandleSettings({ bodyDoji: { factor: 0.25, period: 0 } }));
    expect(plain).toEqual(batch(cdldoji, prices, [])[0]);
    expect(other).toEqual(batch(changed, prices, [])[0]);
    expect(other).not.toEqual(plain);
  });

  it('are part of the plan only where they differ from the default, in one writing', () => {
    const hash = (options: string): string => planOf(`plot(cdldoji(${options}), 'x')`).hash;
    expect(hash("{ bodyDojiFactor: 0.1, bodyDojiPeriod: 10, bodyDojiRange: 'highLow' }")).toBe(hash(''));
    const change = hash('{ bodyDojiFactor: 0.2, bodyDojiPeriod: 5 }');
    expect(change).toBe(hash('{ bodyDojiPeriod: 5, bodyDojiFactor: 1 / 5 }'));
    expect(change).not.toBe(hash(''));
  });
});

it('gives the time of the bars to indicators that read it', () => {
  const [level] = plotted('plot(pivot_classic({ period: 2 }).r1)');
  const inputs = [BARS.time, BARS.high, BARS.low, BARS.close];
  expect(level).toEqual(batch(pivotClassic, inputs, [2, 0])[1]);
});

it.each([
  ["ema(close, 20, { convention: 'tradingvew' })", 'kind_wrong'],
  ['ema(close, 20, { convention: 1 })', 'kind_wrong'],
  ["ema(close, 20, { conventon: 'talib' })", 'option_unknown'],
  ['ema(close, 20, { bodyDojiFactor: 1 })', 'option_unknown'],
  ['cdldoji({ bodyLongFactor: 1 })', 'option_unknown'],
  ['cdldoji({ bodyDojiPeriod: 2.5 })', 'value_fractional'],
  ['cdldoji({ bodyDojiPeriod: -1 })', 'value_out_of_range'],
  ["cdldoji({ bodyDojiRange: 'body' })", 'kind_wrong'],
  ['cdldoji({ bodyDojiFactor: close })', 'kind_wrong'],
])('refuses %s', (call, code) => {
  const { plan, diagnostics } = compiled(`plot(${call})`);
  expect(plan).toBeNull();
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
});
