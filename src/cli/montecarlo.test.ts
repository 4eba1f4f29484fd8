import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printedBy } from '../../tests/support/printed';
import { montecarlo } from './commands/montecarlo';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-'));
});

afterAll(() => rm(folder, { recursive: true }));

const printed = (...args: string[]) => printedBy(montecarlo, args);

const SP500 = ['golden-cross', '--data', 'sp500'];

describe('backtab montecarlo', () => {
  it('makes futures of a run and says how they spread', async () => {
    const path = join(folder, 'fan.csv');
    const words = [
      ...SP500,
      '--model',
      'gbm',
      '--paths',
      '2000',
      '--steps',
      '60',
      '--ruin',
      '0.1',
      '--goal',
      '0.1',
    ];
    const { json } = await printed(...words, '--out', path, '--json');
    expect(json).toMatchObject({
      strategy: 'Golden cross',
      name: 'gbm',
      paths: 2000,
      steps: 60,
      ruinLoss: 0.1,
    });
    const { quantiles } = json['terminal'] as { quantiles: number[] };
    expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b));
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe(
      'step,quantile01,quantile05,quantile25,quantile50,quantile75,quantile95,quantile99',
    );
    expect(lines).toHaveLength(62);
    expect(lines.at(-1)).toBe(['60', ...quantiles].join(','));
    const { text } = await printed(...words);
    expect(text).toContain('Geometric Brownian motion: Golden cross on');
    expect(text).toContain('2,000 paths of 60 bars, seed 1');
    expect(text).toMatch(/Loses 10.% first +\d+\.\d.% \(95.%: /);
  });

  it('shuffles the trades of a run, all ways ending alike', async () => {
    const { json } = await printed(...SP500, '--model', 'trades', '--paths', '500', '--json');
    const { deviation } = json['terminal'] as { deviation: number };
    expect(json).toMatchObject({ unit: 'trade', steps: 29 });
    expect(deviation).toBeLessThan(1e-12);
    expect((json['drawdown'] as { deviation: number }).deviation).toBeGreaterThan(0.001);
  });

  it('sets a run beside other holdings', async () => {
    const { json } = await printed(...SP500, '--with', 'sp500', '--paths', '200', '--steps', '5', '--json');
    expect(json).toMatchObject({ name: 'assets' });
    expect((json['parameters'] as { name: string }[]).map(({ name }) => name)).toContain(
      'S&P 500, daily with Golden cross',
    );
  });

  it.each([
    [['--model', 'oracle'], 'usage'],
    [['--paths', 'many'], 'usage'],
    [['--steps', '0'], 'usage'],
    [['--model', 'assets'], 'usage'],
    [['--model', 'trades', '--steps', '9'], 'usage'],
    [['--paths', '5'], 'parameter_out_of_range'],
    [['--ruin', '2'], 'parameter_out_of_range'],
    [['--model', 'history', '--steps', '4000'], 'data_insufficient'],
    [['--steps', '5', '--paths', '100', '--out', '/no/such/folder/fan.csv'], 'file_not_writable'],
  ])('refuses %j with %s', async (args, code) => {
    await expect(printed(...SP500, ...args)).rejects.toMatchObject({ code });
  });
});
