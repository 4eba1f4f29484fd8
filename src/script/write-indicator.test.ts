import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../indicators/catalogue';
import { compile } from './compile';
import { writeIndicator, type IndicatorCall } from './write-indicator';

const SCRIPT = `strategy('Golden cross', { fee: percent(0.1) })

const quick = sma(close, 20) // fast one

if (close > quick) buy({ size: units(1) })
plot(quick)
`;

const close = { kind: 'bars', column: 'close' } as const;
const sma = (period: number): IndicatorCall => ({ indicator: 'sma', params: [period], series: [close] });

describe('writing an indicator into a script', () => {
  it('puts the call after the last constant and its plot at the end', () => {
    const { source, from, to } = writeIndicator(SCRIPT, sma(50));
    expect(source).toBe(
      SCRIPT.replace('// fast one', '// fast one\nconst sma50 = sma(close, 50)') + 'plot(sma50)\n',
    );
    expect(source.slice(from, to)).toBe('const sma50 = sma(close, 50)');
    expect(compile(source).diagnostics).toEqual([]);
  });

  it('chooses a name that the script does not have', () => {
    const once = writeIndicator(SCRIPT, sma(50)).source;
    expect(writeIndicator(once, sma(50)).source).toContain('const sma50_2 = sma(close, 50)');
  });

  it('names moving averages and outputs, and nests what is read', () => {
    const call: IndicatorCall = {
      indicator: 'bbands',
      params: [10, 2.5, -1, 1],
      series: [
        {
          kind: 'indicator',
          of: { indicator: 'macd', params: [12, 26, 9], series: [close] },
          output: 'signal',
        },
      ],
    };
    const { source } = writeIndicator(SCRIPT, call);
    const macd = 'macd(close, { fastPeriod: 12, slowPeriod: 26, signalPeriod: 9 }).signal';
    expect(source).toContain(
      `= bbands(${macd}, { timePeriod: 10, nbDevUp: 2.5, nbDevDown: -1, maType: 'ema' })`,
    );
    expect(source).toContain('plot(bbands10.upper)\nplot(bbands10.middle)\nplot(bbands10.lower)\n');
    expect(compile(source).diagnostics).toEqual([]);
  });

  it('writes the catalogue min and max so that they are not the functions of that name', () => {
    const { source } = writeIndicator(SCRIPT, { indicator: 'max', params: [30], series: [close] });
    expect(source).toContain('const max30 = max(close, { timePeriod: 30 })');
    expect(compile(source).plan).not.toBeNull();
  });

  it('names another convention', () => {
    const { source } = writeIndicator(SCRIPT, {
      indicator: 'rsi',
      params: [14],
      series: [close],
      convention: 'tradingview',
    });
    expect(source).toContain("= rsi(close, { timePeriod: 14, convention: 'tradingview' })");
    expect(compile(source).diagnostics).toEqual([]);
  });

  it('names what words of a pattern mean, where they mean something else', () => {
    const candleSettings = { bodyDoji: { range: 'shadows', period: 10, factor: 0.2 } } as const;
    const call = { indicator: 'cdldoji', params: [], series: [], candleSettings };
    const { source, isEarlier } = writeIndicator(SCRIPT, call);
    expect(source).toContain("= cdldoji({ bodyDojiRange: 'shadows', bodyDojiFactor: 0.2 })");
    expect(compile(source).diagnostics).toEqual([]);
    expect(isEarlier).toBe(false);
  });

  it('leaves out an unstable period, and says so, but where a parameter stands for it', () => {
    const unstable: IndicatorCall = { ...sma(9), indicator: 'rsi', unstablePeriod: 50 };
    const direct = writeIndicator(SCRIPT, unstable);
    expect(direct.source).toContain('= rsi(close, 9)');
    expect(direct.isEarlier).toBe(true);
    const within = writeIndicator(SCRIPT, {
      ...sma(5),
      series: [{ kind: 'indicator', of: unstable, output: 'value' }],
    });
    expect(within.isEarlier).toBe(true);
    const widened = writeIndicator(SCRIPT, {
      indicator: 'imi',
      params: [14],
      series: [],
      unstablePeriod: 6,
    });
    expect(widened.source).toContain('= imi(20)');
    expect(widened.isEarlier).toBe(false);
    expect(compile(widened.source).diagnostics).toEqual([]);
  });

  it('takes an empty text and one without a line end', () => {
    expect(writeIndicator('', sma(5)).source).toBe('const sma5 = sma(close, 5)\nplot(sma5)\n');
    const { source } = writeIndicator("strategy('x')", sma(5));
    expect(source).toBe("strategy('x')\nconst sma5 = sma(close, 5)\nplot(sma5)\n");
  });

  it.each(INDICATORS.map((indicator) => [indicator.name, indicator] as const))(
    'writes %s so that the script can run',
    (name, { params, inputs }) => {
      const series = inputs.filter((input) => input.source === 'real').map(() => close);
      const call = { indicator: name, params: params.map((param) => param.default), series };
      const { plan, diagnostics } = compile(writeIndicator(SCRIPT, call).source);
      expect(diagnostics).toEqual([]);
      expect(plan).not.toBeNull();
    },
  );

  it('refuses a name that the catalogue does not have', () => {
    expect(() => writeIndicator(SCRIPT, { indicator: 'smaa', params: [], series: [] })).toThrow(
      expect.objectContaining({ code: 'indicator_unknown' }),
    );
  });
});
