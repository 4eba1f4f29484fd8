import type { DatasetManifest } from '../../core/dataset';
import { intervalOf } from '../../core/interval';
import type { RunSet } from '../../core/run-set';
import { DAY_MS } from '../../core/time';
import type { StrategyNeeds } from '../../strategies/built-in-strategy';

/** What an example needs of the data, and how to come by it. */
export interface ExampleData {
  /** On the badge. */
  readonly badge: string;
  /** How the data of this device stand to it. */
  readonly sentence: string;
  /** Whether something is missing on screen. */
  readonly isMissing: boolean;
  /** What helps; null when nothing is missing or nothing can be done here. */
  readonly remedy: { readonly kind: 'make_intraday' | 'make_pair' } | ShowData | RunOver | null;
}

interface ShowData {
  readonly kind: 'show';
  readonly dataset: DatasetManifest;
}

interface RunOver {
  readonly kind: 'run_over';
  readonly set: RunSet;
}

type Data = readonly DatasetManifest[];

/**
 * @param datasets  all of this device
 * @param shown     the one on screen
 * @param set       those that runs go over together; null where they go over one alone
 */
export function exampleData(
  needs: StrategyNeeds,
  datasets: Data,
  shown: DatasetManifest | null,
  set: RunSet | null,
): ExampleData {
  if (needs === 'intraday') return intradayData(datasets, shown);
  if (needs === 'pair') return pairData(datasets, set);
  const sentence = shown ? `Runs on any bars, as on ${shown.name}.` : 'Runs on any bars.';
  return { badge: 'Any bars', sentence, isMissing: false, remedy: null };
}

function intradayData(datasets: Data, shown: DatasetManifest | null): ExampleData {
  const badge = 'Needs intraday bars';
  if (shown && isIntraday(shown))
    return { badge, sentence: `${shown.name} on screen suits it.`, isMissing: false, remedy: null };
  const dataset = datasets.find(isIntraday);
  const sentence = `The session is told by the clock, and ${shown ? shown.name : 'what is on screen'} has no time of day.`;
  const remedy = dataset ? ({ kind: 'show', dataset } as const) : ({ kind: 'make_intraday' } as const);
  return { badge, sentence, isMissing: true, remedy };
}

function pairData(datasets: Data, set: RunSet | null): ExampleData {
  const badge = 'Needs two datasets';
  if (set && set.members.length > 1 && set.members.some(({ alias }) => alias === 'B')) {
    const names = set.members.map(({ alias }) => alias).join(' and ');
    return {
      badge,
      sentence: `Runs go over ${names} together, which suits it.`,
      isMissing: false,
      remedy: null,
    };
  }
  const rule = 'The script trades the dataset it runs on and one named B.';
  const [a, b] = ['A', 'B'].map((name) => datasets.find(({ instrument }) => instrument.name === name));
  if (a && b) {
    const sentence = `${rule} ${a.name} and ${b.name} are here.`;
    const members = [
      { alias: 'A', dataset: a.id },
      { alias: 'B', dataset: b.id },
    ];
    return { badge, sentence, isMissing: true, remedy: { kind: 'run_over', set: { members } } };
  }
  const doubt = 'A synthetic pair is made to come back together, which real prices do not promise.';
  return { badge, sentence: `${rule} ${doubt}`, isMissing: true, remedy: { kind: 'make_pair' } };
}

/** Whether bars are shorter than a day. */
const isIntraday = ({ interval }: DatasetManifest): boolean =>
  (intervalOf({ interval }).intervalMs ?? DAY_MS) < DAY_MS;
