import { writeFile } from 'node:fs/promises';
import { BacktabError } from '../core/errors';
import { reportHtml } from '../research/report-html';
import type { ReportInput } from '../research/report-html/report-input';

/**
 * Writes the report of a run as one HTML file.
 *
 * @throws BacktabError `file_not_writable`
 */
export async function writeReport(path: string, input: ReportInput): Promise<void> {
  try {
    await writeFile(path, reportHtml(input));
  } catch (e) {
    const reason = e instanceof Error ? e.message : String(e);
    throw new BacktabError('file_not_writable', { file: path, reason }, { cause: e });
  }
}
