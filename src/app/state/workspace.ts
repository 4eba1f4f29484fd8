import type { Bars } from '../../core/bars';
import type { SettingsChange } from '../../core/check-setting';
import type { DatasetManifest, SyntheticKind } from '../../core/dataset';
import type { DatasetId } from '../../core/nominal';
import type { RunSet } from '../../core/run-set';
import type { SettingName } from '../../core/settings';
import type { SweepOutcome, SweepVerdict } from '../../research/outcome';
import type { PlanParam } from '../../script/plan';
import type {
  BacktestAnswer,
  ComputeInfo,
  KeptSweep,
  LiveStatus,
  RunData,
  ScriptView,
  ShaderAnswer,
  ShownInstrument,
  StorageUsage,
  StoredRun,
  StoredScript,
  SweepRequest,
} from '../../workers/protocol';
import type { BatchState } from './batch.svelte';
import type { FuturesState } from './futures.svelte';
import type { LinkState } from './link.svelte';
import type { InstrumentsState } from './instruments.svelte';
import type { WrittenStudy } from '../../workers/study.client';
import type { ReplayState } from './replay.svelte';
import type { ShareState } from './share.svelte';
import type { StudiesState } from './studies.svelte';
import type { CutSweep, SweepChoice, SweepState } from './sweep.svelte';

/** Pages of the app; the URL hash carries them. */
export type Page =
  | 'start'
  | 'workspace'
  | 'report'
  | 'compare'
  | 'sweep'
  | 'monte-carlo'
  | 'compute'
  | 'gallery'
  | 'shared'
  | 'help';

/** Tabs of the dock. */
export type DockTab =
  'report' | 'trades' | 'orders' | 'sweep' | 'compute' | 'walk-forward' | 'monte-carlo' | 'log' | 'script';

/** A failure as the page shows it. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** One line of the log tab. */
export interface LogLine {
  readonly at: number;
  readonly level: 'info' | 'caution' | 'error';
  readonly text: string;
}

/** Long work in the tray. */
export interface TrayTask {
  readonly id: number;
  /** As `Import of prices.csv` or `Sweep, 255 settings`. */
  readonly name: string;
  readonly unit: string;
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
  /** `kept`: it was cut short, and what it had done is kept; `offers` says what can be done with it. */
  readonly state: 'running' | 'done' | 'failed' | 'cancelled' | 'kept';
  readonly paused: boolean;
  /** Units a second, measured; null before it is known. */
  readonly pace: number | null;
  readonly failure: Failure | null;
  /** What survives a close. */
  readonly note: string;
  readonly offers: readonly { readonly label: string; run(): void }[];
  cancel(): void;
  /** Holds the work, or lets it go on; null where it cannot be held. */
  readonly pause: ((paused: boolean) => void) | null;
}

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly level: 'info' | 'error';
  readonly action: { readonly label: string; run(): void } | null;
}

/** The result of an opened link with what it ran on. */
export interface LinkReport {
  readonly answer: BacktestAnswer;
  readonly dataset: DatasetManifest;
  readonly bars: Bars;
  /** The strategy's own name. */
  readonly name: string;
  readonly params: readonly PlanParam[];
}

/**
 * All that the page shows, and every act it offers. Fields are reactive (runes) in the one
 * implementation, `workspace.svelte.ts`; components read fields and call acts, nothing else.
 */
export interface Workspace {
  // What is on screen
  readonly page: Page;
  readonly tab: DockTab;
  readonly theme: 'dark' | 'light';
  readonly themeChoice: 'system' | 'dark' | 'light';
  /** Rows shown by the chart, `[from, to)`. */
  range: { from: number; to: number };
  scale: 'linear' | 'log' | 'percent';
  /** Bar under the crosshair, null when none. */
  cursor: number | null;
  /** Index into trades, null when none. */
  selectedTrade: number | null;
  readonly paletteOpen: boolean;
  readonly leftOpen: boolean;
  readonly rightOpen: boolean;
  readonly dockOpen: boolean;

