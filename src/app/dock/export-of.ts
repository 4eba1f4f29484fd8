import type { DockTab, Workspace } from '../state/workspace';

/** What the Export button of a tab does; null where there is nothing to export. */
export function exportOf(
  tab: DockTab,
  workspace: Workspace,
): { readonly title: string; readonly reason: string | null; run(): void } | null {
  const noResult = workspace.answer ? null : 'There is no result yet';
  switch (tab) {
    case 'trades':
      return { title: 'Trades as CSV', reason: noResult, run: () => workspace.exportTrades('csv') };
    case 'report':
      return { title: 'Equity as CSV', reason: noResult, run: () => workspace.exportEquity('csv') };
    case 'sweep': {
      const reason = workspace.sweep ? null : 'There is no sweep yet';
      return { title: 'Sweep as CSV', reason, run: () => workspace.exportSweep('csv') };
    }
    case 'monte-carlo': {
      const reason = workspace.futures.outcome ? null : 'There is no simulation yet';
      return { title: 'Futures as CSV', reason, run: () => workspace.exportFutures() };
    }
    default:
      return null;
  }
}
