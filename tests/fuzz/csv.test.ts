import { describe, expect, it } from 'vitest';
import { BAR_COLUMNS, type Bars } from '../../src/core/bars';
import { BacktabError } from '../../src/core/errors';
import { fingerprint } from '../../src/core/fingerprint';
import { barsCsv } from '../../src/data/export/csv';
import { importCsv, type ImportedFile } from '../../src/data/import/import-csv';
import type { ByteSource } from '../../src/data/import/source';
import { brokenTable, Dice, knownTable, noise } from './csv-tables';

/** With `CSV_FUZZ_CASES` in the environment as many are tried, for longer runs by hand. */
const CASES = Number(process.env['CSV_FUZZ_CASES'] ?? 50_000);
const VALID = CASES / 5;

const CODES = ['file_empty', 'file_kind_unknown', 'csv_malformed', 'csv_without_prices', 'csv_without_rows'];

function source(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  const stream = (): ReadableStream<Uint8Array> =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(bytes);
        controller.close();
      },
    });
  return { name: 'fuzz.csv', size: bytes.length, stream };
}

const read = (text: string, bytePath = true): Promise<ImportedFile> =>
  importCsv(source(new TextEncoder().encode(text)), undefined, { bytePath });

/** What an import came to, as plain text to compare. */
async function outcome(text: string, bytePath: boolean): Promise<string> {
  try {
    const { bars, report, interval } = await read(text, bytePath);
    return `${fingerprint(bars)} ${interval} ${JSON.stringify(report)}`;
  } catch (e) {
    return e instanceof BacktabError ? `${e.code} ${JSON.stringify(e.params)}` : `threw ${String(e)}`;
  }
}

/** What is wrong with an accepted file, or null. */
function fault({ bars, report }: ImportedFile): string | null {
  const rows = bars.time.length;
  if (report.rowsRead !== report.rowsKept + report.rowsRejected || rows !== report.rowsKept)
    return 'rows do not add up';
  if (report.rejected.length !== Math.min(1000, report.rowsRejected)) return 'rejected rows are not listed';
  if (report.rejected.some(({ line, reason }) => !(line >= 1) || reason === ''))
    return 'a rejected row has no line';
  for (let i = 0; i < rows; i++) {
    const [o, h, l, c] = [bars.open[i]!, bars.high[i]!, bars.low[i]!, bars.close[i]!];
    const isBar = l > 0 && h < Infinity && l <= Math.min(o, c) && h >= Math.max(o, c) && bars.volume[i]! >= 0;
    if (!isBar) return `row ${i} is no bar`;
    if (i > 0 && !(bars.time[i]! > bars.time[i - 1]!)) return `row ${i} is not later`;
  }
  return null;
}

/** What is wrong with the answer to any text, or null. */
async function verdict(text: string): Promise<string | null> {
  try {
    return fault(await read(text));
  } catch (e) {
    if (!(e instanceof BacktabError)) return `threw ${String(e)}`;
    const { line } = e.params as { line?: number };
    if (e.code === 'csv_malformed' && !(line !== undefined && line >= 1)) return 'no line is named';
    return CODES.includes(e.code) ? null : `unexpected ${e.code}`;
  }
}

function difference(actual: Bars, expected: Bars): string | null {
  for (const name of BAR_COLUMNS) if (String(actual[name]) !== String(expected[name])) return name;
  return String(actual.extra['extra']) === String(expected.extra['extra']) ? null : 'extra';
}

async function failures(cases: number, check: (seed: number) => Promise<string | null>): Promise<string[]> {
  const found: string[] = [];
  for (let seed = 0; seed < cases && found.length < 5; seed++) {
    const problem = await check(seed);
    if (problem !== null) found.push(`seed ${seed}: ${problem}`);
  }
  return found;
}

describe('F1: any text given to the importer', { timeout: 300_000 }, () => {
  it(`gives the known values of ${VALID} valid files`, async () => {
    const found = await failures(VALID, async (seed) => {
      const { text, bars } = knownTable(new Dice(seed));
      const file = await read(text).catch((e: unknown) => String(e));
      if (typeof file === 'string') return file;
      return difference(file.bars, bars);
    });
    expect(found).toEqual([]);
  });

  it(`gives bars or a coded refusal for ${CASES - VALID} broken ones`, async () => {
    const found = await failures(CASES - VALID, (seed) => {
      const dice = new Dice(1_000_000 + seed);
      return verdict(dice.once(4) ? noise(dice) : brokenTable(dice));
    });
    expect(found).toEqual([]);
  });

  it('is the same by bytes and by text', async () => {
    const found = await failures(CASES / 10, async (seed) => {
      const text = brokenTable(new Dice(2_000_000 + seed));
      const [bytes, plain] = [await outcome(text, true), await outcome(text, false)];
      return bytes === plain ? null : `${bytes}\n${plain}`;
    });
    expect(found).toEqual([]);
  });

  it('comes back from an export with the same fingerprint', async () => {
    const found = await failures(CASES / 10, async (seed) => {
      const file = await read(brokenTable(new Dice(3_000_000 + seed))).catch(() => null);
      if (file === null) return null;
      const again = await read(barsCsv(file.bars));
      return fingerprint(again.bars) === fingerprint(file.bars) ? null : barsCsv(file.bars);
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['a field of 1 MB', `date,close,note\n2020-01-01,1,${'x'.repeat(1_048_577)}\n`, 'csv_malformed'],
    ['a quoted field of 1 MB', `date,close,note\n2020-01-01,1,"${'x\n'.repeat(600_000)}"\n`, 'csv_malformed'],
    ['100,000 columns', `${'close,'.repeat(100_000)}\n`, 'csv_malformed'],
    ['a million quotes', `date,close\n${'"'.repeat(1_000_001)}`, 'csv_malformed'],
    ['a million line ends', '\n'.repeat(1_000_000), 'csv_malformed'],
    ['a million delimiters', ','.repeat(1_000_000), 'csv_malformed'],
  ])('%s is refused', async (_, text, code) => {
    expect((await outcome(text, true)).split(' ', 1)[0]).toBe(code);
    expect((await outcome(text, false)).split(' ', 1)[0]).toBe(code);
  });
});
