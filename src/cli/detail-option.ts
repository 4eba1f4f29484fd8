import { basename } from 'node:path';
import { BacktabError } from '../core/errors';
import { formatCount, formatInteger } from '../core/format';
import { fitDetail, hashWithDetail, type Detail } from '../research/detail';
import { loadData, type DataFile } from './data-file';
import { readNamedPath } from './named-path';
import { notesOf } from './run-output';

/** Bars of a shorter interval beside the data of one instrument. */
export interface DetailFile extends Detail {
  readonly name: string;
  /** As `1m`. */
  readonly interval: string;
  /** What the run makes of them, and what the import doubted. */
  readonly warnings: readonly string[];
}

/**
 * The file of `--detail` of a run of one instrument; null without one.
 *
 * @throws BacktabError `usage`, codes of `loadData` and `fitDetail`
 */
export async function chooseDetail(words: readonly string[], data: DataFile): Promise<DetailFile | null> {
  const [path] = words;
  if (path === undefined) return null;
  if (words.length > 1) throw new BacktabError('usage', { reason: 'One instrument takes one --detail.' });
  return loadDetail(path, data);
}

/**
 * The paths of `--detail ALIAS=FILE` by instrument.
 *
 * @throws BacktabError `usage`
 */
export function readDetails(words: readonly string[], names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const word of words) {
    const { alias, path } = readNamedPath(word);
    if (alias === null || !names.includes(alias)) {
      const reason = `--detail takes ALIAS=FILE with an instrument of --data (${names.join(', ')}), was '${word}'.`;
      throw new BacktabError('usage', { reason });
    }
    if (found.has(alias)) throw new BacktabError('usage', { reason: `--detail names '${alias}' twice.` });
    found.set(alias, path);
  }
  return found;
}

/**
 * Reads bars of a shorter interval and holds them against an instrument's.
 *
 * @throws BacktabError codes of `loadData` and `fitDetail`
 */
export async function loadDetail(path: string, data: DataFile): Promise<DetailFile> {
  const file = await loadData(path);
  const name = path === 'sp500' ? path : basename(path);
  const fitted = fitDetail(data.bars, file.bars, name);
  const warnings = [
    ...notesOf(file).map((note) => `${name}: ${note}`),
    ...doubts(name, fitted, data.bars.time.length),
  ];
  return { ...fitted, name, interval: file.interval, warnings };
}

/** What `--json` says of it; null without one. */
export const detailJson = (detail: DetailFile | null): object | null =>
  detail && {
    name: detail.name,
    interval: detail.interval,
    dataHash: detail.dataHash,
    rows: detail.rows,
    rowsOutside: detail.outside,
    barsWithout: detail.barsWithout,
    barsIncomplete: detail.barsIncomplete,
  };

/** The data of a run in words, as `prices, within them 1m bars of minutes.csv`. */
export const dataWords = (data: string, detail: DetailFile | null): string =>
  detail ? `${data}, within them ${detail.interval} bars of ${detail.name}` : data;

/** The hash of data and their detail. */
export const dataHashOf = (data: DataFile, detail: DetailFile | null): string =>
  hashWithDetail(data.sha256, detail);

/** What a run says that asks for shorter bars and has none for an instrument. */
export function missingDetail(intrabar: string, instrument: string | null): readonly string[] {
  if (intrabar !== 'detail') return [];
  const whose = instrument === null ? '' : ` for ${instrument}`;
  return [`intrabar is detail, but --detail gives no shorter bars${whose}: ${FALLBACK} on every bar.`];
}

const FALLBACK = 'the stop is taken to come first';

function doubts(name: string, detail: Detail, bars: number): string[] {
  const { barsWithout, barsIncomplete, outside, rows } = detail;
  const of = formatCount(bars, 'bar');
  return [
    ...(barsWithout > 0
      ? [`${formatInteger(barsWithout)} of ${of} have no row of ${name}: ${FALLBACK} there.`]
      : []),
    ...(barsIncomplete > 0
      ? [
          `In ${formatInteger(barsIncomplete)} of ${of} the rows of ${name} do not reach high and low, so some are missing: ${FALLBACK} there.`,
        ]
      : []),
    ...(outside > 0
      ? [
          `${formatInteger(outside)} of ${formatCount(rows, 'row')} of ${name} lie in no bar and are not used.`,
        ]
      : []),
  ];
}
