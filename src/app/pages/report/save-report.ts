import { figuresFile } from '../../../workers/data.client';
import type { RunTable, TableFormat } from '../../../workers/report-protocol';
import { htmlReportOf } from '../../../workers/report.client';
import { exportTable, save } from '../../state/export';
import { report } from '../../state/report.svelte';
import type { ReportParts } from './report-parts';

/** Saves one table of the run that a report is of. */
export const saveTable = ({ answer }: ReportParts, table: RunTable, format: TableFormat): Promise<void> =>
  exportTable(answer, table, format);

/** Saves the figures on screen. */
export async function saveFigures(format: TableFormat): Promise<void> {
  if (report.sheet) save(await figuresFile(report.sheet, format));
}

/** Saves the report as one HTML file, with ranges where they are shown or quick to draw. */
export async function saveHtml({ answer, data, name }: ReportParts): Promise<void> {
  const withRanges = report.ranges !== 'none';
  save(await htmlReportOf({ request: answer.request, data }, name, withRanges));
}