  // Data
  readonly datasets: readonly DatasetManifest[];
  readonly dataset: DatasetManifest | null;
  readonly bars: Bars | null;
  /** What was found damaged in stored datasets. */
  readonly damage: ReadonlyMap<DatasetId, string>;
  readonly usage: StorageUsage | null;
  /** The datasets that runs go over together: what is chosen and what is said of each. */
  readonly instruments: InstrumentsState;

  // Script
  readonly scripts: readonly StoredScript[];
  readonly script: StoredScript | null;
  /** Text in the editor. */
  readonly source: string;
  readonly view: ScriptView | null;
  /** Text that `view` speaks of; null before there is one. */
  readonly viewSource: string | null;
  /** Values that differ from the script's own. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Settings over the script's. */
  readonly settings: SettingsChange;
  readonly saved: boolean;
  /** Whether the stored script has been looked for: before, what is typed would be lost to it. */
  readonly opened: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;

  /** Indicators on the chart apart from the script: their state and their acts. */
  readonly studies: StudiesState;

  // Result. `answer` stays while a newer one is computed or the script has mistakes.
  readonly answer: BacktestAnswer | null;
  /** The instrument on the chart, of an answer over several. */
  readonly shown: ShownInstrument | null;
  /** Row among the instruments of the answer of the one on the chart: 0 where there is one; -1 where it is none of them. */
  readonly market: number;
  /** The datasets of the answer; null where one of them is not what is on screen any more. */
  readonly answerData: readonly RunData[] | null;
  /** Whether `answer` belongs to the text and parameters on screen. */
  readonly fresh: boolean;
  /** Running for more than 300 ms. */
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly runs: readonly StoredRun[];
  /** Ids of the runs that are compared, eight at most. */
  readonly compared: readonly string[];

  /** The result looked at bar by bar. */
  readonly replay: ReplayState;

  // Sweep
  readonly sweep: SweepOutcome | null;
  /** What the last sweep was asked; null before one was started. */
  readonly sweepRequest: SweepRequest | null;
  readonly sweepFailure: Failure | null;
  readonly sweepRunning: boolean;
  /** Sweeps of the scripts and data that are here which were cut short. */
  readonly keptSweeps: readonly CutSweep[];
  /** On its best setting; that of the validation once it is done. */
  readonly sweepVerdict: SweepVerdict | null;
  readonly validation: SweepState['validation'];
  /** Seconds that the validation is estimated to take; null before a sweep. */
  readonly validationSeconds: number | null;

  /** Many indicators on many datasets: what is chosen, the batch, its results and their acts. */
  readonly batch: BatchState;
  readonly futures: FuturesState;

  // Link
  /** The link or file that is open, and how its check stands. */
  readonly link: LinkState;
  /** What the report page shows instead of the own result; null when it shows that. */
  readonly linkReport: LinkReport | null;

  /** The run on screen as it would be shared. */
  readonly sharing: ShareState;

  // Surroundings
  readonly compute: ComputeInfo | null;
  readonly online: boolean;
  readonly offlineReady: boolean;
  readonly updateReady: boolean;
  readonly live: LiveStatus;
  readonly tasks: readonly TrayTask[];
  readonly toasts: readonly Toast[];
  readonly log: readonly LogLine[];

  // Acts on the view
  show(page: Page): void;
  /** Puts the crosshair on a bar and brings it on the chart, with the instrument of a row `market` of the answer. */
  showBar(bar: number, market?: number): void;
  showTab(tab: DockTab): void;
  setTheme(choice: 'system' | 'dark' | 'light'): void;
  togglePalette(open?: boolean): void;
  toggleLeft(open?: boolean): void;
  toggleRight(open?: boolean): void;
  toggleDock(open?: boolean): void;
  dismissToast(id: number): void;
  clearTask(id: number): void;

