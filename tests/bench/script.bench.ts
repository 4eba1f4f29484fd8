import { compile } from '../../src/script/compile';
import { format } from '../../src/script/format';
import { parser } from '../../src/script/strategy.grammar';
import { symbolsOf } from '../../src/script/symbols';
import { hundredLines } from '../../src/tools/hundred-lines.mjs';

const RUNS = 200;

/**
 * Time of what the editor does at each key, on a script of 100 lines: by the clock, and the processor time of the process,
 * in which what else the machine does is not.
 */
export function run(print: (line: string) => void): void {
  const source = hundredLines();
  if (!compile(source).plan) throw new Error('the script does not compile');
  const tree = parser.parse(source);
  const time = (name: string, work: () => unknown, budget = ''): void => {
    const { clock, processor } = milliseconds(RUNS, work);
    print(
      `script  ${name}: median ${at(clock, 0.5)} ms, p95 ${at(clock, 0.95)} ms${budget}; processor time median ${at(processor, 0.5)} ms`,
    );
  };
  time('check and lower, 100 lines', () => compile(source), ' (budget 5 ms)');
  time('names and their scopes', () => symbolsOf(tree, source));
  time('format', () => format(source));
}

function milliseconds(runs: number, work: () => unknown): { clock: number[]; processor: number[] } {
  const [clock, processor]: [number[], number[]] = [[], []];
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    const start = performance.now();
    work();
    clock.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  return { clock, processor };
}

const at = (times: readonly number[], share: number): string =>
  (times.toSorted((a, b) => a - b)[Math.floor(share * times.length)] ?? NaN).toFixed(2);
