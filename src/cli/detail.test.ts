import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backtest } from './commands/backtest';

type Row = readonly [time: string, open: number, high: number, low: number, close: number];

let folder = '';
const path = (name: string): string => join(folder, name);

const SCRIPT = `strategy('Bracket')
if (close > open && position.size == 0) buy({ size: units(10), stop: 95, target: 110 })
`;
const UP: Row = ['', 99, 101, 99, 100];
const DOWN: Row = ['', 100, 101, 99, 99.5];
const WIDE: Row = ['', 100, 112, 94, 99];
const day = (i: number): string => `2020-01-0${i + 1}`;
const DAYS = [UP, DOWN, WIDE, DOWN, DOWN].map(([, ...prices], i): Row => [day(i), ...prices]);
/** The wide day went up first; the day before has a row that misses its high. */
const HOURS: readonly Row[] = [
  [`${day(1)} 14:00`, 100, 100.5, 99, 99.5],
  [`${day(2)} 14:00`, 100, 112, 99, 108],
  [`${day(2)} 15:00`, 108, 109, 94, 99],
  [`${day(7)} 15:00`, 100, 100, 100, 100],
];

const csv = (rows: readonly Row[]): string => ['time,open,high,low,close', ...rows.map(String)].join('\n');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backtab-'));
  const files = {
    'bracket.bt.js': SCRIPT,
    'days.csv': csv(DAYS),
    'hours.csv': csv(HOURS),
    'far.csv': csv(HOURS.map(([time, ...prices]) => [time.replace('2020', '2010'), ...prices])),
    'wrong.csv': csv([[`${day(2)} 13:00`, 100, 113, 99, 100], ...HOURS.slice(1)]),
    'late.csv': csv([...HOURS, [`${day(4)} 23:30`, 100, 101, 99, 99.5]]),
    'path.bt.js': SCRIPT.replace("'Bracket'", "'Bracket', { intrabar: 'path' }"),
    'asks.bt.js': SCRIPT.replace("'Bracket'", "'Bracket', { intrabar: 'detail' }"),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path(name), text)));
});

afterAll(() => rm(folder, { recursive: true }));

interface Document {
  readonly resultHash: string;
  readonly dataHash: string;
  readonly settings: { readonly intrabar: string };
  readonly detail: object | null;
  readonly instruments: readonly { readonly name: string; readonly detail: object | null }[];
  readonly trades: readonly { readonly exitPrice: number; readonly exitReason: string }[];
  readonly warnings: readonly string[];
}

/** Runs a script of the folder; words that name a file of it stand for its path. */
async function run(script: string, ...words: string[]): Promise<{ text: string; json: Document }> {
  let text = '';
  let json: unknown = null;
  const inFolder = (word: string): string => word.replace(/[a-z]+\.(csv|html)$/, (name) => path(name));
  await backtest([path(script), ...words.map(inFolder)], {
    text: (printed) => (text += printed),
    json: (document) => (json = JSON.parse(JSON.stringify(document))),
  });
  return { text, json: json as Document };
}

const json = async (script: string, ...words: string[]): Promise<Document> =>
  (await run(script, ...words, '--json')).json;

describe('backtest --detail', () => {
  const alone = ['--data', 'days.csv'];
  const both = [...alone, '--detail', 'hours.csv'];

  it('lets shorter bars say what came first', async () => {
    const plain = await json('bracket.bt.js', ...alone);
    expect(plain).toMatchObject({ detail: null, trades: [{ exitPrice: 95, exitReason: 'stop' }] });
    const detailed = await json('bracket.bt.js', ...both);
    expect(detailed).toMatchObject({
      settings: { intrabar: 'detail' },
      trades: [{ exitPrice: 110, exitReason: 'target' }],
      detail: {
        name: 'hours.csv',
        interval: expect.any(String),
        dataHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        rows: 4,
        rowsOutside: 1,
        barsWithout: 3,
        barsIncomplete: 1,
      },
    });
    expect(detailed.dataHash).not.toBe(plain.dataHash);
    expect(detailed.resultHash).not.toBe(plain.resultHash);
  });

  it('tells what the detail lacks, and names it in text and report', async () => {
    const { text } = await run('bracket.bt.js', ...both, '--report', 'detail.html');
    expect(text).toContain('bars of hours.csv');
    expect(text).toContain('3 of 5 bars have no row of hours.csv: the stop is taken to come first there.');
    expect(text).toContain('In 1 of 5 bars the rows of hours.csv do not reach high and low');
    expect(text).toContain('1 of 4 rows of hours.csv lie in no bar and are not used.');
    const report = await readFile(path('detail.html'), 'utf8');
    expect(report).toContain('bars of hours.csv');
    expect(report).toContain('as the shorter bars have it');
    expect(report).toContain('3 of 5 bars have no row of hours.csv');
  });

  it('goes before the policy of the script and of a preset', async () => {
    expect((await json('path.bt.js', ...both)).settings.intrabar).toBe('detail');
    const preset = await json('bracket.bt.js', ...both, '--preset', 'tradingview');
    expect(preset.settings.intrabar).toBe('detail');
    expect((await json('bracket.bt.js', ...both, '--set', 'intrabar=detail')).trades).toHaveLength(1);
  });

  it('is missed where a script asks for it', async () => {
    const { warnings, trades } = await json('asks.bt.js', ...alone);
    expect(warnings).toContainEqual(expect.stringContaining('--detail gives no shorter bars'));
    expect(trades).toMatchObject([{ exitPrice: 95 }]);
  });

  it('belongs to one instrument of several', async () => {
    const two = ['--data', 'A=days.csv', '--data', 'B=days.csv'];
    const plain = await json('bracket.bt.js', ...two);
    const { instruments, trades, warnings, dataHash } = await json(
      'bracket.bt.js',
      ...two,
      '--detail',
      'B=hours.csv',
    );
    expect(instruments).toMatchObject([
      { name: 'A', detail: null },
      { name: 'B', detail: { name: 'hours.csv', barsWithout: 3 } },
    ]);
    expect(trades.map(({ exitPrice }) => exitPrice).toSorted()).toEqual([110, 95]);
    expect(warnings).toContainEqual(expect.stringContaining('no shorter bars for A'));
    expect(dataHash).not.toBe(plain.dataHash);
  });

  it.each([
    [['--data', 'days.csv', '--detail', 'days.csv'], 'detail_not_shorter'],
    [['--data', 'days.csv', '--detail', 'far.csv'], 'detail_apart'],
    [['--data', 'days.csv', '--detail', 'late.csv'], 'detail_across_bars'],
    [['--data', 'days.csv', '--detail', 'wrong.csv'], 'detail_beyond_bar'],
    [['--data', 'days.csv', '--detail', 'nowhere.csv'], 'file_not_readable'],
    [['--data', 'days.csv', '--detail', 'hours.csv', '--detail', 'hours.csv'], 'usage'],
    [['--data', 'days.csv', '--detail', 'hours.csv', '--set', 'intrabar=path'], 'usage'],
    [['--data', 'A=days.csv', '--detail', 'hours.csv'], 'usage'],
    [['--data', 'A=days.csv', '--detail', 'B=hours.csv'], 'usage'],
    [['--data', 'A=days.csv', '--detail', 'A=hours.csv', '--detail', 'A=hours.csv'], 'usage'],
  ])('refuses %j with %s', async (words, code) => {
    await expect(run('bracket.bt.js', ...words)).rejects.toMatchObject({ code });
  });
});
