import { describe, expect, it } from 'vitest';
import { LANGUAGE_NAMES } from './names';
import { signatureAt } from './signature';

/** The signature at `¦` with its active piece in brackets, then the note. */
function at(text: string): string | null {
  const found = signatureAt(text.replace('¦', ''), text.indexOf('¦'));
  if (!found) return null;
  const parts = found.parts.map(({ text: part, isActive }) => (isActive ? `[${part}]` : part));
  return `${parts.join('')} | ${found.note}`;
}

describe('signatureAt', () => {
  it.each([
    ['sma(¦', 'sma([real], timePeriod = 30) | real: number of each bar'],
    [
      'sma(close, ¦',
      'sma(real, [timePeriod = 30]) | timePeriod: whole number, 1 to 100,000; 30 when left out',
    ],
    [
      'param(¦',
      'param([name], default, { min, max, step }) | name: text of letters, digits and _; what the slider is called',
    ],
    [
      "param('a', 1, { max: ¦",
      'param(name, default, { min, [max], step }) | max: Highest value of slider and sweep.',
    ],
    [
      'buy({ stop: ¦',
      'buy({ size, limit, [stop], target, … }) | stop: Price below the close that ends the trade at a loss.',
    ],
    [
      'buy({ tag: ¦',
      'buy({ size, limit, stop, target, […] }) | tag: A word that marks the orders and trades.',
    ],
    [
      'min(1, 2, 3, ¦',
      'min(a, b, […]) | The smallest of its arguments; min(x, { timePeriod }) is the smallest of the last bars.',
    ],
    ['cash(¦', 'cash([x]) | x: number, above 0 to 1,000,000,000,000,000'],
    ['percent(¦', 'percent([x]) | x: percent'],
    [
      'bbands(close, { maType: ¦',
      'bbands(real, timePeriod = 5, nbDevUp = 2, nbDevDown = 2, [maType = 0]) | maType: one of sma, ema, wma, dema, tema, trima, kama, mama, t3; sma when left out',
    ],
  ])('shows %s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  it.each(['nothing(¦', 'close ¦', '(¦', '// sma(¦'])('shows nothing at %s', (text) => {
    expect(at(text)).toBeNull();
  });

  it('shows functions of the script', () => {
    expect(at('function mid(a, b) { return (a + b) / 2 }\nplot(mid(1, ¦')).toBe(
      'mid(a, [b]) | Declared on line 1.',
    );
  });

  it('has a piece for every argument of every function of the language', () => {
    for (const { name, kind, signature } of LANGUAGE_NAMES) {
      if (!['function', 'order', 'indicator'].includes(kind)) continue;
      const found = signatureAt(`${name}(`, name.length + 1);
      expect(found).not.toBeNull();
      expect(signature).toContain(found?.parts.map(({ text }) => text).join(''));
    }
  });
});
