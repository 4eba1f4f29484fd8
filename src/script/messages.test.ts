import { describe, expect, it } from 'vitest';
import docs from '../../docs/script-errors.md?raw';
import { compile } from './compile';
import { SCRIPT_LIMITS } from './limits';
import { DIAGNOSTICS, type DiagnosticCode } from './messages';

const HEAD = "strategy('Test', { fee: percent(0.1) })\n";
/** These speak of `strategy(...)` itself, so no line of it is put before their examples. */
const WHOLE: ReadonlySet<string> = new Set([
  'strategy_missing',
  'strategy_twice',
  'orders_missing',
  'costs_missing',
  'cost_unit_missing',
  'setting_flatters',
]);

const sections = docs
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const code = section.slice(0, section.indexOf('\n'));
    const example = /```js\n([\s\S]*?)```/.exec(section)?.[1] ?? null;
    return { code, example, isDoubt: section.includes('*(doubt)*') };
  });

const withExample = sections.flatMap(({ code, example }) => (example === null ? [] : [{ code, example }]));

const codesOf = (source: string): string[] =>
  compile(source).diagnostics.map((diagnostic) => diagnostic.code);

const lines = (count: number, line: (i: number) => string): string =>
  HEAD + Array.from({ length: count }, (_, i) => line(i)).join('\n');

/** Texts too long to print in the documentation. */
const LIMIT_CASES: Partial<Record<DiagnosticCode, string>> = {
  script_too_long: HEAD + '/'.repeat(SCRIPT_LIMITS.characters),
  script_too_deep: `${HEAD}plot(${'('.repeat(SCRIPT_LIMITS.depth)}close${')'.repeat(SCRIPT_LIMITS.depth)})`,
  script_too_large: lines(90, (i) => `plot(low*${i + 2}${'+1'.repeat(58)})`),
  params_too_many: lines(17, (i) => `plot(close + param('p${i}', 1, { min: 0, max: 2 }))`),
  annotations_too_many: lines(65, (i) => `log('x', close * ${i + 2})`),
  states_too_many: lines(257, (i) => `let s${i} = state(0)\ns${i}++`),
  frames_too_many: lines(40, (i) => `plot(timeframe('${i + 2}d', close))`),
  history_too_much: lines(101, (i) => `if ((cash * ${i + 2})[10000] > 0) exit()`),
};

/** Told after a run; `language-values.test.ts` gets them. */
const OF_A_RUN: readonly DiagnosticCode[] = ['condition_never_holds'];

describe('diagnostics', () => {
  it('have one section each in docs/script-errors.md', () => {
    expect(sections.map(({ code }) => code).toSorted()).toEqual(Object.keys(DIAGNOSTICS).toSorted());
  });

  it.each(sections)('$code is told as a doubt only when it is one', ({ code, isDoubt }) => {
    expect(DIAGNOSTICS[code as DiagnosticCode].severity).toBe(isDoubt ? 'warning' : 'error');
  });

  it.each(withExample)('$code is what its example gets', ({ code, example }) => {
    expect(codesOf(WHOLE.has(code) ? example : HEAD + example)).toContain(code);
  });

  it.each(Object.entries(LIMIT_CASES))('%s holds at its limit', (code, source) => {
    expect(codesOf(source)).toContain(code);
    expect(compile(source).plan).toBeNull();
  });

  it('leave none without a text that gets it', () => {
    const covered = [...withExample.map(({ code }) => code), ...OF_A_RUN, ...Object.keys(LIMIT_CASES)];
    expect(covered.toSorted()).toEqual(Object.keys(DIAGNOSTICS).toSorted());
  });
});
