import type { BackendKind, BackendProbe } from '../core/backend';
import type { Bars } from '../core/bars';
import type { SettingsChange } from '../core/check-setting';
import type { DatasetManifest, DataSource, Instrument, Interval, QualityReport } from '../core/dataset';
import type { DatasetId } from '../core/nominal';
import type { RunSet } from '../core/run-set';
import type { SharedDataset, SharedStrategy } from '../core/share';
import type { RunSettings } from '../core/settings';
import type { ScriptSeries } from '../research/portfolio-rules';
import type { InstrumentView } from '../research/instrument-view';
import type { BacktestOutcome, SweepAxis, SweepOutcome } from '../research/outcome';
import type { ObjectiveSpec } from '../research/sweep/objective-spec';
import type { SearchSpec } from '../research/sweep/search-spec';
import type { TradeSides } from '../research/trade-sides';
import type { Diagnostic } from '../script/diagnostic';
import type { PlanParam } from '../script/plan';

/** Long work as the page sees it. */
export interface Task<T> {
  readonly done: Promise<T>;
  /** Ends the work; `done` rejects with `cancelled`. Ending twice or late does nothing. */
  cancel(): void;
  /** Holds the work at its next checkpoint until `resume`; absent where work cannot be held. */
  pause?(): void;
  resume?(): void;
}

/** Told at most every 50 ms. */
export type OnProgress = (done: number, total: number) => unknown;

/** A script as the checker sees it. */
export interface ScriptView {
  readonly name: string;
  /** Whether it can run. */
  readonly runnable: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly params: readonly PlanParam[];
  /** What the script sets; null when it cannot run. */
  readonly settings: RunSettings | null;
  /** The strategy in plain English; empty when it cannot run. */
  readonly explanation: string;
  /** What a run costs (`script/cost.ts`), in words; empty when it cannot run. */
  readonly cost: string;
}

export interface BacktestRequest {
  readonly source: string;
  /** Values over the script's defaults. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Settings over the script's. */
  readonly settings?: SettingsChange;
  /** The one dataset, or the primary one of `datasets`. */
  readonly dataset: DatasetId;
  /** All datasets of a run over several instruments; absent for one. */
  readonly datasets?: RunSet;
  /** How many settings of this strategy were tried on this data, this one included. */
  readonly tries: number;
}

/** A dataset with its bars, as workers are given it. */
export interface RunData {
  readonly manifest: DatasetManifest;
  readonly bars: Bars;
}

/** One instrument of a run over several, in the order of `market` of its orders, fills and trades. */
export interface RunInstrument {
  readonly alias: string;
  readonly dataset: DatasetId;
  /** Name of its dataset. */
  readonly name: string;
  readonly interval: Interval;
  /** Zone and bars a year of its dataset, under the alias and with the currency of the run. */
  readonly instrument: Instrument;
  readonly rows: number;
  readonly synthetic: boolean;
}

/** What a run over several instruments has beside the outcome. */
export interface PortfolioFacts {
  readonly instruments: readonly RunInstrument[];
  /** Of the account, ISO 4217. */
  readonly currency: string;
  /** Bars a year of the account's rows. */
  readonly barsPerYear: number;
}

/** A run over several instruments as one of them shows it: lines of the script and the account on its bars. */
export interface ShownInstrument extends InstrumentView, ScriptSeries {
  readonly alias: string;
}

/** A finished run with what it ran on. */
export interface BacktestAnswer {
  readonly request: BacktestRequest;
  /** Its lines are those of the one instrument; none where there are several. */
  readonly outcome: BacktestOutcome;
  /** Fingerprint of the data: of the one dataset, or of all of them together (`core/portfolio-hash.ts`). */
  readonly dataSha256: string;
  readonly elapsedMs: number;
  readonly portfolio?: PortfolioFacts;
}

export interface SweepRequest {
  readonly source: string;
  /** Values of parameters that are not swept. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Settings over the script's. */
  readonly settings?: SettingsChange;
  readonly dataset: DatasetId;
  /** Ranges over those of the script, by parameter; two parameters are swept. */
  readonly axes: readonly SweepAxis[] | null;
  readonly backend: BackendKind | 'auto';
  readonly triesBefore: number;
  /** Which settings of the grid are tried; all when absent. */
  readonly search?: SearchSpec;
  /** A condition over the swept parameters, as `fast < slow`; null for none. */
  readonly constraint?: string | null;
  /** What is looked for, the first one above all; the Sharpe ratio when absent. */
  readonly objectives?: readonly ObjectiveSpec[];
  /** Bytes that the sweep may hold beside its bars. */
  readonly memory?: number;
}

