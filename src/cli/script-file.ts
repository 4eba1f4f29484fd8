import { readFile } from 'node:fs/promises';
import { BacktabError } from '../core/errors';
import { compile } from '../script/compile';
import type { Plan } from '../script/plan';
import { planOrThrow } from '../script/plan-or-throw';
import { BUILT_IN } from '../strategies/built-in';

/** A script that can run. */
export interface ScriptFile {
  readonly source: string;
  readonly plan: Plan;
  /** Doubts of the checker, as `line 9: …`. */
  readonly warnings: readonly string[];
}

/**
 * Reads and checks a script: a file, or a built-in strategy by its id or by the name of its example
 * file, as `golden-cross` or `examples/golden-cross.bt.js`.
 *
 * @throws BacktabError `file_not_readable` | `script_invalid`
 */
export async function loadScript(path: string): Promise<ScriptFile> {
  const source = await readScript(path);
  const compilation = compile(source);
  const plan = planOrThrow(compilation);
  const { diagnostics } = compilation;
  return { source, plan, warnings: diagnostics.map((d) => `line ${d.line}: ${d.message}`) };
}

async function readScript(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (e) {
    const builtIn = BUILT_IN.find(({ id }) => path === id || path === `examples/${id}.bt.js`);
    if (builtIn) return builtIn.source;
    const reason =
      e instanceof Error && 'code' in e && e.code === 'ENOENT' ? 'there is no such file' : String(e);
    throw new BacktabError('file_not_readable', { file: path, reason }, { cause: e });
  }
}
