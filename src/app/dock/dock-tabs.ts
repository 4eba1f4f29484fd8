import type { DockTab } from '../state/workspace';

/** Tabs of the dock, in order. */
export const DOCK_TABS: readonly { readonly id: DockTab; readonly label: string }[] = [
  { id: 'report', label: 'Report' },
  { id: 'trades', label: 'Trades' },
  { id: 'orders', label: 'Orders' },
  { id: 'sweep', label: 'Sweep' },
  { id: 'monte-carlo', label: 'Monte Carlo' },
  { id: 'compute', label: 'Compute' },
  { id: 'log', label: 'Log' },
];
