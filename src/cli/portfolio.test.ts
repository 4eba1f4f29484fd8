import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backtest } from './commands/backtest';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs a backtest and gives back what it printed. */
async function printed(
  command: typeof backtest,
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

describe('backtest on several instruments', () => {
  const SCRIPT = `strategy('Swing', { fee: percent(0.1) })
if (crossover(close, sma(close, 3))) buy({ size: percentOfEquity(40) })
if (crossunder(close, sma(close, 3))) exit()
`;
  const csv = (level: number, from = 1): string =>
    [
      'date,open,high,low,close',
      ...Array.from({ length: 40 }, (_, i) => {
        const price = level * (1 + 0.1 * Math.abs(((i / 5) % 2) - 1));
        const day = new Date(Date.UTC(2020, from - 1, 1 + i)).toISOString().slice(0, 10);
        return `${day},${price},${price},${price},${price}`;
      }),
    ].join('\n');
  let script = '';
  const path = (name: string): string => join(folder, name);

  beforeAll(async () => {
    script = path('swing.bt.js');
    await writeFile(script, SCRIPT);
    await writeFile(path('one.csv'), csv(100));
    await writeFile(path('two.csv'), csv(30));
    await writeFile(path('late.csv'), csv(30, 9));
  });

  it('prints the document with the instrument of each trade', async () => {
    const { json } = await printed(
      backtest,
      script,
      '--data',
      `B=${path('two.csv')}`,
      '--data',
      `A=${path('one.csv')}`,
      '--json',
      '--fx',
      'EUR=1.25',
      '--currency',
      'USD',
      '--contract',
      'B:currency=EUR,tickSize=0.01',
    );
    expect(json['instruments']).toMatchObject([
      { name: 'A', bars: 40, currency: 'USD' },
      { name: 'B', bars: 40, currency: 'EUR', contract: { tickSize: 0.01 } },
    ]);
    const trades = json['trades'] as Record<string, unknown>[];
    expect(new Set(trades.map((trade) => trade['instrument']))).toEqual(new Set(['A', 'B']));
    expect(json['dataHash']).toMatch(/^[0-9a-f]{64}$/);
    expect(json['metrics']).toMatchObject({ trades: expect.any(Number) });
  });

  it('is the same whatever the order, and writes tables that name the instrument', async () => {
    const [one, two] = [`one=${path('one.csv')}`, `two=${path('two.csv')}`];
    const hash = async (...args: string[]): Promise<unknown> =>
      (await printed(backtest, script, ...args, '--json', '--out', path('many'))).json['resultHash'];
    const first = await hash('--data', one, '--data', two);
    expect(await hash('--data', two, '--data', one)).toBe(first);
    expect(await hash('--data', path('one.csv'), '--data', path('two.csv'))).toBe(first);
    const lines = (await readFile(path('many/trades.csv'), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^instrument,market,side,/);
    expect(lines[1]).toMatch(/^(?:one,0|two,1),long,/);
  });

  it('tells people of each instrument', async () => {
    const data = ['--data', `A=${path('one.csv')}`, '--data', `B=${path('two.csv')}`];
    const { text } = await printed(backtest, script, ...data, '--report', path('many.html'));
    expect(text).toContain('Swing on 2 instruments, 40 steps, 2020-01-01 to 2020-02-09');
    expect(text).toMatch(/ {2}B +40 bars, \d+ trades, /);
    expect(await readFile(path('many.html'), 'utf8')).toContain('A, B');
  });

  it.each([
    [['--data', 'A=one.csv', '--data', 'A=two.csv'], 'instrument_twice'],
    [['--data', 'A=one.csv', '--data', 'B=nowhere.csv'], 'file_not_readable'],
    [['--data', 'A=one.csv', '--data', 'B=late.csv'], 'instruments_apart'],
    [['--data', 'A=one.csv', '--data', 'B=two.csv', '--contract', 'B:currency=EUR'], 'rate_missing'],
    [['--data', 'A=one.csv', '--contract', 'C:tickSize=1'], 'usage'],
    [['--data', 'A=one.csv', '--contract', 'A:ticksize=1'], 'setting_unknown'],
    [['--data', 'A=one.csv', '--contract', 'A:lotSize=0'], 'setting_invalid'],
    [['--data', 'A=one.csv', '--fx', 'EUR=-1'], 'usage'],
    [['--data', 'A=one.csv', '--fx', 'euro=1'], 'usage'],
    [['--data', 'A=one.csv', '--fx', 'EUR=rates.csv'], 'file_not_readable'],
    [['--data', 'A=one.csv', '--currency', 'dollar'], 'usage'],
    [['--data', 'one.csv', '--fx', 'EUR=1'], 'usage'],
  ])('refuses %j with %s', async (args, code) => {
    const words = args.map((word) => word.replace(/[a-z]+\.csv$/, (file) => path(file)));
    await expect(printed(backtest, script, ...words)).rejects.toMatchObject({ code });
  });
});
