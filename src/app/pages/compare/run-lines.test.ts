import { expect, it } from 'vitest';
import type { ComparedRun, Comparison } from '../../../workers/report-protocol';
import { dashOf, hueOf, runLines, runNames } from './run-lines';

const run = (label: string): ComparedRun =>
  ({
    run: { label },
    growth: Float64Array.of(1, 2),
    belowPeak: Float64Array.of(0, -0.5),
  }) as unknown as ComparedRun;

it('tells eight runs apart by hue and dash', () => {
  const looks = Array.from({ length: 8 }, (_, k) => `${hueOf(k)} ${dashOf(k).join('-')}`);
  expect(new Set(looks).size).toBe(8);
});

it('numbers runs of the same name', () => {
  expect(runNames([run('20 / 100'), run('5 / 40'), run('20 / 100')])).toEqual([
    '20 / 100',
    '5 / 40',
    '20 / 100 (2)',
  ]);
});

it('draws holding first, behind the runs', () => {
  const holding = run('held');
  const lines = runLines(
    { runs: [run('a'), run('b')], holding } as unknown as Comparison,
    ({ growth }) => growth,
  );
  expect(lines.map(({ name, tone }) => [name, tone])).toEqual([
    ['Holding', 'bench'],
    ['a', 0],
    ['b', 1],
  ]);
  expect(lines[0]?.values).toBe(holding.growth);
});
