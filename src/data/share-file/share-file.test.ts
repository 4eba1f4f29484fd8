import { describe, expect, it } from 'vitest';
import type { Bars } from '../../core/bars';
import { BacktabError } from '../../core/errors';
import { fingerprint } from '../../core/fingerprint';
import { sha256Hex } from '../../core/hash';
import { FILE_LIMITS } from '../../core/share';
import { canonicalJson } from '../link/canonical-json';
import { deflate } from '../link/deflate';
import { sharedDataset, sharedPortfolio, sharedStrategy } from '../link/link.fixture';
import { makeBars } from '../store/testing/sample-data';
import { BODY_AT, MAGIC } from './layout';
import { readShareFile } from './read';
import { writeShareFile, type TableToFile } from './write';

const instrument = { name: 'Waves', currency: 'USD', zone: 'Europe/Berlin', barsPerYear: 252 };
const tableOf = (bars: Bars): TableToFile => ({
  sha256: fingerprint(bars),
  bars,
  instrument,
  interval: '1m',
});
const table = tableOf(makeBars(9));
const shared = sharedStrategy({
  data: { sha256: table.sha256, sets: [sharedDataset({ sha256: table.sha256 })], currency: null, rates: [] },
});

const refusal = (bytes: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  readShareFile('run.backtab', bytes).then(
    () => 'accepted',
    (e: unknown) => e,
  );

/** A file with any header and body, its checksum right. */
function forged(header: Uint8Array, body: Uint8Array = new Uint8Array(0)): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array([...MAGIC, 1, ...new Uint8Array(36), ...header, ...body]);
  new DataView(bytes.buffer).setUint32(BODY_AT, header.length, true);
  return resealed(bytes);
}

function resealed(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const digest = sha256Hex(bytes.subarray(BODY_AT));
  bytes.set(
    Uint8Array.from(digest.match(/../g)!, (byte) => parseInt(byte, 16)),
    MAGIC.length + 1,
  );
  return bytes;
}

const packed = (header: unknown): Uint8Array => deflate(new TextEncoder().encode(JSON.stringify(header)));

describe('.backtab file', () => {
  it.each([
    ['a run alone', shared, []],
    ['a run with its data', shared, [table]],
    ['several instruments', sharedPortfolio(), [table, tableOf(makeBars(3))]],
  ])('reads back %s', async (_, run, data) => {
    const read = await readShareFile('run.backtab', await writeShareFile(run, data));
    expect(read).toEqual({ shared: run, data });
  });

  it('holds data of more than one part', async () => {
    const long = tableOf(makeBars(70_000));
    const { data } = await readShareFile('run.backtab', await writeShareFile(shared, [long]));
    expect(fingerprint(data[0]!.bars)).toBe(long.sha256);
  });

  it('tells all trades, and scripts longer than a link may have', async () => {
    const tradeMarks = Array.from({ length: 20_000 }, (_, i) => [0, i, i + 1, 1, 10, 11, 0.1] as const);
    const script = '// x\n'.repeat(10_000);
    const large = sharedStrategy({ script, result: { ...shared.result, tradeMarks } });
    expect((await readShareFile('run.backtab', await writeShareFile(large))).shared).toEqual(large);
  });

  it('has the bytes that it had when the format was fixed', async () => {
    expect(sha256Hex(await writeShareFile(shared, [table]))).toMatchInlineSnapshot(
      `"28d71a56aa8b03b900a7b08efb581e9a656e2fabd1743e7811676399849b96a9"`,
    );
  });

  it('finds a change of any byte, and every truncation', async () => {
    const bytes = await writeShareFile(shared, [table]);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at]! ^= 1 + (at % 255);
      const failure = await refusal(changed);
      expect(
        failure instanceof BacktabError && /^file_(damaged|refused|newer)$/.test(failure.code),
        `${at}`,
      ).toBe(true);
      expect(await refusal(bytes.slice(0, at)), `${at}`).toBeInstanceOf(BacktabError);
    }
  });

  it('refuses more bytes than a file may have before reading them', async () => {
    const huge = { length: FILE_LIMITS.bytes + 1 } as Uint8Array<ArrayBuffer>;
    expect(await refusal(huge)).toMatchObject({ code: 'file_too_large' });
  });

  it('names a newer version', async () => {
    const bytes = await writeShareFile(shared);
    bytes[MAGIC.length] = 2;
    expect(await refusal(bytes)).toMatchObject({ code: 'file_newer', params: { version: 2, supported: 1 } });
  });

  const whole = { sha256: table.sha256, rows: 9, extraColumns: ['adjclose'], instrument, interval: '1m' };
  it.each([
    ['a header of another kind', [1]],
    ['no run', { tables: [] }],
    ['a run that is none', { shared: { script: 7 } }],
    [
      'a table with a column of a prototype',
      { shared, tables: [{ ...whole, extraColumns: ['__proto__'], chunks: [0] }] },
    ],
    [
      'a table with two columns of one name',
      { shared, tables: [{ ...whole, extraColumns: ['a', 'a'], chunks: [0] }] },
    ],
    ['a table without bytes', { shared, tables: [{ ...whole, chunks: [0] }] }],
    ['a table in more parts than its rows need', { shared, tables: [{ ...whole, chunks: [0, 0] }] }],
    ['more rows than a file may have', { shared, tables: [{ ...whole, rows: 4_000_001, chunks: [0] }] }],
    [
      'a zone that is none',
      { shared, tables: [{ ...whole, instrument: { ...instrument, zone: 'Mars/Base' }, chunks: [0] }] },
    ],
    ['bytes that nobody names', { shared, tables: [{ ...whole, chunks: [10_000_000] }] }],
  ])('refuses %s', async (_, header) => {
    expect(await refusal(forged(packed(header)))).toMatchObject({ code: 'file_refused' });
  });

  it('refuses data that are not what the run names, and times that do not increase', async () => {
    const other = await writeShareFile(shared, [{ ...table, sha256: 'ab'.repeat(32) }]);
    expect(await refusal(other)).toMatchObject({
      code: 'file_refused',
      params: { reason: expect.stringMatching(/fingerprint/) as string },
    });
    const bars = makeBars(4);
    bars.time[2] = bars.time[1]!;
    expect(await refusal(await writeShareFile(shared, [tableOf(bars)]))).toMatchObject({
      code: 'file_refused',
      params: { reason: expect.stringMatching(/do not increase/) as string },
    });
  });

  it('refuses a bomb while it unpacks', async () => {
    const bomb = deflate(new Uint8Array(FILE_LIMITS.inflatedBytes * 8));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(forged(bomb))).toMatchObject({
      code: 'file_refused',
      params: { reason: expect.stringMatching(/unpacks/) as string },
    });
  });

  it('refuses depth, prototypes and a header beyond the end', async () => {
    const deep = `{"shared":${'['.repeat(40)}${']'.repeat(40)}}`;
    expect(await refusal(forged(deflate(new TextEncoder().encode(deep))))).toMatchObject({
      code: 'file_refused',
    });
    const text = canonicalJson({ shared }).replace('{', '{"__proto__":{"polluted":1},');
    expect(await refusal(forged(deflate(new TextEncoder().encode(text))))).toBe('accepted');
    expect('polluted' in {}).toBe(false);
    const long = forged(packed({ shared }));
    new DataView(long.buffer).setUint32(BODY_AT, long.length, true);
    expect(await refusal(resealed(long))).toMatchObject({ code: 'file_refused' });
    const short = forged(packed({ shared }).subarray(0, 20));
    expect(await refusal(short)).toMatchObject({ code: 'file_damaged' });
  });
});
