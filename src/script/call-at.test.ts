import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callAt } from './call-at';

/** The call at `¦`, as `sma 1` or `buy 0 stop`. */
function at(text: string): string | null {
  const call = callAt(text.replace('¦', ''), text.indexOf('¦'));
  if (!call) return null;
  const option = call.inOptions ? ` ${call.option ?? '?'}` : '';
  return `${call.name} ${call.argument}${option}`;
}

describe('callAt', () => {
  it.each([
    ['sma(¦', 'sma 0'],
    ['sma(close,¦', 'sma 1'],
    ['sma(close, 20¦)', 'sma 1'],
    ['sma(close, 20)¦', null],
    ['sma(ema(close, 3)¦, 20)', 'sma 0'],
    ['sma(ema(close, ¦', 'ema 1'],
    ['sma((close + ¦', 'sma 0'],
    ['sma(close[¦', 'sma 0'],
    ["plot(close, 'a, b(¦", 'plot 1'],
    ['buy({ ¦', 'buy 0 ?'],
    ['buy({ size: units(1), stop: close ¦', 'buy 0 stop'],
    ['buy({ size: units(1), st¦', 'buy 0 ?'],
    ['buy({ size: units(¦', 'units 0'],
    ["param('fast', 20, { min: 5, ma¦x: 3 })", 'param 2 ?'],
    ["param('fast', 20, { max: a ? b : c¦ })", 'param 2 max'],
    ['if (¦close)', null],
    ['if (crossover(¦', 'crossover 0'],
    ['if (a) { ¦ }', null],
    ['if (a) { plot(¦', 'plot 0'],
    ['// sma(¦', null],
    ['/* sma( */ ¦', null],
    ['/* sma(¦', null],
    ['const a = sma(close,\nconst b = ¦', null],
    ['const a = sma(close, // slow\n  ¦', 'sma 1'],
    ['', null],
  ])('reads %s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it('answers at every position of any text', () => {
    const piece = fc.constantFrom(
      'a(',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      "'",
      '"',
      '//',
      '/*',
      '*/',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('');
        const opens = Array.from({ length: source.length + 1 }, (_, position) => callAt(source, position))
          .filter((call) => call !== null)
          .map((call) => source[call.open]);
        expect(opens.filter((character) => character !== '(')).toEqual([]);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
