import Camera from '@lucide/svelte/icons/camera';
import ChartCandlestick from '@lucide/svelte/icons/chart-candlestick';
import FileText from '@lucide/svelte/icons/file-text';
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
import Table from '@lucide/svelte/icons/table-2';
import { DOCK_TABS } from '../dock/dock-tabs';
import { layout } from '../shell/layout.svelte';
import { saveSnapshot } from '../shell/snapshot';
import { workspace } from '../state/workspace.svelte';
import type { Command } from './command';
import { cycleRegion } from './focus';

/** Acts on what is shown and how. */
export function viewCommands(): readonly Command[] {
  return [...pageCommands(), ...chartCommands(), ...tabCommands(), ...tradeCommands()].map((command) => ({
    section: 'Commands',
    ...command,
  }));
}

type Act = Omit<Command, 'section'>;

function pageCommands(): readonly Act[] {
  const dark = workspace.theme === 'dark';
  return [
    {
      id: 'palette',
      title: 'Search or run a command',
      icon: Search,
      keys: ['Ctrl+K'],
      scope: 'everywhere',
      run: () => workspace.togglePalette(true),
    },
    { id: 'page-chart', title: 'Show chart', icon: ChartCandlestick, run: () => workspace.show('workspace') },
    { id: 'page-report', title: 'Show report', icon: FileText, run: () => workspace.show('report') },
    { id: 'page-sweep', title: 'Show sweep', icon: Grid, run: () => workspace.show('sweep') },
    {
      id: 'theme',
      title: `Switch to ${dark ? 'light' : 'dark'} theme`,
      icon: dark ? Sun : Moon,
      run: () => workspace.setTheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'left',
      title: 'Show or hide the left panel',
      icon: PanelLeft,
      keys: ['Ctrl+B'],
      scope: 'everywhere',
      run: () => workspace.toggleLeft(),
    },
    {
      id: 'dock',
      title: 'Show or hide the dock',
      icon: PanelBottom,
      keys: ['Ctrl+J'],
      scope: 'everywhere',
      run: () => workspace.toggleDock(),
    },
    {
      id: 'right',
      title: 'Show or hide script and parameters',
      icon: PanelRight,
      run: () => workspace.toggleRight(),
    },
    {
      id: 'region-next',
      title: 'Go to the next region',
      icon: Layers,
      keys: ['F6'],
      scope: 'everywhere',
      run: () => cycleRegion(1),
    },
    {
      id: 'region-before',
      title: 'Go to the region before',
      icon: Layers,
      keys: ['Shift+F6'],
      scope: 'everywhere',
      run: () => cycleRegion(-1),
    },
  ];
}

function chartCommands(): readonly Act[] {
  const reason = workspace.page === 'workspace' ? null : 'The chart is not on screen';
  const scale = (wanted: 'log' | 'percent'): void => {
    workspace.scale = workspace.scale === wanted ? 'linear' : wanted;
  };
  return [
    {
      id: 'log',
      title: 'Logarithmic scale',
      icon: ChartCandlestick,
      keys: ['Alt+L'],
      scope: 'everywhere',
      reason,
      run: () => scale('log'),
    },
    {
      id: 'percent',
      title: 'Percent scale',
      icon: Percent,
      keys: ['Alt+P'],
      scope: 'everywhere',
      reason,
      run: () => scale('percent'),
    },
    {
      id: 'fit',
      title: 'Show all bars',
      icon: ChartCandlestick,
      keys: ['Alt+R'],
      scope: 'everywhere',
      reason,
      run: () => layout.chart?.fit(),
    },
    {
      id: 'focus-chart',
      title: 'Go to the chart',
      icon: ChartCandlestick,
      reason,
      run: () => layout.chart?.focus(),
    },
    {
      id: 'snapshot',
      title: 'Save picture of the chart',
      icon: Camera,
      keys: ['Alt+S'],
      scope: 'everywhere',
      reason,
      run: () => void saveSnapshot(),
    },
    {
      id: 'maximise',
      title: 'Chart alone',
      icon: Maximize,
      keys: ['Alt+Enter'],
      scope: 'everywhere',
      reason,
      run: () => (layout.maximised = !layout.maximised),
    },
    {
      id: 'table',
      title: layout.asTable ? 'Show as chart' : 'Show the chart as a table',
      icon: Table,
      reason,
      run: () => (layout.asTable = !layout.asTable),
    },
  ];
}

const tabCommands = (): readonly Act[] =>
  DOCK_TABS.map((tab, i) => ({
    id: `tab-${tab.id}`,
    title: `Dock: ${tab.label}`,
    icon: List,
    keys: [`Alt+${i + 1}`],
    scope: 'everywhere',
    run: () => {
      workspace.show('workspace');
      workspace.showTab(tab.id);
    },
  }));

function tradeCommands(): readonly Act[] {
  const count = workspace.answer?.outcome.result.trades.length ?? 0;
  const reason = count > 0 ? null : 'There are no trades';
  const step = (by: 1 | -1): void => {
    const from = workspace.selectedTrade ?? (by === 1 ? -1 : count);
    workspace.selectedTrade = Math.max(0, Math.min(count - 1, from + by));
  };
  return [
    {
      id: 'trade-next',
      title: 'Next trade',
      icon: List,
      keys: ['N'],
      scope: 'chart and lists',
      reason,
      run: () => step(1),
    },
    {
      id: 'trade-before',
      title: 'Previous trade',
      icon: List,
      keys: ['P'],
      scope: 'chart and lists',
      reason,
      run: () => step(-1),
    },
    {
      id: 'trade-none',
      title: 'Clear the selected trade',
      icon: List,
      reason: workspace.selectedTrade === null ? 'None is selected' : null,
      run: () => (workspace.selectedTrade = null),
    },
  ];
}
