import { BacktabError } from '../core/errors';
import { compile } from './compile';
import { scalarProgram } from './column-evaluator';

/** A formula over named numbers, in the language of scripts. */
export interface Formula {
  readonly text: string;
  /** The names that it reads, in the order in which they were offered. */
  readonly names: readonly string[];
  /** @param values  one per name of `names`; NaN where there is none */
  evaluate(values: readonly number[]): number;
}

/** Longest formula, characters. */
const LONGEST = 500;

/**
 * A formula that gives a number, as `sharpe - 2 * maxDrawdown`.
 *
 * @param text   an expression of the script language over the names
 * @param known  names that it may read
 * @throws BacktabError `formula_invalid`
 */
export const numberFormula = (text: string, known: readonly string[]): Formula =>
  compiled(text, known, `plot(\n${text}\n)`);

/**
 * A formula that gives 1 where it holds and 0 elsewhere, as `fast < slow`.
 *
 * @param text   a condition of the script language over the names
 * @param known  names that it may read
 * @throws BacktabError `formula_invalid`
 */
export const conditionFormula = (text: string, known: readonly string[]): Formula =>
  compiled(text, known, `plot((\n${text}\n) ? 1 : 0)`);

function compiled(text: string, known: readonly string[], statement: string): Formula {
  const refuse = (reason: string): BacktabError =>
    new BacktabError('formula_invalid', { formula: text, reason });
  if (text.length > LONGEST) throw refuse(`It is longer than ${LONGEST} characters.`);
  const words = new Set(text.match(/[A-Za-z_]\w*/g));
  const names = known.filter((name) => words.has(name));
  const head = names.map((name) => `const ${name} = param('${name}', 0.5, { min: -1e300, max: 1e300 })`);
  const { plan, diagnostics } = compile(["strategy('formula')", ...head, statement].join('\n'));
  const mistake = diagnostics.find((found) => found.severity === 'error');
  if (!plan) throw refuse(mistake?.message ?? 'It cannot be read.');
  const [plot] = plan.plots;
  const isOne =
    plot?.kind === 'number' &&
    plan.plots.length === 1 &&
    plan.actions.length === 0 &&
    plan.states.length === 0;
  if (!isOne || plan.rates[plot.node] !== 'scalar')
    throw refuse(`It may only use numbers, operators and ${known.join(', ')}.`);
  const run = scalarProgram(plan, plot.node);
  const values = new Map<string, number>();
  return {
    text,
    names,
    evaluate(given) {
      names.forEach((name, k) => values.set(name, given[k] ?? NaN));
      return run(values);
    },
  };
}
