import type { BarColumn } from '../core/bars';
import type { Side, Sizing, TimeInForce, Trail } from '../core/order';
import type { RunSettings } from '../core/run';
import type { AccountField, BinaryOperator, UnaryOperator } from '../core/sweep-program';
import type { IndicatorVariant } from '../indicators/variant';

export type { AccountField, BinaryOperator, UnaryOperator };

/** Index into `Plan.nodes`. A node only refers to earlier ones. */
export type NodeId = number;

/** What a script reads of the clock at a bar's open, in the zone of its exchange; `barIndex` counts rows from 0. */
export type ClockField =
  'time' | 'year' | 'month' | 'dayOfMonth' | 'dayOfWeek' | 'hour' | 'minute' | 'barIndex';

/** Rows that values are computed on: the bars of a run, those of another dataset, or longer bars made of either. */
export interface Frame {
  /** Name of the dataset; null for the run's own. */
  readonly data: string | null;
  /** Interval of the bars, as `1w`; null for those of the dataset. */
  readonly interval: string | null;
}

/** A value that is kept from bar to bar: what it is before the first, and what it becomes at the end of each. */
export interface PlanState {
  readonly initial: NodeId;
  /** May come after the nodes that read the state. */
  readonly next: NodeId;
}

/** One value of the plan. Booleans are 1 and 0; comparisons with NaN are 0. */
export type PlanNode =
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: 'param'; readonly name: string }
  | { readonly op: 'price'; readonly column: BarColumn; readonly frame?: number }
  | { readonly op: 'clock'; readonly field: ClockField; readonly frame?: number }
  /** A state as it was at the end of the bar before. */
  | { readonly op: 'state'; readonly state: number }
  /** Value of the newest bar of another frame that has closed when the bar of this frame closes. */
  | { readonly op: 'align'; readonly of: NodeId; readonly frame: number }
  | {
      readonly op: 'indicator';
      readonly name: string;
      readonly output: number;
      readonly inputs: readonly NodeId[];
      readonly params: readonly NodeId[];
      /** As of `plainVariant`; absent for the indicator as it stands in the catalogue. */
      readonly variant?: IndicatorVariant;
    }
  | { readonly op: 'history'; readonly of: NodeId; readonly bars: number }
  | { readonly op: 'unary'; readonly operator: UnaryOperator; readonly of: NodeId }
  | {
      readonly op: 'binary';
      readonly operator: BinaryOperator;
      readonly left: NodeId;
      readonly right: NodeId;
    }
  | { readonly op: 'conditional'; readonly test: NodeId; readonly yes: NodeId; readonly no: NodeId }
  | {
      readonly op: 'cross';
      readonly direction: 'over' | 'under';
      readonly left: NodeId;
      readonly right: NodeId;
    }
  | { readonly op: 'account'; readonly field: AccountField; readonly market?: string };

/**
 * When a node's value is known: `scalar` with the parameters, `column` with the bars (shared by a
 * whole sweep), `account` only in the bar program.
 */
export type NodeRate = 'scalar' | 'column' | 'account';

/** A value of the engine's requests in which a node stands for each number. */
type WithNodes<T> = T extends unknown
  ? { readonly [K in keyof T]: T[K] extends number ? NodeId : T[K] }
  : never;

/** Size of an entry. */
export type PlanSizing = WithNodes<Sizing>;

/** How far a trailing stop stays behind. */
export type PlanTrail = WithNodes<Trail>;

/** What an order carries beside its size; absent means as the engine does without. */
export interface PlanTerms {
  readonly limit?: NodeId;
  readonly trigger?: NodeId;
  readonly touch?: NodeId;
  readonly trail?: PlanTrail;
  readonly auction?: 'open' | 'close';
  readonly timeInForce?: TimeInForce;
  /** Unix milliseconds. */
  readonly expires?: number;
  readonly postOnly?: true;
  readonly group?: string;
  /** Name of the dataset whose instrument is traded; the run's own when absent. */
  readonly market?: string;
}

/** When an order statement acts, and where it stands. */
export interface Occasion {
  readonly when: NodeId;
  /** The condition as it stands in the script. */
  readonly reason: string;
  readonly line: number;
}

