import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PATIENT } from '../../tests/support/patient';
import { SETTING_NAMES } from '../core/settings';
import { goldenCases } from '../../tests/support/preset-golden';
import { INDICATORS } from '../indicators/catalogue';
import { backtest } from './commands/backtest';
import { compute } from './commands/compute';
import { importFiles } from './commands/import';
import { indicators } from './commands/indicators';
import { settings } from './commands/settings';
import { sensitivity } from './commands/sensitivity';
import { sweep } from './commands/sweep';
import type { Output } from './output';

// The test runner has addresses of its server for files.
vi.mock(import('@kernels.wasm?url'), () => ({
  default: new URL('../../build/wasm/kernels.wasm', import.meta.url).href,
}));

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs a command and gives back what it printed. */
async function printed(
  command: (args: readonly string[], output: Output) => Promise<unknown>,
  ...args: string[]
): Promise<{ text: string; json: Record<string, unknown> }> {
  let text = '';
  let json = {};
  await command(args, {
    text: (t) => (text += t),
    json: (d) => (json = JSON.parse(JSON.stringify(d)) as object),
  });
  return { text, json };
}

const SP500 = ['golden-cross', '--data', 'sp500'];

describe('backtest', () => {
  it('prints the contract of one JSON document', async () => {
    const { json } = await printed(backtest, ...SP500, '--json');
    const metrics = json['metrics'] as Record<string, number>;
    const trades = json['trades'] as Record<string, unknown>[];
    expect(json['resultHash']).toMatch(/^[0-9a-f]{64}$/);
    expect(metrics['trades']).toBe(29);
    expect(metrics['cagr']).toBeCloseTo(0.0169, 4);
    expect(trades).toHaveLength(29);
    expect(trades[28]).toMatchObject({
      side: 'long',
      quantity: 45,
      entryTime: '2019-09-12T00:00:00.000Z',
      exitTime: '2019-10-02T00:00:00.000Z',
    });
    expect(json['warnings']).toContainEqual(expect.stringContaining('1760 rows'));
  });

  it('has every documented metric, holding first as the benchmark', async () => {
    const { json } = await printed(backtest, ...SP500, '--json');
    const metrics = json['metrics'] as Record<string, number | null>;
    const documented = await readFile(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
    const [, keys = ''] = documented.split('## Keys of metrics');
    const once = [...keys.split('## Functions')[0]!.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key!);
    const known = Object.keys(metrics).filter(
      (key) => !/^(long|short)(?=[A-Z])/.test(key) || once.includes(key),
    );
    expect(known.toSorted()).toEqual(once.toSorted());
    expect(json['benchmark']).toBe('Holding S&P 500');
    expect(metrics['beta']).toBeCloseTo(0.1452, 4);
    expect([metrics['longWinRate'], metrics['shortWinRate']]).toEqual([metrics['winRate'], null]);
  });

  it('compares with another benchmark as it was known', async () => {
    const file = join(folder, 'flat.csv');
    await writeFile(file, 'date,close\n2010-01-04,50\n2010-01-05,50\n2010-01-06,55\n');
    const { json } = await printed(backtest, ...SP500, '--benchmark', file, '--json');
    const metrics = json['metrics'] as Record<string, number>;
    expect(json['benchmark']).toBe('flat');
    expect(metrics['benchmarkReturn']).toBeCloseTo(0.1, 12);
    expect(json['warnings']).toContainEqual(expect.stringContaining('has no value of its own for'));
    const { json: same } = await printed(backtest, ...SP500, '--benchmark', 'sp500', '--json');
    expect((same['metrics'] as Record<string, number>)['beta']).toBeCloseTo(0.1452, 4);
  });

  it('refuses a benchmark of other years', async () => {
    const file = join(folder, 'later.csv');
    await writeFile(file, 'date,close\n2022-01-03,50\n2022-01-04,51\n');
    await expect(printed(backtest, ...SP500, '--benchmark', file)).rejects.toMatchObject({
      code: 'benchmark_apart',
    });
  });

  it('gives another hash for other parameters or settings, and the same for the same', async () => {
    const hash = async (...more: string[]): Promise<unknown> =>
      (await printed(backtest, ...SP500, '--json', ...more)).json['resultHash'];
    const plain = await hash();
    expect(await hash('--param', 'fast=20')).toBe(plain);
    expect(await hash('--param', 'fast=25')).not.toBe(plain);
    expect(await hash('--set', 'slippageBps=2')).not.toBe(plain);
  });

  it('writes equity as CSV and Arrow', async () => {
    await printed(backtest, ...SP500, '--out', join(folder, 'out'));
    const table = tableFromIPC(await readFile(join(folder, 'out', 'equity.arrow')));
    expect(table.numRows).toBe(5105);
    expect(table.schema.fields.map((field) => field.name)).toEqual([
      'time',
      'equity',
      'cash',
      'exposure',
      'drawdown',
    ]);
    const lines = (await readFile(join(folder, 'out', 'equity.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(5106);
    expect(lines.at(-1)).toContain(String(table.getChild('equity')?.get(5104)));
  });

  it('writes trades, orders, their events and fills in three formats', async () => {
    const out = join(folder, 'tables');
    const { json } = await printed(backtest, ...SP500, '--out', out, '--json');
    for (const [name, least] of Object.entries({ trades: 29, fills: 58, orders: 58, 'order-events': 116 })) {
      const table = tableFromIPC(await readFile(join(out, `${name}.arrow`)));
      const lines = (await readFile(join(out, `${name}.csv`), 'utf8')).trimEnd().split('\r\n');
      const objects = JSON.parse(await readFile(join(out, `${name}.json`), 'utf8')) as object[];
      expect([lines.length - 1, objects.length]).toEqual([table.numRows, table.numRows]);
      expect(table.numRows).toBeGreaterThanOrEqual(least);
    }
    const whole = JSON.parse(await readFile(join(out, 'run.json'), 'utf8')) as object;
    expect(whole).toEqual(json);
  });

  it('writes the report as one file', PATIENT, async () => {
    const path = join(folder, 'report.html');
    const { json } = await printed(backtest, ...SP500, '--report', path, '--json');
    const page = await readFile(path, 'utf8');
    expect(page).toContain(json['resultHash']);
    expect(page).toContain('Golden cross on S&amp;P 500, daily');
    const nowhere = printed(backtest, ...SP500, '--report', join(folder, 'none', 'report.html'));
    await expect(nowhere).rejects.toMatchObject({ code: 'file_not_writable' });
  });

  it.each([
    ['backtesting.py', 100, []],
    ['vectorbt', 100, []],
    ['backtrader', 95, []],
    ['zipline', 100, ['--set', 'feePerUnit=0', '--set', 'slippageBps=0', '--set', 'volumeShare=0']],
    ['tradingview', 95, []],
  ])('ends with the equity of %s under its preset', async (preset, percent, more) => {
    const path = join(folder, `${preset}.bt.js`);
    await writeFile(
      path,
      `strategy('Crossing', { capital: 100_000 })
const quick = sma(close, 20)
const steady = sma(close, 100)
if (crossover(quick, steady)) buy({ size: percentOfEquity(${percent}) })
if (crossunder(quick, steady)) exit()`,
    );
    const { json } = await printed(backtest, path, '--data', 'sp500', '--json', '--preset', preset, ...more);
    const { finalEquity } = json['metrics'] as { finalEquity: number };
    const { last } = goldenCases(preset).find(({ name }) => name === 'cross_long')!.equity;
    expect([finalEquity]).toMatchColumn([last], { rtol: 1e-9 });
  });

  it('lets the script and --set go before a preset', async () => {
    const path = join(folder, 'dear.bt.js');
    await writeFile(
      path,
      "strategy('Dear', { slippage: bps(3) })\nif (close > open) buy({ size: units(1) })\n",
    );
    const words = [path, '--data', 'sp500', '--json', '--preset', 'zipline', '--set', 'volumeShare=0.5'];
    const { json } = await printed(backtest, ...words);
    expect(json['settings']).toMatchObject({ slippageBps: 3, volumeShare: 0.5, marketFill: 'next_close' });
  });

  it.each([
    [[...SP500, '--preset', 'metatrader'], 'setting_invalid'],
    [['golden-cross'], 'usage'],
    [['no-such-script', '--data', 'sp500'], 'file_not_readable'],
    [['golden-cross', '--data', 'no-such-file.csv'], 'file_not_readable'],
    [[...SP500, '--param', 'speed=3'], 'parameter_unknown'],
    [[...SP500, '--set', 'capital=-5'], 'parameter_out_of_range'],
  ])('refuses %j with %s', async (args, code) => {
    await expect(printed(backtest, ...args)).rejects.toMatchObject({ code });
  });

  it('names the line of a mistake in the script', async () => {
    const path = join(folder, 'mistake.bt.js');
    await writeFile(
      path,
      "strategy('x', { fee: percent(0.1) })\nif (close > smaa(close, 20)) buy({ size: units(1) })\n",
    );
    const failure = printed(backtest, path, '--data', 'sp500');
    await expect(failure).rejects.toMatchObject({ code: 'script_invalid', params: { line: 2 } });
  });
});

describe('other commands', () => {
  it('sweeps to the best cell of the sample', async () => {
    const path = join(folder, 'sweep.csv');
    const { text } = await printed(
      sweep,
      ...SP500,
      '--range',
      'slow=220:250:10',
      '--top',
      '1',
      '--workers',
      '1',
      '--out',
      path,
    );
    expect(text).toMatch(/10 \/ 240 +0\.80 /);
    expect((await readFile(path, 'utf8')).trimEnd().split('\r\n')).toHaveLength(1 + 12 * 4);
  });

  it.each([
    [['--range', 'slow=1'], 'usage'],
    [['--range', 'slow=9:1:1'], 'setting_invalid'],
    [['--backend', 'abacus'], 'usage'],
    [['--top', '0'], 'usage'],
    [['--range', 'fast=1:5000:1', '--range', 'slow=1:5000:1'], 'sweep_too_large'],
    [['--search', 'best'], 'usage'],
    [['--trials', '5'], 'usage'],
    [['--resume'], 'usage'],
    [['--where', 'fast <'], 'formula_invalid'],
    [['--metric', 'beauty'], 'formula_invalid'],
    [['--workers', '0'], 'usage'],
  ])('sweep refuses %j with %s', async (args, code) => {
    await expect(printed(sweep, ...SP500, ...args)).rejects.toMatchObject({ code });
  });

  it('asks what is left of a run that comes late or starts later', async () => {
    const kinds = ['--kind', 'delay', '--kind', 'start', '--delays', '2', '--starts', '3'];
    const path = join(folder, 'sensitivity.csv');
    const { json } = await printed(sensitivity, ...SP500, ...kinds, '--out', path, '--json');
    const studies = json['studies'] as { kind: string; results: { figures: { cagr: number } }[] }[];
    expect(studies.map(({ kind, results }) => [kind, results.length])).toEqual([
      ['start', 3],
      ['delay', 3],
    ]);
    expect(studies[1]!.results[0]!.figures.cagr).toBeCloseTo(0.0169, 4);
    expect((await readFile(path, 'utf8')).trimEnd().split('\r\n')).toHaveLength(7);
    const { text } = await printed(sensitivity, ...SP500, ...kinds, '--metric', 'sharpe');
    expect(text).toContain('What is left when every order comes late?');
    expect(text).toMatch(/2 bars late +\+0\.\d\d/);
  });

  it.each([
    [['--kind', 'luck'], 'usage'],
    [['--metric', 'calmar'], 'usage'],
    [['--delays', '0'], 'usage'],
    [['--kind', 'skip', '--chance', '2'], 'parameter_out_of_range'],
  ])('sensitivity refuses %j with %s', async (args, code) => {
    await expect(printed(sensitivity, ...SP500, ...args)).rejects.toMatchObject({ code });
  });

  it('import prints the quality report', async () => {
    const file = join(folder, 'bad.csv');
    await writeFile(
      file,
      'date,open,high,low,close\n2020-01-01,1,2,3,1\n2020-01-02,1,2,0.5,1\n2020-01-03,1,2,0.5,1\n',
    );
    const { text } = await printed(importFiles, file);
    expect(text).toContain('kept 2 of 3 rows');
    expect(text).toMatch(/line 2: /);
  });

  it('lists the settings', async () => {
    const { json } = await printed(settings, '--json');
    expect(json).toHaveLength(SETTING_NAMES.length);
    expect(json).toContainEqual(
      expect.objectContaining({ name: 'leverage', group: 'Margin and financing', initial: 1, max: 1000 }),
    );
    expect((await printed(settings)).text).toMatch(/ {2}intrabar .*pessimistic, optimistic, path, detail/);
    await expect(printed(settings, 'leverage')).rejects.toMatchObject({ code: 'usage' });
  });

  it('lists the indicators, and one of them', async () => {
    expect((await printed(indicators, '--json')).json).toHaveLength(INDICATORS.length);
    expect((await printed(indicators, 'RSI', '--json')).json).toMatchObject({ name: 'rsi', lookback: 14 });
    expect((await printed(indicators, 'SMA', '--json')).json).toMatchObject({
      talib: 'SMA',
      convention: false,
    });
    expect((await printed(indicators, 'ema', '--json')).json).toMatchObject({ convention: true });
    expect((await printed(indicators, 'cdldoji', '--json')).json).toMatchObject({
      candleSettings: [{ name: 'bodyDoji', range: 'highLow', period: 10, factor: 0.1 }],
    });
    await expect(printed(indicators, 'rsii')).rejects.toMatchObject({
      code: 'indicator_unknown',
      params: { nearest: 'rsi' },
    });
  });
});

describe('compute', () => {
  /** Runs request lines on a CSV and gives the answers. */
  async function computed(csv: string, ...lines: string[]): Promise<unknown[]> {
    const [data, requests, out] = ['table.csv', 'requests.jsonl', 'answers.jsonl'].map((name) =>
      join(folder, name),
    );
    await writeFile(data!, csv);
    await writeFile(requests!, lines.join('\n'));
    await compute(['--data', data!, '--requests', requests!, '--out', out!]);
    return (await readFile(out!, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  }

  const TABLE = 'i,Close,x\n0,1,5\n1,2,\n2,4,7\n3,8,9\n';

  it('answers each line, from the first row with values on', async () => {
    const answers = await computed(
      TABLE,
      '{"id":"a","fn":"SMA","inputs":{"real":"Close"},"params":{"timePeriod":2}}',
      '{"id":7,"fn":"ema","inputs":{"real":"Close"},"params":{"timePeriod":3},"unstablePeriod":1}',
    );
    expect(answers).toEqual([
      { id: 'a', begin: 1, outputs: { value: [1.5, 3, 6] } },
      { id: 7, begin: 3, outputs: { value: [7 / 3 + 0.5 * (8 - 7 / 3)] } },
    ]);
  });

  it('writes NaN as text, and begin 0 where nothing is long enough', async () => {
    const answers = await computed(
      TABLE,
      '{"id":1,"fn":"sma","inputs":{"real":"x"},"params":{"timePeriod":1}}',
      '{"id":2,"fn":"sma","inputs":{"real":"x"},"params":{"timePeriod":9}}',
    );
    expect(answers).toEqual([
      { id: 1, begin: 0, outputs: { value: [5, 'NaN', 7, 9] } },
      { id: 2, begin: 0, outputs: { value: [] } },
    ]);
  });

  it.each([
    ['{"id":"x"', 'request_invalid', null],
    ['{"id":"x"}', 'request_invalid', 'x'],
    ['{"id":"x","fn":"SMAA"}', 'indicator_unknown', 'x'],
    ['{"id":"x","fn":"SMA"}', 'input_missing', 'x'],
    ['{"id":"x","fn":"SMA","inputs":{"real":"nope"}}', 'column_unknown', 'x'],
    ['{"id":"x","fn":"SMA","inputs":{"close":"Close"}}', 'parameter_unknown', 'x'],
    ['{"id":"x","fn":"SMA","inputs":{"real":"Close"},"params":{"period":3}}', 'parameter_unknown', 'x'],
    [
      '{"id":"x","fn":"SMA","inputs":{"real":"Close"},"params":{"timePeriod":0}}',
      'parameter_out_of_range',
      'x',
    ],
    ['{"id":"x","fn":"SMA","inputs":{"real":"Close"},"params":{"timePeriod":"two"}}', 'setting_invalid', 'x'],
    ['{"id":"x","fn":"SMA","inputs":{"real":"Close"},"unstablePeriod":-1}', 'request_invalid', 'x'],
  ])('answers %j with %s, and goes on', async (line, code, id) => {
    const [bad, good] = await computed(
      TABLE,
      line,
      '{"id":"b","fn":"SMA","inputs":{"real":"Close"},"params":{"timePeriod":4}}',
    );
    expect(bad).toMatchObject({ id, error: { code } });
    expect(good).toEqual({ id: 'b', begin: 3, outputs: { value: [3.75] } });
  });

  it('names the line of a row that is too short', async () => {
    const failure = computed('a,b\n1,2\n3\n', '{"fn":"sma"}');
    await expect(failure).rejects.toMatchObject({ code: 'csv_malformed', params: { line: 3 } });
  });
});
