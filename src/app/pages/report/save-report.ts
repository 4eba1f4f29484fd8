import { figuresFile } from '../../../workers/data.client';
import type { RunTable, TableFormat } from '../../../workers/report-protocol';
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
