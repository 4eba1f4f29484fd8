import type { BarColumn } from '../core/bars';
import type { Side, Sizing, TimeInForce, Trail } from '../core/order';
import type { RunSettings } from '../core/run';
import type { IndicatorVariant } from '../indicators/variant';

/** Index into `Plan.nodes`. A node only refers to earlier ones. */
export type NodeId = number;

/** Operators of one value; `src/script/arithmetic.ts` defines them. */
export type UnaryOperator = 'neg' | 'not';
/** Operators of two values; `src/script/arithmetic.ts` defines them. */
export type BinaryOperator =
  'add' | 'sub' | 'mul' | 'div' | 'mod' | 'lt' | 'le' | 'gt' | 'ge' | 'eq' | 'ne' | 'and' | 'or';
/** What a script reads of the account, named as in `AccountView`. */
export type AccountField = 'equity' | 'cash' | 'positionSize' | 'entryPrice' | 'barsHeld';

/** One value of the plan. Booleans are 1 and 0; comparisons with NaN are 0. */
export type PlanNode =
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: 'param'; readonly name: string }
  | { readonly op: 'price'; readonly column: BarColumn }
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
  | { readonly op: 'account'; readonly field: AccountField };

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
    | { readonly kind: 'cancel'; readonly tag: string | null }
  );

/** A parameter of the script with its range. */
export interface PlanParam {
  readonly name: string;
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

/** A checked script, lowered. `text` is canonical: equal programs have equal text. */
export interface Plan {
  readonly name: string;
  readonly settings: RunSettings;
  readonly params: readonly PlanParam[];
  readonly nodes: readonly PlanNode[];
  readonly rates: readonly NodeRate[];
  readonly actions: readonly PlanAction[];
  readonly plots: readonly PlanSeries[];
  /** Every named series and every condition, for the value lens. */
  readonly lenses: readonly PlanSeries[];
  readonly text: string;
  /** SHA-256 (hex) of `text`. */
  readonly hash: string;
}
