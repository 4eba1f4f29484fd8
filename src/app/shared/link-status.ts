import type { SharedDataset } from '../../core/share';
import type { LinkVerdict } from '../../workers/protocol';
import { formatCount, formatInteger } from '../format';
import type { OtherData } from '../state/link.svelte';
import type { Failure } from '../state/workspace';
import { shortHash } from './claims';
import { visibleText } from './visible-controls';

/** How far the check of a shared run has come, in words. */
export interface LinkStatus {
  readonly state:
    'waiting' | 'checking' | 'stopped' | 'failed' | 'identical' | 'differs' | 'newer' | 'data_not_here';
  readonly title: string;
  readonly badge: string;
  readonly sentence: string;
}

/** What the words follow from. */
export interface LinkProgress {
  readonly verdict: LinkVerdict | null;
  readonly checking: boolean;
  /** Whether the check was ended by hand. */
  readonly stopped: boolean;
  /** Why a check ended without a verdict. */
  readonly failure: Failure | null;
  /** Data that were brought and do not fit. */
  readonly other: OtherData | null;
  readonly carrier: 'link' | 'file';
}

export function linkStatus(progress: LinkProgress): LinkStatus {
  const { verdict, failure, checking, stopped, carrier } = progress;
  if (verdict) return found(verdict, progress.other);
  if (failure) {
    return {
      state: 'failed',
      title: 'Check ended',
      badge: 'not checked',
      sentence: `${visibleText(failure.message)} ${visibleText(failure.remedy)} Nothing was stored.`,
    };
  }
  const sentence =
    'This device runs the strategy again on its own copy of the data, read only. Nothing is stored.';
  if (checking && !stopped)
    return { state: 'checking', title: 'Checking', badge: 'not checked yet', sentence };
  if (stopped) {
    return {
      state: 'stopped',
      title: 'Check stopped',
      badge: 'not checked',
      sentence:
        'The run was ended before it was done, so nothing is known of the result. Nothing was stored.',
    };
  }
  return { state: 'waiting', title: `Opened from a ${carrier}`, badge: 'not checked yet', sentence };
}

function found(verdict: LinkVerdict, other: OtherData | null): LinkStatus {
  switch (verdict.state) {
    case 'identical': {
      const trades = verdict.answer.outcome.result.trades.length;
      return {
        state: 'identical',
        title: 'Identical',
        badge: 're-run here, exact',
        sentence:
          `This device ran the strategy again on its own copy of the data and got the same ` +
          `${formatCount(trades, 'trade')}, byte for byte. ` +
          'Identical means reproduced. It does not mean profitable.',
      };
    }
    case 'differs':
    case 'newer': {
      const at = verdict.trade?.index ?? null;
      const where = at === null ? '' : ` at trade ${formatInteger(at + 1)}`;
      const isNewer = verdict.state === 'newer';
      return {
        state: verdict.state,
        title: isNewer ? 'Newer version' : `Differs${where}`,
        badge: 're-run here, exact',
        sentence: isNewer
          ? `${verdict.reason} Reload to get the newest Backtab.${at === null ? '' : ` Here it differs${where}.`}`
          : `${verdict.reason} Trust the figures found here.`,
      };
    }
    case 'data_not_here':
      return {
        state: 'data_not_here',
        title: 'Data not here',
        badge: 'not checked',
        sentence: `${missingWords(verdict.missing)}${other ? ` ${otherWords(other, verdict.missing)}` : ''}`,
      };
  }
}

/** What is missing and how to get it. */
function missingWords(missing: readonly SharedDataset[]): string {
  const [only] = missing;
  const whole = missing.map(setWords).join('; ');
  if (only?.origin === 'sp500')
    return `It was run on ${whole}. That is the sample of another version of Backtab, or it was removed here.`;
  if (only?.origin)
    return `It was run on ${whole}. These bars are made from a number, so anybody can make them.`;
  const them = missing.length === 1 ? 'the file' : 'each file';
  return `It was run on ${whole}. Drop ${them} on this page; it is checked by its fingerprint.`;
}

/** As `A: waves, 500 bars of 1d from waves.csv, 2015-01-05 to 2016-05-18`. */
function setWords(set: SharedDataset): string {
  const title = set.alias === null ? '' : `${visibleText(set.alias)}: `;
  const where = set.source === null ? '' : ` from ${visibleText(set.source)}`;
  const span = spanWords(set);
  return `${title}${barWords(set)}${where}${span === null ? '' : `, ${span}`}`;
}

/** As `waves, 500 bars of 1d`. */
export function barWords({ name, rows, interval }: SharedDataset): string {
  const of = interval === null ? '' : ` of ${visibleText(interval)}`;
  return `${visibleText(name)}, ${formatCount(rows, 'bar')}${of}`;
}

/** As `2015-01-05 to 2016-05-18`; null where the sender did not say. */
export function spanWords({ from, to }: SharedDataset): string | null {
  const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
  return from === null || to === null ? null : `${day(from)} to ${day(to)}`;
}

function otherWords({ name, sha256, rows }: OtherData, missing: readonly SharedDataset[]): string {
  const wanted = missing.map((set) => shortHash(set.sha256)).join(' or ');
  return (
    `${visibleText(name)} is another: its ${formatCount(rows, 'bar')} have the fingerprint ` +
    `${shortHash(sha256)}, and ${wanted} is needed.`
  );
}