/** One order statement; it acts on bars where `when` is 1. */
export type PlanAction = Occasion &
  (
    | {
        readonly kind: 'enter';
        readonly side: Side;
        readonly sizing: PlanSizing;
        readonly stop: NodeId | null;
        readonly target: NodeId | null;
        readonly trailing: PlanTrail | null;
        readonly terms: PlanTerms;
        readonly tag: string;
      }
    | {
        readonly kind: 'exit';
        /** The side that it leaves; null for whichever is open. */
        readonly position: 'long' | 'short' | null;
        /** Share of the position; null for all of it. */
        readonly fraction: NodeId | null;
        readonly terms: PlanTerms;
        readonly tag: string;
      }
    | {
        readonly kind: 'order';
        readonly side: Side;
        readonly units: NodeId;
        readonly reduceOnly: boolean;
        readonly terms: PlanTerms;
        readonly tag: string;
      }
    | {
        readonly kind: 'target';
        /** Signed share of equity. */
        readonly weight: NodeId;
        readonly terms: PlanTerms;
        readonly tag: string;
      }
    /** Withdraws what waits under the tag; null for all that waits. */
    | { readonly kind: 'cancel'; readonly tag: string | null; readonly market: string | null }
  );

/** A parameter of the script with its range. Truth values are 0 and 1, choices count from 0. */
export interface PlanParam {
  readonly name: string;
  /** `integer` where default, range and step are whole numbers. */
  readonly kind: 'integer' | 'number' | 'boolean' | 'choice';
  /** Words of a choice; empty for other kinds. */
  readonly choices: readonly string[];
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Range in the text of the default's literal, for writing a new value back. */
  readonly from: number;
  readonly to: number;
}

/** A named value of the script: plotted, or shown by the value lens. */
export interface PlanSeries {
  readonly name: string;
  readonly node: NodeId;
  readonly pane: 'price' | 'own';
  /** Range in the text of the declaration's name (or of the condition). */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly kind: 'number' | 'bool';
  /** Parameters that the value depends on. */
  readonly params: readonly string[];
}

/** A constant of the script, or a value inside one of its functions. */
export interface PlanName {
  readonly name: string;
  readonly node: NodeId;
  readonly kind: 'number' | 'bool';
}

/** An assignment: what the name stands for from there on, and under which conditions it was made so. */
export interface PlanChange {
  readonly made: NodeId;
  readonly conditions: readonly NodeId[];
  readonly result: NodeId;
}

/** A name of `let` with its assignments in order of the text. */
export interface PlanVariable extends PlanName {
  /** Row in `Plan.states`; null for one that begins anew on each bar. */
  readonly state: number | null;
  readonly changes: readonly PlanChange[];
}

/** What the script calls its values: for words about a plan, no part of its canonical text. */
export interface PlanNames {
  readonly constants: readonly PlanName[];
  readonly variables: readonly PlanVariable[];
}

/** A part of a message: words, or a value at the bar. */
export type MessagePart =
  { readonly text: string } | { readonly node: NodeId; readonly kind: 'number' | 'bool' };

/** What a script shows or tells beside its plots, on bars where `when` is 1. */
export type PlanAnnotation = Pick<Occasion, 'when' | 'line'> &
  (
    | { readonly kind: 'mark'; readonly text: string; readonly position: 'above' | 'below' }
    | { readonly kind: 'background'; readonly tone: Tone }
    | { readonly kind: 'alert' | 'log'; readonly parts: readonly MessagePart[] }
  );

/** Colours of a background, by meaning. */
export const TONES = ['neutral', 'accent', 'up', 'down', 'caution'] as const;
export type Tone = (typeof TONES)[number];

/** A checked script, lowered. `text` is canonical: equal programs have equal text. */
export interface Plan {
  readonly name: string;
  readonly settings: RunSettings;
  readonly params: readonly PlanParam[];
  readonly nodes: readonly PlanNode[];
  readonly rates: readonly NodeRate[];
  /** The run's own bars first. */
  readonly frames: readonly Frame[];
  /** Row of each node's frame in `frames`; -1 for scalars. */
  readonly frameOf: readonly number[];
  readonly states: readonly PlanState[];
  readonly actions: readonly PlanAction[];
  readonly plots: readonly PlanSeries[];
  /** Every named series and every condition, for the value lens. */
  readonly lenses: readonly PlanSeries[];
  readonly annotations: readonly PlanAnnotation[];
  readonly names: PlanNames;
  readonly text: string;
  /** SHA-256 (hex) of `text`. */
  readonly hash: string;
}
