import type { DatasetManifest } from '../../core/dataset';
import type { DatasetId } from '../../core/nominal';
import { aliasOf, isAlias, type RunMember, type RunSet } from '../../core/run-set';
import type { SharedData, SharedDataset } from '../../core/share';

/**
 * The datasets of a shared run as a run of this device takes them.
 *
 * @returns null for a run on one dataset, and where data of it are not on this device
 */
export function runSetOf(
  { sets, currency, rates }: SharedData,
  here: readonly DatasetManifest[],
): RunSet | null {
  if (sets.length < 2) return null;
  const idOf = ({ sha256 }: SharedDataset): DatasetId | undefined =>
    here.find((d) => d.sha256 === sha256)?.id;
  const members: RunMember[] = [];
  for (const set of sets) {
    const dataset = idOf(set);
    if (dataset === undefined) return null;
    const wanted = set.alias ?? set.name;
    const taken = members.map(({ alias }) => alias);
    const alias = isAlias(wanted) && !taken.includes(wanted) ? wanted : aliasOf(wanted, taken);
    const quoted = set.currency === null ? {} : { currency: set.currency };
    members.push({ alias, dataset, contract: set.contract, ...quoted });
  }
  const known: Record<string, number | DatasetId> = {};
  for (const { currency: code, rate } of rates) {
    const value = typeof rate === 'number' ? rate : idOf(rate);
    if (value === undefined) return null;
    known[code] = value;
  }
  return { members, rates: known, ...(currency === null ? {} : { currency }) };
}
