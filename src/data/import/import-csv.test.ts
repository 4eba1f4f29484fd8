import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../core/fingerprint';
import { BacktabError } from '../../core/errors';
import { isoInstant } from '../../core/time';
import { importCsv, type ImportedFile } from './import-csv';
import type { ImportOptions } from './options';
import { bytesSource, textSource, type ByteSource } from './source';

const read = (text: string, options: ImportOptions = {}): Promise<ImportedFile> =>
  importCsv(textSource('test.csv', text), undefined, options);

const times = ({ bars }: ImportedFile): string[] => Array.from(bars.time, isoInstant);

const note = ({ report }: ImportedFile, code: string) => report.notes.find((n) => n.code === code);

const ROWS = 'date,open,high,low,close,volume\n2020-01-01,10,12,9,11,100\n2020-01-02,11,13,10,12,200\n';

describe('the bundled sample', () => {
  const bytes = new Uint8Array(readFileSync('node_modules/vega-datasets/data/sp500-2000.csv'));
  const sample = importCsv(bytesSource('sp500-2000.csv', bytes), undefined, { zone: 'America/New_York' });

  it('is read in full', async () => {
    const { bars, report, interval, barsPerYear } = await sample;
    expect(report).toMatchObject({ rowsRead: 5105, rowsKept: 5105, rowsRejected: 0, rejected: [] });
    expect([bars.time[0], bars.time[5104]]).toEqual([Date.UTC(2000, 0, 3), Date.UTC(2020, 3, 17)]);
    expect([bars.open[0], bars.volume[0], bars.extra['adjclose']![0]]).toEqual([
      1469.25, 931_800_000, 1455.219971,
    ]);
    expect([interval, barsPerYear]).toEqual(['1d', 252]);
    expect(report.columns[5]).toEqual({ name: 'adjclose', use: 'extra', first: '1455.219971' });
  });

  it('is found to repeat the previous close in most opens of 2000 to 2005', async () => {
    const found = note(await sample, 'open_repeats_close')!;
    expect(found).toMatchObject({
      level: 'caution',
      count: 1760,
      title: 'The open repeats the previous close',
    });
    expect(found.detail).toMatch(/^1,450 of the 1,508 rows of 2000 to 2005\./);
    expect(found.rows).toHaveLength(1760);
  });

  it('has 19 large moves and three gaps', async () => {
    const moves = note(await sample, 'large_moves')!;
    expect(moves.count).toBe(19);
    expect(moves.detail).toBe(
      'More than 8 robust deviations. Largest \u221212.0\u202f% on 2020-03-16. ' +
        'All are in 2008, 2009, 2011 and 2020, and all were kept.',
    );
    expect(note(await sample, 'gaps')).toMatchObject({
      count: 3,
      detail: 'The longest: 2001-09-10 to 2001-09-17.',
    });
  });

  it('has nothing else to report but a copied column', async () => {
    const { report } = await sample;
    expect(report.notes.map((n) => [n.level, n.code])).toEqual([
      ['caution', 'open_repeats_close'],
      ['caution', 'large_moves'],
      ['info', 'gaps'],
      ['info', 'column_copies'],
      ['ok', 'rejected_rows'],
      ['ok', 'duplicate_times'],
      ['ok', 'impossible_prices'],
    ]);
  });

  it('gives the same bytes through the text path', async () => {
    const slow = await importCsv(bytesSource('sp500-2000.csv', bytes), undefined, { bytePath: false });
    expect(fingerprint(slow.bars)).toBe(fingerprint((await sample).bars));
  });
});

