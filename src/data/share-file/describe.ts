import { barCount } from '../../core/bars';
import type { DatasetManifest } from '../../core/dataset';
import type { DatasetId } from '../../core/nominal';
import type { SharedDataset } from '../../core/share';
import { examine } from '../quality/examine';
import { sniffInterval } from '../quality/interval';
import { bytesOf, manifestOf } from '../store/dataset-manifest';
import { ZoneClock } from '../../core/zone';
import type { TableOfFile } from './read';

/**
 * What is known of bars that came in a file: their quality is examined anew, their names are the sender's.
 *
 * @param set   what the run calls them; undefined where it does not speak of them
 * @param file  name of the file
 */
export function describeTable(
  table: TableOfFile,
  set: SharedDataset | undefined,
  file: string,
): DatasetManifest {
  const { bars, instrument, interval, sha256 } = table;
  const clock = new ZoneClock(instrument.zone);
  const wall = (t: number): number => t + clock.offsetAt(t);
  const notes = examine({ bars, interval, barsPerYear: sniffInterval(bars.time).barsPerYear, wall });
  const rows = barCount(bars);
  const isMade = set?.origin?.startsWith('synthetic:') ?? false;
  return manifestOf(
    `file:${sha256}` as DatasetId,
    {
      name: set?.name || instrument.name || file,
      instrument,
      interval,
      source: {
        kind: isMade ? 'synthetic' : 'file',
        name: isMade ? (set?.origin ?? file) : (set?.source ?? file),
        license: null,
        bytes: bytesOf(bars),
      },
      report: { rowsRead: rows, rowsKept: rows, rowsRejected: 0, rejected: [], columns: [], notes },
    },
    bars,
    [],
    0,
  );
}
