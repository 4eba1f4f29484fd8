import type { MenuEntry } from '../components/menu-entry';
import type { DockTab, Workspace } from '../state/workspace';

/** What the Export button of a tab does; null where there is nothing to export. */
export function exportOf(
  tab: DockTab,
  workspace: Workspace,
): {
  readonly title: string;
  readonly reason: string | null;
  /** Files to choose from, where there are several. */
  readonly files?: readonly MenuEntry[];
  run(): void;
} | null {
  const noResult = workspace.answer ? null : 'There is no result yet';
  switch (tab) {
    case 'trades':
      return { title: 'Trades as CSV', reason: noResult, run: () => workspace.exportTrades('csv') };
    case 'report':
      return { title: 'Equity as CSV', reason: noResult, run: () => workspace.exportEquity('csv') };
    case 'sweep': {
      const reason = workspace.sweep ? null : 'There is no sweep yet';
      const run = (): void => workspace.exportSweep('csv');
      const arrow = { label: 'Settings as Arrow', reason, run: () => workspace.exportSweep('arrow') };
      const files = [{ label: 'Settings as CSV', reason, run }, arrow];
      return { title: 'Settings of the sweep', reason, files, run };
    }
    case 'monte-carlo': {
      const reason = workspace.futures.outcome ? null : 'There is no simulation yet';
      return { title: 'Futures as CSV', reason, run: () => workspace.exportFutures() };
    }
    default:
      return null;
  }
}
