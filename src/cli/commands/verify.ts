import { readFile, stat } from 'node:fs/promises';
import { BacktabError } from '../../core/errors';
import { formatCount } from '../../core/format';
import { FILE_LIMITS, sharedDatasets, type SharedDataset, type SharedStrategy } from '../../core/share';
import { isoDate, isoInstant } from '../../core/time';
import { decodeLink } from '../../data/link/decode';
import { FILE_ENDING } from '../../data/share-file/layout';
import { readShareFile } from '../../data/share-file/read';
import { checkShared, runShared, type DataHere } from '../../research/share';
import { tradeSides, type TradeSide } from '../../research/trade-sides';
import { compileOrThrow } from '../../script/plan-or-throw';
import { readArguments } from '../arguments';
import { loadData, type DataFile } from '../data-file';
import { readNamedPath } from '../named-path';
import type { Output } from '../output';

export const VERIFY_USAGE =
  'backtab verify LINK|FILE.backtab [--data [ALIAS=]FILE|sp500|synthetic:SEED]… [--json]';

/** What verifying found, as `--json` prints it. */
type Verdict = { readonly state: string; readonly [detail: string]: unknown };

/**
 * Re-runs a link or a `.backtab` file and says `identical`, `differs`, `data_not_here` or `newer`; only `identical` is a
 * success. Data are found by their fingerprint, whatever they are called.
 */
export async function verify(args: readonly string[], output: Output): Promise<number> {
  const line = readArguments(args, { data: 'many', json: 'flag' });
  const [text] = line.words;
  if (!text || line.words.length > 1) throw new BacktabError('usage', { reason: `Usage: ${VERIFY_USAGE}` });
  const { shared, here } = await open(text);
  const plan = compileOrThrow(shared.script);
  const given: DataFile[] = [];
  for (const word of line.many('data')) given.push(await loadData(readNamedPath(word).path));
  for (const data of given) here.set(data.sha256, data);
  const missing = await fetchMissing(shared, here);
  const [verdict, words] =
    missing.length > 0
      ? notHere(missing, given)
      : compared(shared, runShared(shared, plan, here).result, here);
  if (line.flag('json')) output.json(verdict);
  else output.text(words);
  return verdict.state === 'identical' ? 0 : 1;
}

interface Opened {
  readonly shared: SharedStrategy;
  readonly here: Map<string, DataHere>;
}

async function open(text: string): Promise<Opened> {
  if (!text.toLowerCase().endsWith(FILE_ENDING))
    return { shared: decodeLink(text.slice(text.lastIndexOf('/') + 1)), here: new Map() };
  const { shared, data } = await readShareFile(text, await bytesOf(text));
  return { shared, here: new Map(data.map((table) => [table.sha256, table])) };
}

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { size } = await stat(file);
    if (size > FILE_LIMITS.bytes)
      throw new BacktabError('file_too_large', { file, bytes: size, limitBytes: FILE_LIMITS.bytes });
    return new Uint8Array(await readFile(file));
  } catch (e) {
    if (e instanceof BacktabError) throw e;
    const isMissing = e instanceof Error && 'code' in e && e.code === 'ENOENT';
    throw new BacktabError(
      'file_not_readable',
      { file, reason: isMissing ? 'there is no such file' : String(e) },
      { cause: e },
    );
  }
}

/** Makes what anybody can make; the rest is not here. */
async function fetchMissing(
  { data }: SharedStrategy,
  here: Map<string, DataHere>,
): Promise<readonly SharedDataset[]> {
  for (const { sha256, origin } of sharedDatasets(data)) {
    if (here.has(sha256) || origin === null) continue;
    const made = await loadData(origin);
    here.set(made.sha256, made);
  }
  return sharedDatasets(data).filter(({ sha256 }) => !here.has(sha256));
}

function notHere(missing: readonly SharedDataset[], given: readonly DataFile[]): readonly [Verdict, string] {
  const remedy = 'Give each file with --data; it is known by its fingerprint.';
  const files = given.map(({ name, sha256, bars }) => ({ name, sha256, rows: bars.time.length }));
  const verdict = { state: 'data_not_here', missing: missing.map(missingJson), given: files, remedy };
  const words = [
    'Data not here.',
    ...missing.map((set) => `  needed  ${set.sha256}  ${missingWords(set)}`),
    ...files.map(({ name, sha256, rows }) => `  given   ${sha256}  ${name}, ${formatCount(rows, 'bar')}`),
    remedy,
  ];
  return [verdict, words.join('\n')];
}

const missingJson = ({ alias, name, sha256, rows, source, interval, from, to }: SharedDataset): object => ({
  alias,
  name,
  sha256,
  rows,
  source,
  interval,
  from: from === null ? null : isoInstant(from),
  to: to === null ? null : isoInstant(to),
});

function missingWords({ name, rows, source, interval, from, to }: SharedDataset): string {
  const bars = formatCount(rows, 'bar');
  const span = from === null || to === null ? '' : `, ${isoDate(from)} to ${isoDate(to)}`;
  return `${plain(name)}, ${interval === null ? bars : `${bars} of ${plain(interval)}`}${span}${source === null ? '' : `, from ${plain(source)}`}`;
}

function compared(
  shared: SharedStrategy,
  result: Parameters<typeof checkShared>[1],
  here: ReadonlyMap<string, DataHere>,
): readonly [Verdict, string] {
  const check = checkShared(shared, result);
  const hashes = { resultHash: result.hash, claimedHash: shared.result.hash };
  if (check.state === 'identical') {
    const trades = formatCount(result.trades.length, 'trade');
    return [
      { ...check, ...hashes },
      `Identical: same ${trades}, byte for byte. Reproduced does not mean profitable.`,
    ];
  }
  const { state, reason, difference } = check;
  const sides = difference && tradeSides(difference, shared, (sha256) => here.get(sha256)?.bars);
  const title = state === 'newer' ? 'Newer version' : 'Differs';
  const words = [
    `${title}${sides ? ` at trade ${sides.index + 1}` : ''}. ${reason}`,
    ...(sides ? [`  sent  ${sideWords(sides.sent)}`, `  here  ${sideWords(sides.here)}`] : []),
  ];
  const verdict = {
    state,
    reason,
    firstTrade: sides?.index ?? null,
    sent: sides ? sideJson(sides.sent) : null,
    here: sides ? sideJson(sides.here) : null,
    ...hashes,
  };
  return [verdict, words.join('\n')];
}

const sideJson = (side: TradeSide | null): object | null =>
  side && {
    ...side,
    entryTime: side.entryTime === null ? null : isoInstant(side.entryTime),
    exitTime: side.exitTime === null ? null : isoInstant(side.exitTime),
  };

function sideWords(side: TradeSide | null): string {
  if (!side) return 'no such trade';
  const { instrument, quantity, entryPrice, exitPrice } = side;
  const at = (bar: number, time: number | null, price: number | null): string =>
    `${time === null ? `bar ${bar}` : isoInstant(time)}${price === null ? '' : ` at ${price}`}`;
  const size = side.side === null ? '' : `${side.side} ${quantity}, `;
  const exit = side.exitBar === null ? 'still open' : `out ${at(side.exitBar, side.exitTime, exitPrice)}`;
  const gain = side.return === null ? '' : `, return ${side.return}`;
  return `${instrument === null ? '' : `${plain(instrument)}, `}${size}in ${at(side.entryBar, side.entryTime, entryPrice)}, ${exit}${gain}`;
}

/** A stranger's text without anything that a terminal would act on or not show. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?');
