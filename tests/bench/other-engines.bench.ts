import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { formatInteger } from '../../src/core/format';
import { markdown, writeSection } from './document';
import { barsOf, CASE_WORDS, ownCase, type CaseName, type EngineName } from './other-engines/cases';
import { measure, type Measured } from './other-engines/measure';
import { otherEngine, ownEngine, writeData } from './other-engines/processes';
import { median } from './timing';

const RUNS: readonly (readonly [EngineName, readonly CaseName[]])[] = [
  ['vectorbt', ['cross', 'bracket', 'trail', 'portfolio']],
  ['backtesting.py', ['cross', 'bracket', 'trail']],
  ['backtrader', ['cross', 'bracket', 'trail']],
];

/**
 * Our engine beside others on the same bars, orders and fees, under the preset that follows the other's conventions: each
 * in a process of its own, one after the other; the median of up to seven rounds, as many as five seconds hold, in
 * processor time. Says where their trades or last equity differ. `PEERS_PYTHON` is a Python that has the packages which
 * the scripts in `other-engines` name.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const python = process.env['PEERS_PYTHON'];
  if (!python) {
    print(`other engines  left out, PEERS_PYTHON names no Python: ${RUNS.map(([name]) => name).join(', ')}`);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'backtab-engines-'));
  const rows: string[][] = [];
  try {
    await writeData(folder);
    for (const [engine, cases] of RUNS) {
      for (const name of cases) {
        const other = await otherEngine(python, engine, name, folder);
        if (typeof other === 'string') {
          print(`other engines  ${engine} left out: ${other}`);
          break;
        }
        const own = await ownEngine(import.meta.url, engine, name);
        const row = rowOf(name, engine, own, other);
        print(lineOf(row));
        rows.push(row);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  if (rows.length > 0) await writeSection('other engines', markdown([HEAD, ...rows]));
}

/** What the process of `ownEngine` does. */
export function ownMeasured(name: CaseName, engine: EngineName): void {
  const found = measure(`Backtab ${version}`, ownCase(name, engine), ownCase(name, engine, 2000));
  process.stdout.write(JSON.stringify(found));
}

/** Largest difference of the last equity, a share of it. */
const SAME_EQUITY = 1e-9;

function agreement(own: Measured, other: Measured): string {
  if (own.trades !== other.trades)
    return `${formatInteger(own.trades)} here, ${formatInteger(other.trades)} there`;
  const apart = Math.abs(own.equity / other.equity - 1);
  const trades = formatInteger(own.trades);
  return apart <= SAME_EQUITY ? trades : `${trades}, equity apart by ${apart.toExponential(1)}`;
}

function rate({ times }: Measured, bars: number): string {
  const millions = bars / median(times) / 1000;
  return millions >= 1 ? millions.toFixed(1) : millions.toPrecision(2);
}

/** Garbage of the warm-up may have left room for all of it. */
const peakOf = ({ peakBytes }: Measured, bars: number): string =>
  formatInteger(Math.max(0, Math.round(peakBytes / bars)));

const HEAD = [
  'Beside',
  'Strategy',
  'bars',
  'trades of both',
  'M bars/s',
  "the other's",
  'ratio',
  'peak bytes a bar',
  "the other's",
];

const rowOf = (name: CaseName, engine: EngineName, own: Measured, other: Measured): string[] => {
  const bars = barsOf(name, engine);
  return [
    other.version,
    CASE_WORDS[name],
    formatInteger(bars),
    agreement(own, other),
    rate(own, bars),
    rate(other, bars),
    String(Number((median(other.times) / median(own.times)).toPrecision(2))),
    peakOf(own, bars),
    peakOf(other, bars),
  ];
};

const lineOf = ([
  beside,
  strategy,
  bars,
  trades,
  own,
  other,
  ratio,
  ownPeak,
  peak,
]: readonly string[]): string =>
  `other engines  ${strategy}, ${bars} bars, ${trades} trades: ${own}M bars/s, ${beside} ${other}M, ratio ${ratio}; ` +
  `peak ${ownPeak} and ${peak} bytes a bar`;
