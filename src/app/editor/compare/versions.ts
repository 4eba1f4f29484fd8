import type { BacktestAnswer, StoredRun } from '../../../workers/protocol';
import { formatCount, formatNumber, formatTime } from '../../format';

/** A text that the script had when it ran. */
export interface ScriptVersion {
  readonly id: string;
  /** As `2026-11-29 14:02, Sharpe 0.26, 29 trades`. */
  readonly label: string;
  readonly source: string;
}

/** Versions offered at most. */
const MOST = 20;

/**
 * Versions of a script that differ from the text on screen: the one of the result on screen, then those
 * of earlier runs, newest first, each text once. Runs kept before texts were kept with them have none.
 *
 * @param zone  in which the times of the runs are written
 */
export function versionsOf(
  text: string,
  answer: BacktestAnswer | null,
  runs: readonly StoredRun[],
  zone: string,
): readonly ScriptVersion[] {
  const shown = answer ? [{ id: 'shown', label: 'The result on screen', source: answer.request.source }] : [];
  const kept = runs.flatMap(({ id, source, at, sharpe, trades }) => {
    const label = `${formatTime(at, zone, '1m')}, Sharpe ${formatNumber(sharpe)}, ${formatCount(trades, 'trade')}`;
    return source === undefined ? [] : [{ id, label, source }];
  });
  const seen = new Set([text]);
  const versions = [...shown, ...kept].filter(({ source }) => !seen.has(source) && seen.add(source));
  return versions.slice(0, MOST);
}
