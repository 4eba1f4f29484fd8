import { startLookAheadCheck, type ReportSubject } from '../../workers/report.client';
import type { Tray } from './tray.svelte';

/**
 * Puts a run through the look-ahead check in the tray, and tells what it found.
 *
 * @param showBar  brings the bar on which it differs on the chart
 */
export async function tellLookAhead(
  tray: Tray,
  subject: ReportSubject,
  showBar: (bar: number) => void,
): Promise<void> {
  const note = 'Closing the page ends the check.';
  const { isProved, words, bar } = await tray.track('Look-ahead check', 'runs', note, (onProgress) =>
    startLookAheadCheck(subject, onProgress),
  );
  tray.note(isProved ? 'info' : 'caution', words);
  tray.toast(words, bar === null ? null : { label: 'Show bar', run: () => showBar(bar) });
}
