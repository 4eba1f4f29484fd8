import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../strategies/built-in';
import { compile } from './compile';
import { explain } from './explain';

const words = (body: string, parameters: Record<string, number> = {}): string =>
  explain(compile(`strategy('Test', { fee: percent(0.1) })\n${body}`).plan!, parameters).replaceAll(
    '\u202f',
    ' ',
  );

const condition = (text: string): string =>
  /^Buys one unit when (.*?)\. Holds/.exec(words(`if (${text}) buy({ size: units(1) })`))?.[1] ?? '';

describe('explain', () => {
  it('says what the golden cross does', () => {
    expect(explain(compile(BUILT_IN[0]!.source).plan!).replaceAll('\u202f', ' ')).toBe(
      'Buys with 95 % of equity when the 20-bar average of the close rises above the 100-bar average. Sells when it falls back below, at a stop two average ranges (14 bars) below the signal close, or at a target 20 % above it. Long only; at most one position.',
    );
  });

  it('speaks of the parameters that are given', () => {
    expect(explain(compile(BUILT_IN[1]!.source).plan!, { fast: 7 })).toContain(
      'the 7-bar average of the close rises',
    );
  });

  it.each([
    ['close > sma(close, 9)', 'the close is above its 9-bar average'],
    ['!(close > open)', 'the close is not above the open'],
    [
      'rsi(close, 14) < 30 && volume >= 1000',
      'the 14-bar RSI of the close is below 30 and the volume is at least 1000',
    ],
    [
      'close[1] != ema(open, 3)[2]',
      'the close one bar ago differs from the 3-bar exponential average of the open two bars ago',
    ],
    [
      'crossunder(close, bbands(close, 20).lower)',
      'the close falls below its lower Bollinger Band (20, 2, 2, SMA)',
    ],
    ['macd(close).signal > -1.5', 'the MACD signal (12, 26, 9) of the close is above \u22121.5'],
    [
      'min(open, close) > max(low, 2)',
      'the smaller of the open and the close is above the larger of the low and 2',
    ],
    [
      'abs(close - open) > atr(5)',
      'the size of the close less the open is above the average range of 5 bars',
    ],
    ['position.size == 0 && position.bars > 3', 'no position is open and the number of bars held is above 3'],
  ])('puts %s into words', (text, expected) => {
    expect(condition(text)).toBe(expected);
  });

  it('tells several entries each with its bracket, and both sides', () => {
    const body =
      'if (close > open) buy({ size: units(2), stop: low })\nif (close < open) short({ size: percentOfEquity(10), target: close * 0.9 })\nif (volume < 5) exit()';
    expect(words(body)).toBe(
      'Buys 2 units when the close is above the open, with a stop at the low. Sells short with 10 % of equity when the close is below the open, with a target 10 % below the signal close. Closes the position when the volume is below 5. Long and short; at most one position.',
    );
  });

  it('says when nothing is ever done', () => {
    expect(words('exit()')).toBe('Never opens a position.');
    expect(words('buy({ size: units(1) })')).toBe(
      'Buys one unit on every bar. Holds to the end of the data. Long only; at most one position.',
    );
  });

  it('shortens what is nested too deep', () => {
    const deep = Array.from({ length: 30 }, (_, i) => `const a${i + 1} = a${i} * a${i} + open`).join('\n');
    const text = words(`const a0 = close\n${deep}\nif (a30 > 0) buy({ size: units(1) })`);
    expect(text).toContain('a computed value');
    expect(text.length).toBeLessThan(5000);
  });
});
