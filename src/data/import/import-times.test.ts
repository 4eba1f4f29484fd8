import { describe, expect, it } from 'vitest';
import { isoInstant } from '../../core/time';
import { importCsv, type ImportedFile } from './import-csv';
import type { ImportOptions } from './options';
import { textSource } from './source';

const read = (text: string, options: ImportOptions = {}): Promise<ImportedFile> =>
  importCsv(textSource('test.csv', text), undefined, options);

const times = ({ bars }: ImportedFile): string[] => Array.from(bars.time, isoInstant);

const note = ({ report }: ImportedFile, code: string) => report.notes.find((n) => n.code === code);

describe('times', () => {
  const one = async (stamp: string, zone = 'UTC'): Promise<string> =>
    times(await read(`time;close\n${stamp};1\n`, { zone, columns: { time: 'time' } }))[0]!;

  it.each([
    ['2020-01-02', '2020-01-02T00:00:00.000Z'],
    ['2020-01-02 09:30:15', '2020-01-02T09:30:15.000Z'],
    ['2020-01-02T09:30:15.250Z', '2020-01-02T09:30:15.250Z'],
    ['2020-01-02T09:30:15.250999', '2020-01-02T09:30:15.250Z'],
    ['2020-01-02 09:30:15+00:00', '2020-01-02T09:30:15.000Z'],
    ['2020-01-02 09:30:00-05:00', '2020-01-02T14:30:00.000Z'],
    ['2020/1/2 9:30', '2020-01-02T09:30:00.000Z'],
    ['20200102', '2020-01-02T00:00:00.000Z'],
    ['20200102 093015', '2020-01-02T09:30:15.000Z'],
    ['20200102093015', '2020-01-02T09:30:15.000Z'],
    ['1577961000', '2020-01-02T10:30:00.000Z'],
    ['1577961000123', '2020-01-02T10:30:00.123Z'],
    ['1577961000123456', '2020-01-02T10:30:00.123Z'],
    ['1577961000123456789', '2020-01-02T10:30:00.123Z'],
    ['-2208988800', '1900-01-01T00:00:00.000Z'],
    ['1/31/2020', '2020-01-31T00:00:00.000Z'],
    ['31/1/2020', '2020-01-31T00:00:00.000Z'],
    ['31.01.2020 16:00:00.000 GMT+0100', '2020-01-31T15:00:00.000Z'],
    ['1/31/2020 4:00:00 PM', '2020-01-31T16:00:00.000Z'],
    ['1/31/69', '1969-01-31T00:00:00.000Z'],
    ['Jan 31, 2020', '2020-01-31T00:00:00.000Z'],
    ['31-Jan-20', '2020-01-31T00:00:00.000Z'],
    ['1850-02-28', '1850-02-28T00:00:00.000Z'],
  ])('%s', async (stamp, expected) => expect(await one(stamp)).toBe(expected));

  it('keeps microseconds', async () => {
    const { bars } = await read('time,close\n2020-01-02T09:30:15.250999,1\n2020-01-02T09:30:15.251,1\n');
    expect(bars.time[0]).toBe(Date.UTC(2020, 0, 2, 9, 30, 15) + 250.999);
  });

  it('places local stamps in their zone, and dates at midnight UTC', async () => {
    expect(await one('2020-01-02 09:30:00', 'America/New_York')).toBe('2020-01-02T14:30:00.000Z');
    expect(await one('2020-07-02 09:30:00', 'America/New_York')).toBe('2020-07-02T13:30:00.000Z');
    expect(await one('2020-07-02', 'America/New_York')).toBe('2020-07-02T00:00:00.000Z');
    expect(await one('1/31/2020 4:00:00 PM', 'America/New_York')).toBe('2020-01-31T21:00:00.000Z');
  });

  it('walks through the hour that the clock shows twice', async () => {
    const stamps = ['00:30', '01:00', '01:30', '01:00', '01:30', '02:00'];
    const text = `time,close\n${stamps.map((s) => `2020-11-01 ${s}:00,1`).join('\n')}\n`;
    const { bars } = await read(text, { zone: 'America/New_York' });
    expect(Array.from(bars.time, (t) => (t - bars.time[0]!) / 60_000)).toEqual([0, 30, 60, 90, 120, 150]);
  });

  it('finds the order of day and month from all rows', async () => {
    const byNumbers = await read('date,close\n1/2/2020,1\n2/2/2020,1\n13/2/2020,1\n');
    expect(times(byNumbers)[0]).toBe('2020-02-01T00:00:00.000Z');
    const byOrder = await read('date,close\n1/2/2020,1\n2/2/2020,1\n1/3/2020,1\n');
    expect(times(byOrder).at(-1)).toBe('2020-03-01T00:00:00.000Z');
    expect(note(byOrder, 'date_order_assumed')!.level).toBe('info');
    const assumed = await read('date,close\n1/2/2020,1\n2/3/2020,1\n');
    expect(times(assumed)[1]).toBe('2020-02-03T00:00:00.000Z');
    expect(note(assumed, 'date_order_assumed')!.level).toBe('caution');
  });

  it('keeps out dates that the decision makes impossible', async () => {
    const file = await read('date,close\n13/1/2020,1\n14/1/2020,2\n1/15/2020,3\n');
    expect(file.report.rejected).toEqual([
      { line: 4, reason: 'there is no such date where the day stands first', text: '1/15/2020' },
    ]);
    expect([...file.bars.close]).toEqual([1, 2]);
  });

  it('knows 24-hour markets, weeks, months and hours', async () => {
    const rhythm = async (rows: number, stamp: (i: number) => number): Promise<unknown> => {
      const text = Array.from({ length: rows }, (_, i) => `${stamp(i)},1`).join('\n');
      const { interval, barsPerYear } = await read(`unix,close\n${text}\n`);
      return [interval, barsPerYear];
    };
    const start = Date.UTC(2020, 0, 1);
    const day = 86_400_000;
    expect(await rhythm(30, (i) => start + i * day)).toEqual(['1d', 365]);
    expect(await rhythm(30, (i) => start + i * 7 * day)).toEqual(['1w', 52]);
    expect(await rhythm(30, (i) => Date.UTC(2020, i, 1))).toEqual(['1mo', 12]);
    expect(await rhythm(240, (i) => start + i * 3_600_000)).toEqual(['1h', 8760]);
    expect(await rhythm(6, (i) => start + i * i * 1_000)).toEqual(['irregular', 1512]);
  });
});