describe('layouts', () => {
  it.each([
    ['comma', ROWS],
    ['CRLF', ROWS.replaceAll('\n', '\r\n')],
    ['CR', ROWS.replaceAll('\n', '\r')],
    ['no line end at the end', ROWS.trimEnd()],
    ['byte order mark', `\ufeff${ROWS}`],
    ['tab', ROWS.replaceAll(',', '\t')],
    ['pipe', ROWS.replaceAll(',', '|')],
    ['semicolon', ROWS.replaceAll(',', ';')],
    ['quotes', ROWS.replace(/[^,\n]+/g, '"$&"')],
    ['sep= hint', `sep=,\n${ROWS}`],
    ['blank lines', ROWS.replaceAll('\n', '\n\n')],
    ['capitals and brackets', ROWS.replace(/^.*/, '<DATE>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>')],
    ['numbered names', ROWS.replace(/^.*/, 'timestamp,1. open,2. high,3. low,4. close,5. volume')],
    ['unnamed index', ROWS.replace(/^date/, '')],
    ['single letters', ROWS.replace(/^.*/, 't,o,h,l,c,v')],
    ['no header', ROWS.replace(/^.*\n/, '')],
    ['row names without a heading', ROWS.replace(/^date,/, '')],
    ['delimiter at the end of rows', ROWS.replace(/(200|100)\n/g, '$1,\n')],
    ['two rows of labels', ROWS.replace('\n', '\nTicker,A,A,A,A,A\n')],
  ])('%s', async (_, text) => {
    const { bars, report } = await read(text);
    expect(report.rowsKept).toBe(2);
    expect([...bars.time]).toEqual([Date.UTC(2020, 0, 1), Date.UTC(2020, 0, 2)]);
    expect([bars.open, bars.high, bars.low, bars.close, bars.volume].map((c) => [...c])).toEqual([
      [10, 11],
      [12, 13],
      [9, 10],
      [11, 12],
      [100, 200],
    ]);
  });

  it.each(['utf-16le', 'utf-16be'])('%s', async (encoding) => {
    const text = `\ufeff${ROWS}`;
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), encoding === 'utf-16le');
    const file = await importCsv(bytesSource('test.csv', bytes));
    expect(file.report.rowsKept).toBe(2);
    expect(file.format.encoding).toBe(encoding);
  });

  it('reads decimal commas and grouped thousands', async () => {
    const { bars } = await read('date;open;high;low;close\n2020-01-01;1.010,5;1.020,25;1.000;1.010\n');
    expect([bars.open[0], bars.high[0], bars.low[0], bars.close[0]]).toEqual([1010.5, 1020.25, 1000, 1010]);
  });

  it('reads thousands in quotes', async () => {
    const { bars } = await read(
      'date,close,volume\n2020-01-01,"1,234.5","2,000,000"\n2020-01-02,"1,235.5",1.5M\n',
    );
    expect([...bars.close, ...bars.volume]).toEqual([1234.5, 1235.5, 2_000_000, 1_500_000]);
  });

  it('joins a date and a time column', async () => {
    const text =
      '<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\n2020.01.02\t09:30:00\t1\t2\t1\t2\n2020.01.02\t09:31:00\t1\t2\t1\t2\n';
    const file = await read(text);
    expect(times(file)).toEqual(['2020-01-02T09:30:00.000Z', '2020-01-02T09:31:00.000Z']);
    expect(file.interval).toBe('1m');
  });

  it.each([
    ['093000', '2020-01-02T09:30:00.000Z'],
    ['0930', '2020-01-02T09:30:00.000Z'],
    ['000000', '2020-01-02T00:00:00.000Z'],
  ])('joins dates and times of digits: %s', async (clock, expected) => {
    const text = `<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\nA,D,20200102,${clock},1,2,1,2,9\n`;
    expect(times(await read(text))).toEqual([expected]);
  });

  it('reads its own names first, whatever else is called a date', async () => {
    const file = await read(
      'date,time,open,high,low,close,volume\n35372.9,2020-01-01T00:00:00.000Z,1,2,1,2,9\n',
    );
    expect(times(file)).toEqual(['2020-01-01T00:00:00.000Z']);
    expect(Object.keys(file.bars.extra)).toEqual(['date']);
  });

  it('prefers close to adjusted close, and keeps further numbers by name', async () => {
    const file = await read('Date,Adj Close,Close,Name,Weight\n2020-01-01,5,10,a,1\n2020-01-02,6,11,b,2\n');
    expect([...file.bars.close]).toEqual([10, 11]);
    expect(Object.keys(file.bars.extra)).toEqual(['Adj Close', 'Weight']);
    expect(file.report.columns.map((c) => c.use)).toEqual(['time', 'extra', 'close', 'ignored', 'extra']);
  });

  it('takes the caller at its word', async () => {
    const columns = { mid: 'close', when: 'time' } as const;
    const file = await read('when,mid,close\n2020-01-01,5,10\n2020-01-02,6,11\n', { columns });
    expect([...file.bars.close]).toEqual([5, 6]);
  });

  it('says what it filled', async () => {
    const file = await read('date,close\n2020-01-01,5\n2020-01-02,6\n');
    expect([file.bars.open[1], file.bars.high[1], file.bars.low[1], file.bars.volume[1]]).toEqual([
      6, 6, 6, 0,
    ]);
    expect(note(file, 'prices_filled')!.detail).toMatch(/no open, high and low/);
    expect(note(file, 'zero_volume')).toMatchObject({ count: 2, title: 'No volume' });
  });

  it('never makes a prototype out of a column name', async () => {
    const file = await read('date,close,__proto__,constructor\n2020-01-01,5,1,1\n2020-01-02,6,1,1\n');
    expect(Object.keys(file.bars.extra)).toEqual([]);
    expect(Object.getPrototypeOf(file.bars.extra)).toBe(Object.prototype);
  });
});

