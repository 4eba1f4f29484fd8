import Camera from '@lucide/svelte/icons/camera';
import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import FileText from '@lucide/svelte/icons/file-text';
import GitCompare from '@lucide/svelte/icons/git-compare-arrows';
import Grid from '@lucide/svelte/icons/grid-3x3';
import Layers from '@lucide/svelte/icons/layers';
import List from '@lucide/svelte/icons/list';
import Maximize from '@lucide/svelte/icons/maximize-2';
import Moon from '@lucide/svelte/icons/moon';
import PanelBottom from '@lucide/svelte/icons/panel-bottom';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import PanelRight from '@lucide/svelte/icons/panel-right';
import Percent from '@lucide/svelte/icons/percent';
import Search from '@lucide/svelte/icons/search';
import Sun from '@lucide/svelte/icons/sun';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Table from '@lucide/svelte/icons/table-2';
import { compareReason } from '../dock/compare-reason';
import { DOCK_TABS } from '../dock/dock-tabs';
import { layout } from '../shell/layout.svelte';
import { saveSnapshot } from '../shell/snapshot';
import type { DockTab } from '../state/workspace';
import { workspace } from '../state/workspace.svelte';
import { act, everywhere, inLists } from './act';
import type { Command } from './command';
import { cycleRegion } from './focus';

/** Acts on what is shown and how. */
export const viewCommands = (): readonly Command[] => [
  ...pageCommands(),
  ...panelCommands(),
  ...chartCommands(),
  ...tabCommands(),
  ...tradeCommands(),
];

function pageCommands(): readonly Command[] {
  const dark = workspace.theme === 'dark';
  const other = dark ? 'light' : 'dark';
  return [
    act(
      'palette',
      'Search or run a command',
      Search,
      () => workspace.togglePalette(true),
      everywhere('Ctrl+K'),
    ),
    act('page-chart', 'Show chart', ChartCandlestick, () => workspace.show('workspace')),
    act('page-report', 'Show report', FileText, () => workspace.show('report')),
    act('page-compare', 'Compare runs', GitCompare, () => workspace.showComparison(), {
      reason: compareReason(workspace),
    }),
    act('page-sweep', 'Show sweep', Grid, () => workspace.show('sweep')),
    act('theme', `Switch to ${other} theme`, dark ? Sun : Moon, () => workspace.setTheme(other)),
    act('theme-system', 'Follow the system theme', SunMoon, () => workspace.setTheme('system'), {
      reason: workspace.themeChoice === 'system' ? 'It does already' : null,
    }),
  ];
}

const panelCommands = (): readonly Command[] => [
  act('left', 'Show or hide the left panel', PanelLeft, () => workspace.toggleLeft(), everywhere('Ctrl+B')),
  act('dock', 'Show or hide the dock', PanelBottom, () => workspace.toggleDock(), everywhere('Ctrl+J')),
  act('right', 'Show or hide script and parameters', PanelRight, () => workspace.toggleRight()),
  act('region-next', 'Go to the next region', Layers, () => cycleRegion(1), everywhere('F6')),
  act('region-before', 'Go to the region before', Layers, () => cycleRegion(-1), everywhere('Shift+F6')),
];

function chartCommands(): readonly Command[] {
  const reason = workspace.page === 'workspace' ? null : 'The chart is not on screen';
  const keyed = (keys: string) => ({ ...everywhere(keys), reason });
  return [
    act('log', 'Logarithmic scale', ChartCandlestick, () => toggleScale('log'), keyed('Alt+L')),
    act('percent', 'Percent scale', Percent, () => toggleScale('percent'), keyed('Alt+P')),
    act('fit', 'Show all bars', ChartCandlestick, () => layout.chart?.fit(), keyed('Alt+R')),
    act('focus-chart', 'Go to the chart', ChartCandlestick, () => layout.chart?.focus(), { reason }),
    act('snapshot', 'Save picture of the chart', Camera, () => void saveSnapshot(), keyed('Alt+S')),
    act(
      'maximise',
      'Chart alone',
      Maximize,
      () => (layout.maximised = !layout.maximised),
      keyed('Alt+Enter'),
    ),
    act('table', layout.asTable ? 'Show as chart' : 'Show the chart as a table', Table, toggleTable, {
      reason,
    }),
  ];
}

const tabCommands = (): readonly Command[] =>
  DOCK_TABS.map((tab, i) =>
    act(`tab-${tab.id}`, `Dock: ${tab.label}`, List, () => openTab(tab.id), everywhere(`Alt+${i + 1}`)),
  );

function tradeCommands(): readonly Command[] {
  const trades = workspace.answer?.outcome.result.trades ?? [];
  const own = trades.flatMap((trade, place) => (trade.market === workspace.market ? [place] : []));
  const reason = own.length > 0 ? null : 'There are no trades';
  /** Among those of the instrument on the chart. */
  const step = (by: 1 | -1): void => {
    const at = workspace.selectedTrade === null ? -1 : own.indexOf(workspace.selectedTrade);
    const from = at < 0 && by === -1 ? own.length : at;
    workspace.selectedTrade = own[Math.max(0, Math.min(own.length - 1, from + by))] ?? null;
  };
  return [
    act('trade-next', 'Next trade', List, () => step(1), { ...inLists('N'), reason }),
    act('trade-before', 'Previous trade', List, () => step(-1), { ...inLists('P'), reason }),
    act('trade-none', 'Clear the selected trade', List, () => (workspace.selectedTrade = null), {
      reason: workspace.selectedTrade === null ? 'None is selected' : null,
    }),
  ];
}

function toggleScale(wanted: 'log' | 'percent'): void {
  workspace.scale = workspace.scale === wanted ? 'linear' : wanted;
}

function toggleTable(): void {
  layout.asTable = !layout.asTable;
}

function openTab(tab: DockTab): void {
  workspace.show('workspace');
  workspace.showTab(tab);
}