/** A sweep that was cut short, and how far it had come. */
export interface KeptSweep {
  readonly id: string;
  readonly request: SweepRequest;
  readonly done: number;
  readonly total: number;
  readonly at: number;
}

/** What a shared run turned out to be, here. */
export type LinkVerdict =
  | { readonly state: 'identical'; readonly answer: BacktestAnswer }
  | {
      readonly state: 'differs' | 'newer';
      readonly answer: BacktestAnswer;
      /** The first trade that differs; null when all that are told agree. */
      readonly trade: TradeSides | null;
      readonly reason: string;
    }
  | { readonly state: 'data_not_here'; readonly missing: readonly SharedDataset[] };

/** How a shared run came. */
export type LinkCarrier =
  | { readonly kind: 'link'; readonly characters: number }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: number };

/** How far a link or file has come: decoded and shown first, then checked. */
export interface OpenedLink {
  readonly shared: SharedStrategy;
  readonly carrier: LinkCarrier;
  readonly view: ScriptView;
}

/** A run as it would be shared. */
export interface ShareDraft {
  readonly shared: SharedStrategy;
  /** Payload of its link, or why no link can hold it. */
  readonly link: { readonly payload: string } | { readonly problem: string };
}

export interface StorageUsage {
  readonly usedBytes: number;
  /** null where the browser does not tell. */
  readonly freeBytes: number | null;
  readonly persistent: boolean;
  /** Whether data live in memory only, because the browser refuses storage. */
  readonly inMemory: boolean;
}

export interface ComputeInfo {
  readonly probes: readonly BackendProbe[];
  readonly chosen: BackendKind;
  readonly workers: number;
  /** As `WASM, 2 workers. No GPU on this device`. */
  readonly words: string;
}

/** A script kept on this device. */
export interface StoredScript {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** Settings over the script's; absent for none. */
  readonly settings?: SettingsChange;
  readonly updatedAt: number;
}

/** A run of the list at the left: one row a distinct setting. */
export interface StoredRun {
  readonly id: string;
  readonly script: string;
  /** Fingerprint of the data it ran on. */
  readonly dataset: string;
  /** Those data, where the run is over several datasets. */
  readonly datasets?: RunSet;
  readonly parameters: Readonly<Record<string, number>>;
  /** The script that ran; absent for runs kept before texts were kept with them. */
  readonly source?: string;
  /** Settings over the script's; absent for none. */
  readonly settings?: SettingsChange;
  /** As `20 / 100`. */
  readonly label: string;
  readonly sharpe: number | null;
  readonly trades: number;
  readonly hash: string;
  readonly at: number;
}

export type LiveStatus =
  | { readonly state: 'off' }
  | { readonly state: 'connecting' }
  | {
      readonly state: 'live';
      readonly dataset: DatasetId;
      readonly sent: number;
      readonly total: number;
      readonly barsPerSecond: number;
      readonly paused: boolean;
    }
  | { readonly state: 'ended'; readonly dataset: DatasetId }
  | { readonly state: 'failed'; readonly code: string; readonly message: string; readonly remedy: string };

/** What the checker said, and the run when the script could run. */
export interface Evaluation {
  readonly view: ScriptView;
  readonly answer: BacktestAnswer | null;
  /** The instrument that was asked for, of a run over several. */
  readonly shown?: ShownInstrument;
}

/** The WGSL by which a GPU screens a sweep, or why it screens none. */
export type ShaderAnswer = { readonly code: string; readonly hash: string } | { readonly reason: string };

/** A finished sweep with what was asked. */
export interface SweepAnswer {
  readonly request: SweepRequest;
  readonly outcome: SweepOutcome;
  /** Seconds that its validation is estimated to take with the workers of this device. */
  readonly validationSeconds: number;
  /** Why its parts could not be kept, so that it would have begun anew after a reload; null where they were. */
  readonly unkept: string | null;
}

/** Bars that are to be stored, with what is known about them. */
export interface NewDataset {
  readonly name: string;
  readonly instrument: Instrument;
  readonly interval: Interval;
  readonly source: DataSource;
  readonly report: QualityReport;
}

/** A dataset as listed, with what was found damaged when it was last read. */
export interface DatasetEntry {
  readonly manifest: DatasetManifest;
  readonly damage: string | null;
}