describe('rows that cannot be bars', () => {
  it.each([
    ['2020-01-02,10,9,8,8.5,1', 'open 10 is outside 8 to 9'],
    ['2020-01-02,10,12,9,13,1', 'close 13 is outside 9 to 12'],
    ['2020-01-02,10,8,9,10,1', 'high 8 is below low 9'],
    ['2020-01-02,0,12,0,10,1', 'open is zero'],
    ['2020-01-02,-1,12,-2,10,1', 'open -1 is negative'],
    ['2020-01-02,,12,9,10,1', 'open is not a number'],
    ['2020-01-02,10,12,0x9,10,1', 'low is not a number'],
    ['2020-01-02,10,1e400,9,10,1', 'high is too large'],
    ['2020-01-02,10,12,9,10,-5', 'volume -5 is not possible'],
    ['2020-02-30,10,12,9,10,1', 'the time is not understood'],
    [',10,12,9,10,1', 'the time is missing'],
    ['1500-01-02,10,12,9,10,1', 'the time is outside 1700 to 2200'],
    ['2020-01-02,10,12,9,10', '5 fields instead of 6'],
    ['2020-01-02,10,12,9,10,1,2', '7 fields instead of 6'],
    ['"2020-01-02"x,10,12,9,10,1', 'text follows a closing quote'],
  ])('%s', async (row, reason) => {
    for (const bytePath of [true, false]) {
      const file = await read(`${ROWS}${row}\n2020-01-03,11,13,10,12,200\n`, { bytePath });
      expect(file.report.rejected).toEqual([{ line: 4, reason, text: row }]);
      expect(file.report).toMatchObject({ rowsRead: 4, rowsKept: 3, rowsRejected: 1 });
    }
  });

  it('are kept apart from those whose time comes again', async () => {
    const file = await read(`${ROWS}2020-01-02,11,13,10,12,200\n2020-01-01,10,12,9,10,100\n`);
    expect(file.report.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'line 5 gives other values for the same time and is used instead'],
      [3, 'the same row stands in line 4'],
    ]);
    expect([...file.bars.close]).toEqual([10, 12]);
    expect(note(file, 'duplicate_times')).toMatchObject({ level: 'caution', count: 2, rows: [0, 1] });
    expect(note(file, 'out_of_order')).toMatchObject({ count: 1, rows: [0] });
  });

  it('turns a file round that begins with the newest row', async () => {
    const file = await read('date,close\n2020-01-03,3\n2020-01-02,2\n2020-01-01,1\n');
    expect([...file.bars.close]).toEqual([1, 2, 3]);
    expect(note(file, 'out_of_order')!.title).toBe('Newest row first');
  });

  it('keeps only the first 1,000 in the list', async () => {
    const file = await read(`${ROWS}${'x,1,1,1,1,1\n'.repeat(3000)}`);
    expect([file.report.rowsRejected, file.report.rejected.length]).toEqual([3000, 1000]);
  });
});

