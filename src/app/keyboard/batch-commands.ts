import Clipboard from '@lucide/svelte/icons/clipboard';
import Download from '@lucide/svelte/icons/download';
import FileJson from '@lucide/svelte/icons/file-braces';
import Play from '@lucide/svelte/icons/play';
import Table from '@lucide/svelte/icons/table-2';
import X from '@lucide/svelte/icons/x';
import { formatCount } from '../format';
import { workspace } from '../state/workspace.svelte';
import { act } from './act';
import type { Command } from './command';

/** Acts on many indicators at once. */
export function batchCommands(): readonly Command[] {
  const { batch } = workspace;
  const { requests, datasets } = batch.choice;
  const noRows = batch.rows.length > 0 ? null : 'There are no results yet';
  const busy = batch.running || batch.exporting ? 'Wait for the batch or export that runs' : null;
  return [
    act('page-compute', 'Compute many indicators', Table, () => workspace.show('compute')),
    act(
      'batch-run',
      'Compute the chosen indicators',
      Play,
      () => {
        workspace.show('compute');
        batch.run();
      },
      {
        detail: `${formatCount(requests.length, 'indicator')}, ${formatCount(datasets.length, 'dataset')}`,
        reason: batch.reason,
      },
    ),
    act('batch-stop', 'Cancel the batch or its export', X, () => batch.cancel(), {
      reason: batch.running || batch.exporting ? null : 'Neither is running',
    }),
    act('batch-requests', 'Copy the chosen indicators as requests', FileJson, () => batch.copyRequests(), {
      detail: 'for backtab compute',
      reason: requests.length > 0 ? null : 'No indicator is chosen',
    }),
    act('batch-copy', 'Copy the table of indicators', Clipboard, () => batch.copyTable(), { reason: noRows }),
    act('batch-arrow', 'Export indicators as Arrow', Download, () => batch.export('arrow'), {
      reason: busy ?? noRows,
    }),
    act('batch-csv', 'Export indicators as CSV', Download, () => batch.export('csv'), {
      reason: busy ?? noRows,
    }),
  ];
}
