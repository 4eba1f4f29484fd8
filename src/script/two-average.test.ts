import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../strategies/built-in';
import { compile } from './compile';
import { twoAveragePlan } from './two-average';

const HEAD = "strategy('Test', { fee: percent(0.1) })\n";
const PARAMS =
  "const f = param('f', 5, { min: 2, max: 9 })\nconst s = param('s', 20, { min: 10, max: 40 })\n";
const AVERAGES = 'const a = sma(close, f)\nconst b = sma(close, s)\n';
const ENTRY = 'if (crossover(a, b)) buy({ size: percentOfEquity(95) })\n';
const EXIT = 'if (crossunder(a, b)) exit()';

const match = (body: string): ReturnType<typeof twoAveragePlan> => {
  const { plan, diagnostics } = compile(HEAD + PARAMS + body);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return twoAveragePlan(plan!);
};

describe('twoAveragePlan', () => {
  it.each(BUILT_IN.slice(0, 2))('recognises $id', ({ source, id }) => {
    const plan = compile(source).plan!;
    const found = twoAveragePlan(plan);
    expect(found).toMatchObject({ kind: 'match', fastParam: 'fast', slowParam: 'slow', average: 'sma' });
    if (found.kind !== 'match') return;
    expect(plan.nodes[found.percent]).toEqual({ op: 'constant', value: 95 });
    expect(found.stop === null).toBe(id === 'two-averages');
    expect(plan.nodes[found.fastNode]).toMatchObject({ op: 'indicator', name: 'sma' });
  });

  it('recognises exponential averages of another value, and crossings written the other way', () => {
    const body = `const m = (high + low) / 2\nconst a = ema(m, f)\nconst b = ema(m, s)\n
      if (crossunder(b, a)) buy({ size: percentOfEquity(50) })\nif (crossover(b, a)) exit()`;
    expect(match(body)).toMatchObject({ kind: 'match', average: 'ema', fastParam: 'f', slowParam: 's' });
  });

  it('takes sell() for the exit of a long position', () => {
    expect(match(AVERAGES + ENTRY + EXIT.replace('exit', 'sell'))).toMatchObject({ kind: 'match' });
  });

  it.each([
    ['no entry', AVERAGES + EXIT, 'the script has 0 entries, not one'],
    ['two entries', AVERAGES + ENTRY + ENTRY + EXIT, 'the script has 2 entries, not one'],
    ['no exit', AVERAGES + ENTRY, 'the script has 0 exits, not one'],
    ['a short entry', AVERAGES + ENTRY.replace('buy', 'short') + EXIT, 'the entry is short'],
    [
      'a further condition',
      AVERAGES + ENTRY.replace('(crossover(a, b))', '(crossover(a, b) && close > 1)') + EXIT,
      'the entry is not a crossing of two values',
    ],
    [
      'another exit',
      AVERAGES + ENTRY + 'if (crossunder(a, close)) exit()',
      'the exit is not the opposite crossing of the same two values',
    ],
    [
      'the close itself',
      'const a = close\nconst b = sma(close, s)\nplot(sma(close, f))\n' + ENTRY + EXIT,
      'the crossing values are not both averages (sma or ema)',
    ],
    [
      'different averages',
      'const a = sma(close, f)\nconst b = ema(close, s)\n' + ENTRY + EXIT,
      'the two averages are of different kinds',
    ],
    [
      'different inputs',
      'const a = sma(close, f)\nconst b = sma(open, s)\n' + ENTRY + EXIT,
      'the two averages read different values',
    ],
    [
      'a fixed period',
      'const a = sma(close, 5)\nconst b = sma(close, s)\n' + ENTRY + EXIT,
      'a period is not a parameter by itself',
    ],
    [
      'one period',
      'const a = sma(close, f)\nconst b = sma(close, f)\nplot(close * s)\n' + ENTRY + EXIT,
      'both averages have the same period',
    ],
    [
      'units',
      AVERAGES + ENTRY.replace('percentOfEquity', 'units') + EXIT,
      'the size is not a percent of equity',
    ],
    [
      'a size that changes',
      AVERAGES + ENTRY.replace('95', 'close') + EXIT,
      'the size changes from bar to bar',
    ],
    [
      'a stop from the entry price',
      AVERAGES + ENTRY.replace('95)', '95), stop: position.entryPrice') + EXIT,
      'the stop depends on the position',
    ],
    [
      'a target from a period',
      AVERAGES + ENTRY.replace('95)', '95), target: close + f') + EXIT,
      'the target depends on a swept parameter',
    ],
    [
      'a size from a period',
      AVERAGES + ENTRY.replace('95', 's') + EXIT,
      'the size depends on a swept parameter',
    ],
    ...['limit: low', 'trigger: high', 'touch: low', 'trail: percent(5)', "auction: 'close'"].map(
      (option) => [
        option,
        AVERAGES + ENTRY.replace('95)', `95), ${option}`) + EXIT,
        `the entry has the option '${option.slice(0, option.indexOf(':'))}'`,
      ],
    ),
    ...["timeInForce: 'day'", "expires: '2030-01-01'", "group: 'g'", 'trailing: amount(2)'].map((option) => [
      option,
      AVERAGES + ENTRY.replace('95)', `95), ${option}`) + EXIT,
      `the entry has the option '${option.startsWith('expires') ? 'timeInForce' : option.slice(0, option.indexOf(':'))}'`,
    ]),
    [
      'a part of the position',
      AVERAGES + ENTRY + EXIT.replace('exit()', 'exit({ fraction: 0.5 })'),
      "the exit has the option 'fraction'",
    ],
    [
      'a trailing exit',
      AVERAGES + ENTRY + EXIT.replace('exit()', 'sell({ trail: percent(3) })'),
      "the exit has the option 'trail'",
    ],
    [
      'an exit of short positions',
      AVERAGES + ENTRY + EXIT.replace('exit', 'cover'),
      'the exit leaves short positions only',
    ],
    [
      'a plain order beside',
      `${AVERAGES}${ENTRY}${EXIT}\norder('buy', { size: units(1) })`,
      "the statement 'order' is the exact engine's alone",
    ],
    [
      'a rebalancing beside',
      `${AVERAGES}${ENTRY}${EXIT}\nrebalance(0.5)`,
      "the statement 'rebalance' is the exact engine's alone",
    ],
    [
      'a withdrawal beside',
      `${AVERAGES}${ENTRY}${EXIT}\ncancel()`,
      "the statement 'cancel' is the exact engine's alone",
    ],
    [
      'a size by risk',
      AVERAGES + ENTRY.replace('percentOfEquity(95)', 'riskPercent(1), stop: close * 0.9') + EXIT,
      'the size is not a percent of equity',
    ],
    [
      'an input from a period',
      'const a = sma(close * s, f)\nconst b = sma(close * s, s)\n' + ENTRY + EXIT,
      'the averaged values depend on a period',
    ],
  ])('refuses %s', (_, body, reason) => {
    expect(match(body)).toEqual({ kind: 'refused', reason });
  });
});
