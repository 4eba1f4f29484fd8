import sampleText from '@sp500.csv?raw';
import { barCount } from '../../../src/core/bars';
import { fingerprint } from '../../../src/core/fingerprint';
import { importCsv } from '../../../src/data/import/import-csv';
import { textSource } from '../../../src/data/import/source';
import { describeImport, SAMPLE_FILE } from '../../../src/data/sample/describe-import';
import { describeSynthetic } from '../../../src/data/sample/describe-synthetic';
import { syntheticBars } from '../../../src/data/sample/synthetic';
import type { DataHere } from '../../../src/research/share';
import type { KnownDataset } from '../../../src/research/share-data';

/** Data that anybody can make, with what a link tells of them. */
export interface MadeData extends DataHere {
  readonly known: KnownDataset;
}

const made = new Map<string, Promise<MadeData>>();

/** Data by their origin; each is made once. Runs in Node and in a browser. */
export function dataOf(origin: string): Promise<MadeData> {
  const before = made.get(origin);
  if (before) return before;
  const data = make(origin);
  made.set(origin, data);
  return data;
}

async function make(origin: string): Promise<MadeData> {
  if (origin === 'sp500') {
    const imported = await importCsv(textSource(SAMPLE_FILE, sampleText));
    return described(imported.bars, describeImport(SAMPLE_FILE, imported, true));
  }
  const seed = Number(origin.replace('synthetic:', ''));
  const bars = syntheticBars({ seed });
  return described(bars, describeSynthetic(bars, seed));
}

function described(
  bars: MadeData['bars'],
  draft: Pick<KnownDataset, 'name' | 'interval' | 'source' | 'instrument'>,
): MadeData {
  const rows = barCount(bars);
  const { name, interval, source, instrument } = draft;
  const known = {
    sha256: fingerprint(bars),
    name,
    rows,
    interval,
    source,
    instrument,
    firstTime: bars.time[0]!,
    lastTime: bars.time[rows - 1]!,
  };
  return { bars, instrument, known };
}
