import { writeFile } from 'node:fs/promises';
import { expect, openWorkspace, otherResult, resultHash, test } from './support/app';
import { backtab } from './support/command';

const SAMPLE = ['backtest', 'examples/golden-cross.bt.js', '--data', 'sp500', '--json'];

test('the command line and the page agree on the result, byte for byte', async ({ page, app }) => {
  const { code, stdout } = await backtab(...SAMPLE);
  expect(code).toBe(0);
  const document = JSON.parse(stdout) as { resultHash: string; trades: unknown[] };
  expect(document.trades).toHaveLength(29);
  await openWorkspace(page, app);
  expect(await resultHash(page)).toBe(document.resultHash);

  const other = JSON.parse((await backtab(...SAMPLE, '--param', 'fast=25')).stdout) as { resultHash: string };
  const field = page
    .getByRole('textbox', { name: /^fast/ })
    .or(page.getByRole('spinbutton', { name: /^fast/ }));
  await field.first().fill('25');
  await field.first().press('Enter');
  expect(await otherResult(page, document.resultHash)).toBe(other.resultHash);
});

test('compute gives the same bytes with any number of workers', async ({}, info) => {
  const { stdout: catalogue } = await backtab('indicators', '--json');
  const known = JSON.parse(catalogue) as { name: string; inputs: { name: string; source: string }[] }[];
  const requests = known.map(({ name, inputs }, id) => {
    const real = inputs.filter(({ source }) => source === 'real').map((input) => [input.name, 'close']);
    return JSON.stringify({ id, fn: name, inputs: Object.fromEntries(real) as unknown });
  });
  const path = info.outputPath('requests.jsonl');
  await writeFile(path, requests.join('\n'));
  const args = ['compute', '--data', 'sp500', '--requests', path, '--workers'];
  const one = await backtab(...args, '1');
  expect([one.code, one.stderr]).toEqual([0, '']);
  expect(one.stdout.trimEnd().split('\n')).toHaveLength(known.length);
  expect((await backtab(...args, '3')).stdout === one.stdout).toBe(true);
  expect((await backtab(...args, '0')).code).toBe(2);
});

test('bad usage and bad input are told on stderr with a code, and end with 2', async () => {
  for (const [args, code] of [
    [['nonsense'], 'usage'],
    [['backtest'], 'usage'],
    [['backtest', 'nothing-here.bt.js', '--data', 'sp500'], 'file_not_readable'],
    [[...SAMPLE, '--param', 'speed=3'], 'parameter_unknown'],
  ] as const) {
    const ended = await backtab(...args);
    expect(ended.code, code).toBe(2);
    expect(ended.stdout, code).toBe('');
    expect(ended.stderr, code).toMatch(new RegExp(`^error\\[${code}\\]: .+\\n.+\\n$`));
  }
});

test('shorter bars given on the command line say what came first inside a bar', async ({}, info) => {
  const file = async (name: string, rows: readonly string[]): Promise<string> => {
    const path = info.outputPath(name);
    await writeFile(path, ['time,open,high,low,close', ...rows].join('\n'));
    return path;
  };
  const script = info.outputPath('bracket.bt.js');
  await writeFile(
    script,
    "strategy('Bracket')\nif (close > open) buy({ size: units(10), stop: 95, target: 110 })\n",
  );
  const day = (i: number, row: string): string => `2020-01-0${i},${row}`;
  const days = await file('days.csv', [
    day(1, '99,101,99,100'),
    day(2, '100,101,99,99'),
    day(3, '100,112,94,99'),
  ]);
  const hours = await file('hours.csv', [
    '2020-01-03 14:00,100,112,99,108',
    '2020-01-03 15:00,108,109,94,99',
  ]);
  const beyond = await file('beyond.csv', [
    '2020-01-03 14:00,100,113,99,108',
    '2020-01-03 15:00,108,109,94,99',
  ]);
  const args = ['backtest', script, '--data', days, '--json'];
  const exits = async (...more: string[]): Promise<unknown> =>
    (JSON.parse((await backtab(...args, ...more)).stdout) as { trades: { exitPrice: number }[] }).trades;
  expect(await exits()).toMatchObject([{ exitPrice: 95 }]);
  expect(await exits('--detail', hours)).toMatchObject([{ exitPrice: 110 }]);
  const refused = await backtab(...args, '--detail', beyond);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toMatch(/^error\[detail_beyond_bar\]: beyond\.csv, row 1: .+\n.+\n$/);
});

test('a link from the command line opens as identical in the page', async ({ page, app }) => {
  const { stdout } = await backtab('link', 'golden-cross', '--data', 'sp500');
  await page.goto(`${app.url}/${stdout.trim()}`);
  await expect(page.getByRole('heading', { name: 'Identical' })).toBeVisible();
  const verified = await backtab('verify', page.url());
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('Identical: same 29 trades') });
});
