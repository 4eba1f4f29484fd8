import { compile } from '../../src/script/compile';
import { format } from '../../src/script/format';
import { parser } from '../../src/script/strategy.grammar';
import { symbolsOf } from '../../src/script/symbols';
import { hundredLines } from '../../src/tools/hundred-lines.mjs';
import { nanoseconds } from './timing';

const RUNS = 200;

/** Time of what the editor does at each key, on a script of 100 lines. */
export function run(print: (line: string) => void): void {
  const source = hundredLines();
  if (!compile(source).plan) throw new Error('the script does not compile');
  const tree = parser.parse(source);
  const time = (name: string, work: () => unknown, budget = ''): void => {
    const sorted = nanoseconds(RUNS, work).sort((a, b) => a - b);
    const at = (share: number): string => ((sorted[Math.floor(share * RUNS)] ?? NaN) / 1e6).toFixed(2);
    print(`script  ${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms${budget}`);
  };
  time('check and lower, 100 lines', () => compile(source), ' (budget 5 ms)');
  time('names and their scopes', () => symbolsOf(tree, source));
  time('format', () => format(source));
}
