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

  it('shortens what is nested too deep and has no name', () => {
    const deep = Array.from({ length: 12 }).reduce<string>((of) => `(${of} / open + low)`, 'close');
    const text = words(`if (${deep} > 0) buy({ size: units(1) })`);
    expect(text).toContain('a computed value');
    expect(text.length).toBeLessThan(1000);
  });

  it('stays short where names are made of names', () => {
    const chain = Array.from({ length: 100 }, (_, i) => `const a${i + 1} = a${i} * a${i} + open`).join('\n');
    const text = words(`const a0 = close\n${chain}\nif (a100 > 0) buy({ size: units(1) })`);
    expect(text).toContain('Buys one unit when a100 is above 0.');
    expect(text.length).toBeLessThan(5000);
  });

  it.each([
    ['barsSince(close > open) < 3', 'the number of bars since (the close is above the open) is below 3'],
    [
      'close > valueWhen(low > high, open)',
      'the close is above the open when (the low is above the high) the last time',
    ],
    [
      'close > valueWhen(low > high, open, 1)',
      'the close is above the open when (the low is above the high) two times ago',
    ],
    ['close > highest(high, 20)[1]', 'the close is above the highest high of 20 bars one bar ago'],
    ['lowest(rsi(close), 5) < 30', 'the lowest value in 5 bars of the 14-bar RSI of the close is below 30'],
    ['rising(close, 5)', 'the close is above all its values of the five bars before'],
    ['!falling(close, 2)', 'the close is not below all its values of the two bars before'],
    ['change(close, 3) > 0', 'the change of the close over three bars is above 0'],
    ['nz(sma(close, 9)) > 1', 'the 9-bar average of the close (0 while it has no value) is above 1'],
    ['clamp(close, 1, 2) > 1.5', 'the close held between 1 and 2 is above 1.5'],
    ["inSession('09:30-16:00')", 'the bar opens between 09:30 and 16:00'],
    ["!inSession('22:00-04:00')", 'the bar does not open between 22:00 and 04:00'],
    ['dayOfWeek == 1 && month != 12', 'the day of the week is Monday and the month is not December'],
    ['month != month[1]', 'the month differs from that one bar ago'],
    ["timeframe('1w', close > sma(close, 9))", 'on weekly bars the close is above its 9-bar average'],
    ["close > data('SPX').close", 'the close is above the close of SPX'],
    ["data('B').position.isLong", 'a long position is open in B'],
    ['position.size[1] != 0', 'one bar ago a position was open'],
    ['!(close > open || low > high)', 'the close is not above the open and the low is not above the high'],
    [
      '!(close > open && low > high)',
      'either the close is not above the open or the low is not above the high',
    ],
  ])('puts %s into words', (text, expected) => {
    expect(condition(text)).toBe(expected);
  });

  it('calls states and long values by their names, and says what they are', () => {
    const body = [
      'let n = state(0)',
      'let top = state(NaN)',
      'if (close > open) { n += 1\ntop = high }',
      'else n = 0',
      'const far = (close - sma(close, 50)) / stddev(close, 50) + (high - low) / close',
      'if (n > 2 && close > top && far < 1) buy({ size: units(1) })',
    ].join('\n');
    expect(words(body)).toBe(
      'Buys one unit when n is above 2 and the close is above top and far is below 1. Holds to the end of the data. Long only; at most one position. The value n is kept from bar to bar and begins as 0; it becomes n plus 1 when the close is above the open, then 0 when the close is not above the open. The value top is kept from bar to bar and begins as empty; it becomes the high when the close is above the open. The value far is ((the close less the 50-bar average of the close) divided by the 50-bar standard deviation of the close) plus ((the high less the low) divided by the close).',
    );
  });

  it('leaves out what the parameters switch off', () => {
    const body =
      "const isOn = param('isOn', true)\nif (close > open && isOn) buy({ size: units(1) })\nif (close < open) { if (isOn) exit()\nelse short({ size: units(1) }) }";
    expect(words(body)).toBe(
      'Buys one unit when the close is above the open. Sells when the close is below the open. Long only; at most one position.',
    );
    expect(words(body, { isOn: 0 })).toContain('Sells short one unit when the close is below the open.');
  });

  it('says where other instruments are traded and what weight is wanted', () => {
    expect(words("if (close > open) buy({ size: units(1), market: 'B' })")).toContain(
      'Buys one unit when the close is above the open, in B.',
    );
    expect(words('rebalance(clamp(12 / close, 0, 1))')).toBe(
      'Moves the position to a share of equity of (12 divided by the close) held between 0 and 1 on every bar.',
    );
  });
});