describe('files that cannot be imported', () => {
  const fails = (source: ByteSource, options: ImportOptions = {}) =>
    importCsv(source, undefined, options).then(
      () => 'imported',
      (e: unknown) => (e instanceof BacktabError ? { code: e.code, ...e.params } : e),
    );
  const text = (content: string, options: ImportOptions = {}) => fails(textSource('f.csv', content), options);

  it.each([
    ['0 bytes', '', { code: 'file_empty' }],
    ['blank lines', '\n\n  \n', { code: 'csv_without_rows', rejected: 0 }],
    ['only a header', 'date,open,high,low,close\n', { code: 'csv_without_rows', rejected: 0 }],
    ['no price', 'date,name\n2020-01-01,a\n', { code: 'csv_without_prices', columns: 'date, name' }],
    ['prose', 'Dear reader,\nthis is a letter.\n', { code: 'csv_without_prices' }],
    ['no time', 'name,close\na,1\nb,2\n', { code: 'csv_malformed', line: 1 }],
    ['no usable row', 'date,close\n2020-01-01,0\n', { code: 'csv_without_rows', rejected: 1 }],
    ['a quote never closed', `${ROWS}"2020-01-03,1`, { code: 'csv_malformed', line: 4 }],
    ['NUL bytes', 'date,close\n\0\0\0', { code: 'file_kind_unknown' }],
  ])('%s', async (_, content, expected) => expect(await text(content)).toMatchObject(expected));

  it('too large: refused without being opened', async () => {
    const source: ByteSource = {
      name: 'big.csv',
      size: 10_000_000_000,
      stream: () => {
        throw new Error('was opened');
      },
    };
    expect(await fails(source)).toEqual({
      code: 'file_too_large',
      file: 'big.csv',
      bytes: 1e10,
      limitBytes: 2e9,
    });
  });

  it.each([
    ['rows', { rows: 1 }, { line: 3 }],
    ['columns', { columns: 3 }, { line: 1 }],
    ['a field', { fieldCharacters: 5 }, { line: 1 }],
  ])('more than the limit of %s', async (_, limits, expected) => {
    for (const bytePath of [true, false]) {
      expect(await text(ROWS, { limits, bytePath, delimiter: ',' })).toMatchObject({
        code: 'csv_malformed',
        ...expected,
      });
    }
  });

  it.each([-1, 1])('whose size changes by %s while it is read', async (difference) => {
    const { stream, size, name } = textSource('f.csv', ROWS);
    expect(await fails({ name, size: size + difference, stream })).toMatchObject({
      code: 'file_not_readable',
      reason: 'it changed while it was read',
    });
  });

  it('that vanishes while it is read', async () => {
    let chunks = 0;
    const stream = (): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull(controller) {
          if (chunks++ > 0) throw new DOMException('The file is gone.', 'NotFoundError');
          controller.enqueue(new TextEncoder().encode(ROWS));
        },
      });
    expect(await fails({ name: 'f.csv', size: 1e6, stream })).toEqual({
      code: 'file_not_readable',
      file: 'f.csv',
      reason: 'The file is gone',
    });
  });

  it('with a zone nobody knows', async () => {
    expect(await text(ROWS, { zone: 'Mars/Olympus' })).toMatchObject({ code: 'setting_invalid' });
  });
});

describe('a long import', () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, i) => `${new Date(i * 86_400_000 - 3e12).toISOString()},${i + 1}.25,1e3,${'x'.repeat(60)}`,
  );
  const source = textSource('long.csv', `time,close,volume,note\n${rows.join('\n')}\n`);

  it('tells progress in bytes, up to all of them', async () => {
    const told: number[] = [];
    await importCsv(source, { checkpoint: async (done) => void told.push(done) });
    expect(told.at(-1)).toBe(source.size);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.length).toBeGreaterThan(2);
  });

  it('stops when it is cancelled, and lets the file go', async () => {
    let cancelled = false;
    const bytes = new TextEncoder().encode(rows.join('\n'));
    const stream = (): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(bytes),
        cancel: () => {
          cancelled = true;
        },
      });
    const job = { checkpoint: () => Promise.reject(new BacktabError('cancelled', { work: 'Import' })) };
    await expect(importCsv({ ...source, stream }, job)).rejects.toMatchObject({ code: 'cancelled' });
    expect(cancelled).toBe(true);
  });

  it('is the same in pieces of any size', async () => {
    const bytes = new TextEncoder().encode(
      `${ROWS}"2020-01-03","11","13","10","12","1\u00a0000"\n${rows[9]},é,1,2,3\n`,
    );
    const whole = await importCsv(bytesSource('f.csv', bytes));
    for (const size of [1, 2, 3, 7, 50]) {
      const stream = (): ReadableStream<Uint8Array> =>
        new ReadableStream({
          start(controller) {
            for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size));
            controller.close();
          },
        });
      const pieces = await importCsv({ name: 'f.csv', size: bytes.length, stream });
      expect(pieces.report).toEqual(whole.report);
      expect(fingerprint(pieces.bars)).toBe(fingerprint(whole.bars));
    }
  });
});
