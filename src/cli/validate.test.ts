import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printedBy } from '../../tests/support/printed';
import { VALIDATION_IDS } from '../research/validation/shape';
import { validate } from './commands/validate';

const QUICK = ['--resamples', '49', '--shuffles', '19', '--entries', '19', '--noise', '19'];
const SP500 = [
  'golden-cross',
  '--data',
  'sp500',
  '--range',
  'fast=10:30:20',
  '--range',
  'slow=100:200:100',
  ...QUICK,
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-'));
});
afterAll(() => rm(folder, { recursive: true }));

const printed = (...args: string[]) => printedBy(validate, args);

it('prints every method with its stand, the verdict first', async () => {
  const { text } = await printed(...SP500);
  expect(text).toMatch(
    /^Golden cross on .*: 4 settings in [\d.]+ s\n\n(Cannot say|No evidence|Weak|Fair|Strong)/,
  );
  expect(text.match(/^(passed {2}|failed {2}|not run|told {3})/gm)!.length).toBe(VALIDATION_IDS.length);
  expect(text).toContain('Walk-forward, rolling: fast / slow');
  expect(text.match(/chosen from \d{4}-\d{2}-\d{2} on: /g)).toHaveLength(16);
});

it('prints one JSON document and writes all figures as CSV', async () => {
  const file = join(folder, 'validation.csv');
  const { json } = await printed(
    ...SP500,
    '--json',
    '--out',
    file,
    '--against',
    'holding',
    '--windows',
    '5',
    '--in-sample',
    '2',
    '--seed',
    '3',
    '--tries',
    '40',
  );
  const results = json['results'] as {
    id: string;
    question: string;
    figures: { key: string; value: number }[];
  }[];
  expect(results.map(({ id }) => id)).toEqual(VALIDATION_IDS);
  expect(json).toMatchObject({
    strategy: 'Golden cross',
    run: 4,
    options: { seed: 3, benchmark: 'holding', resamples: 49 },
  });
  const deflated = results.find(({ id }) => id === 'deflated_sharpe')!;
  expect(deflated.figures.find(({ key }) => key === 'tries')!.value).toBe(44);
  expect(results.find(({ id }) => id === 'reality_check')!.question).toContain('holding');
  const walks = json['walkForwards'] as { windows: unknown[]; equity: number[] }[];
  expect(walks.map(({ windows }) => windows.length)).toEqual([5, 5]);
  expect(walks[0]!.equity.length).toBeGreaterThan(3000);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
  expect(lines[0]).toBe('method,status,result,figure,value,unit,reason');
  expect(new Set(lines.slice(1).map((line) => line.split(',')[0]))).toEqual(new Set(VALIDATION_IDS));
});

it.each([
  [['golden-cross'], 'usage'],
  [['golden-cross', '--data', 'sp500', '--against', 'gold'], 'usage'],
  [['golden-cross', '--data', 'sp500', '--seed', 'x'], 'usage'],
  [['golden-cross', '--data', 'sp500', '--range', 'fast'], 'usage'],
  [['golden-cross', '--data', 'sp500', '--range', 'nope=1:2:1'], 'parameter_unknown'],
  [['golden-cross', '--data', 'sp500', '--resamples', '3'], 'parameter_out_of_range'],
])('refuses %j', async (args, code) => {
  await expect(printed(...args)).rejects.toMatchObject({ code });
});
