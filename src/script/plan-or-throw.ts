import { BacktabError } from '../core/errors';
import { compile, type Compilation } from './compile';
import type { Plan } from './plan';

/**
 * The plan of a compilation that has one.
 *
 * @throws BacktabError `script_invalid` with the first mistake
 */
export function planOrThrow(compilation: Compilation): Plan {
  const { plan, diagnostics } = compilation;
  if (plan) return plan;
  const errors = diagnostics.filter((d) => d.severity === 'error');
  const [first] = errors;
  throw new BacktabError('script_invalid', {
    count: errors.length,
    line: first?.line ?? 1,
    first: first?.message ?? 'The script cannot run.',
    fix: first?.remedy ?? 'Open it in the editor to see why.',
  });
}

/**
 * Compiles a script that has to run.
 *
 * @throws BacktabError `script_invalid` with the first mistake
 */
export const compileOrThrow = (source: string): Plan => planOrThrow(compile(source));