  // Acts on data
  importFiles(files: readonly File[]): void;
  importText(name: string, text: string): void;
  /**
   * Makes seeded bars and shows them; of a pair the first.
   *
   * @param seed  of intraday bars; null for the data that the page offers
   */
  addSynthetic(kind?: SyntheticKind, seed?: number | null): void;
  /** Reads the sample that comes with the page again, in place of a damaged one. */
  restoreSample(): void;
  /** Shows a dataset: one of those that runs go over together, or another one, over which they then go alone. */
  useDataset(id: DatasetId): void;
  /** Takes a dataset into the runs or out of them; below two they go over one alone. */
  toggleInstrument(id: DatasetId): void;
  /** Puts another set of datasets in force; null for the one on the chart alone. */
  setInstruments(set: RunSet | null, kind: string): void;
  /** Removed at once; a toast offers to bring it back. */
  removeDataset(id: DatasetId): void;
  renameDataset(id: DatasetId, name: string): void;
  /** The dataset on screen, or another; of a damaged one the rows that are whole. */
  exportBars(id?: DatasetId): void;

  // Acts on the script
  /** @param renamed  a parameter that has another name in the new text: its slider keeps its value */
  edit(source: string, renamed?: { readonly from: string; readonly to: string }): void;
  newScript(): void;
  /** Adds a script beside those that are there, numbered where its name is taken, and opens it. */
  openCopy(name: string, source: string): void;
  openScript(id: string): void;
  renameScript(id: string, name: string): void;
  removeScript(id: string): void;
  format(): void;
  /** Writes a study into the script; null when it cannot be, which is told. */
  insertStudy(id: string): Promise<WrittenStudy | null>;
  setParameter(name: string, value: number): void;
  resetParameter(name: string): void;
  /** Gives a setting a value over the script's; null goes back to the script's. */
  setSetting(name: SettingName, value: number | string | null): void;
  /** Goes back to the script's own settings. */
  resetSettings(): void;
  /** Writes the parameter values on screen into the text. */
  keepParameters(): void;
  undo(): void;
  redo(): void;
  runNow(): void;
  openRun(run: StoredRun): void;
  /** Takes a run into the comparison or out of it; a ninth is not taken. */
  compareRun(id: string, wanted: boolean): void;
  /** Shows the comparison; when fewer than two runs are chosen, of the newest ones. */
  showComparison(): void;

  // Acts on results
  /** Runs the result on screen again on prefixes of its bars, and tells whether the strategy looks ahead. */
  checkLookAhead(): void;
  /** Makes possible futures of the run on screen. */
  startFutures(): void;
  /** Puts the best setting of the last sweep through all methods of validation. */
  validateSweep(): void;
  /** @param choice  what to sweep and how; all of the grid of the first two parameters where it says nothing */
  startSweep(choice?: SweepChoice): void;
  /** What a GPU would run to screen a sweep. */
  sweepShader(choice: SweepChoice): Promise<ShaderAnswer>;
  cancelSweep(): void;
  /** Goes on with a sweep that was cut short, with what it was asked, and shows it. */
  resumeSweep(kept: KeptSweep): void;
  /** Gives up what is kept of a sweep. */
  discardSweep(kept: KeptSweep): void;
  /** Opens a sweep cell as an exact run. */
  openCell(parameters: Readonly<Record<string, number>>): void;
  exportTrades(format: 'csv'): void;
  exportSweep(format: 'csv' | 'arrow'): void;
  exportFutures(): void;
  exportEquity(format: 'csv' | 'arrow'): void;
  openLinkText(text: string): void;
  /** Re-runs what was opened, again. */
  checkLink(): void;
  /** Shows the report of the run that checked the link, and stores nothing. */
  viewLinkReport(): void;
  /** Saves what was opened as a strategy of its own, under a free name; a toast offers to take it back. */
  keepOpenedLink(): void;

  // Live demo
  startLive(barsPerSecond: number): void;
  setLiveSpeed(barsPerSecond: number): void;
  pauseLive(paused: boolean): void;
  stopLive(): void;

  applyUpdate(): void;
  keepStorage(): void;
}
