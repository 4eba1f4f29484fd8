import type { KernelBackend, TwoAverageOutcome, TwoAverageSweep } from '../../core/backend';
import type { Column } from '../../core/column';
import type { Job } from '../../core/job';
import { DEFAULT_SETTINGS, SETTING_NAMES, type RunSettings, type SettingName } from '../../core/settings';
import { cagr } from '../../metrics/cagr';
import { ColumnEvaluator } from '../../script/column-evaluator';
import type { ColumnStore } from '../../script/evaluate';
import type { NodeId } from '../../script/plan';
import type { TwoAverageMatch } from '../../script/two-average';
import type { CellSetup } from '../cell-run';
import { joinRows } from './row-list';
import type { TrialRows } from './trial-rows';
import { sharpeOfEarly } from './early-sharpe';
import { valuesAt } from './grid-place';
import type { TrialSpace } from './trial-space';

type Match = Extract<TwoAverageMatch, { kind: 'match' }>;

/** Settings that the kernels know; any other must stand at its default. */
const KERNEL_SETTINGS: ReadonlySet<SettingName> = new Set([
  'capital',
  'feePercent',
  'slippageBps',
  'lotSize',
] as const);

/** What is the same in all lanes. */
type Common = Omit<TwoAverageSweep, 'fast' | 'slow' | 'pairs'>;

/** A sweep in the form of the two-average kernels, or why it has none. */
export type TwoAverageScreening =
  | { readonly kind: 'ready'; readonly screen: TwoAverageScreen }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Translates a sweep for the two-average kernels.
 *
 * @param setup     what is the same in every setting
 * @param space     where settings come from
 * @param columns   store of the same bars
 * @param capacity  bytes of averages that are held at a time
 */
export function twoAverageScreening(
  setup: CellSetup,
  space: TrialSpace,
  columns: ColumnStore,
  capacity: number,
): TwoAverageScreening {
  const { match } = space;
  if (match.kind === 'refused') return match;
  const settings: RunSettings = { ...setup.plan.settings, ...setup.settings };
  const beyond = SETTING_NAMES.find(
    (name) => !KERNEL_SETTINGS.has(name) && !Object.is(settings[name], DEFAULT_SETTINGS[name]),
  );
  if (beyond) return { kind: 'refused', reason: `the setting '${beyond}' is the exact engine's alone` };
  const foreign = space.axes.find(({ name }) => name !== match.fastParam && name !== match.slowParam);
  if (foreign) return { kind: 'refused', reason: `'${foreign.name}' is not the period of an average` };
  const evaluator = new ColumnEvaluator(setup.plan, setup.parameters, columns);
  const percent = evaluator.operand(match.percent);
  if (typeof percent !== 'number' || !(percent > 0 && percent <= 100)) {
    return { kind: 'refused', reason: 'the size is not above 0 and at most 100 percent of equity' };
  }
  const level = (node: NodeId | null): Column | null => (node === null ? null : evaluator.column(node));
  const { open, high, low, close } = setup.bars;
  const common: Common = {
    open,
    high,
    low,
    close,
    stop: level(match.stop),
    target: level(match.target),
    capital: settings.capital,
    sizeFraction: percent / 100,
    feeRate: settings.feePercent / 100,
    slippageRate: settings.slippageBps / 10_000,
    lotSize: settings.lotSize,
  };
  return { kind: 'ready', screen: new TwoAverageScreen(setup, space, match, common, columns, capacity) };
}

/** Settings of a sweep of two averages, run by a backend's kernels. What comes of it are proposals, not results. */
export class TwoAverageScreen {
  readonly #setup: CellSetup;
  readonly #space: TrialSpace;
  readonly #match: Match;
  readonly #common: Common;
  readonly #columns: ColumnStore;
  readonly #mostColumns: number;

  constructor(
    setup: CellSetup,
    space: TrialSpace,
    match: Match,
    common: Common,
    columns: ColumnStore,
    capacity: number,
  ) {
    this.#setup = setup;
    this.#space = space;
    this.#match = match;
    this.#common = common;
    this.#columns = columns;
    this.#mostColumns = Math.max(2, Math.floor(capacity / (8 * setup.bars.time.length)));
  }

  /**
   * @param places  of the settings, ascending
   * @param bars    rows from the first one that they are run over
   */
  async run(places: Float64Array, bars: number, backend: KernelBackend, job: Job): Promise<TrialRows> {
    const parts: TrialRows[] = [];
    const packs = this.#packs(places);
    let done = 0;
    for (const pack of packs) {
      const from = done;
      const part: Job = {
        checkpoint: (k, all) => job.checkpoint(from + (pack.length * k) / Math.max(1, all), places.length),
      };
      const sweep = cut(this.#sweepOf(pack), bars);
      parts.push(this.#rowsOf(await backend.sweepTwoAverages(sweep, part), bars));
      done += pack.length;
    }
    return joinRows(parts);
  }

  /** Stretches of the places whose averages fit into memory together. */
  #packs(places: Float64Array): readonly Float64Array[] {
    const packs: Float64Array[] = [];
    let from = 0;
    let fast = new Set<number>();
    let slow = new Set<number>();
    for (let k = 0; k < places.length; k++) {
      const [f, s] = this.#periods(places[k]!);
      const more = (fast.has(f) ? 0 : 1) + (slow.has(s) ? 0 : 1);
      if (fast.size + slow.size + more > this.#mostColumns && k > from) {
        packs.push(places.subarray(from, k));
        from = k;
        [fast, slow] = [new Set(), new Set()];
      }
      fast.add(f);
      slow.add(s);
    }
    if (from < places.length) packs.push(places.subarray(from));
    return packs;
  }

  #sweepOf(places: Float64Array): TwoAverageSweep {
    const { fastParam, slowParam, fastNode, slowNode } = this.#match;
    const fast = new Map<number, number>();
    const slow = new Map<number, number>();
    const pairs = new Uint32Array(2 * places.length);
    places.forEach((place, lane) => {
      const [f, s] = this.#periods(place);
      pairs[2 * lane] = numberOf(fast, f);
      pairs[2 * lane + 1] = numberOf(slow, s);
    });
    const averages = (name: string, node: NodeId, values: Iterable<number>): Column[] =>
      Array.from(values, (value) =>
        new ColumnEvaluator(
          this.#setup.plan,
          { ...this.#setup.parameters, ...(Number.isNaN(value) ? {} : { [name]: value }) },
          this.#columns,
        ).column(node),
      );
    return {
      ...this.#common,
      fast: averages(fastParam, fastNode, fast.keys()),
      slow: averages(slowParam, slowNode, slow.keys()),
      pairs,
    };
  }

  /** Fast and slow period of a place; NaN for one that is not swept. */
  #periods(place: number): readonly [fast: number, slow: number] {
    const { axes } = this.#space;
    const values = valuesAt(axes, place);
    const valueOf = (name: string): number => values[axes.findIndex((axis) => axis.name === name)] ?? NaN;
    return [valueOf(this.#match.fastParam), valueOf(this.#match.slowParam)];
  }

  #rowsOf(outcome: TwoAverageOutcome, bars: number): TrialRows {
    const { time } = this.#setup.bars;
    const { capital } = this.#common;
    const ends = Float64Array.of(time[0]!, time[bars - 1]!);
    const perYear = Math.sqrt(this.#setup.instrument.barsPerYear);
    const { finalEquity, maxDrawdown, trades, early } = outcome;
    return {
      figures: {
        totalReturn: finalEquity.map((equity) => equity / capital - 1),
        cagr: finalEquity.map((equity) => cagr(Float64Array.of(capital, equity), ends) ?? NaN),
        sharpe: finalEquity.map((_, lane) => sharpeOf(outcome, lane) * perYear),
        maxDrawdown,
        trades,
        finalEquity,
      },
      blocks: Float32Array.from(outcome.blocks),
      early: finalEquity.map((_, lane) => sharpeOfEarly(early[2 * lane]!, early[2 * lane + 1]!, bars - 1)),
      sharpeError: new Float64Array(finalEquity.length).fill(NaN),
    };
  }
}

const numberOf = (numbers: Map<number, number>, value: number): number => {
  const known = numbers.get(value) ?? numbers.size;
  numbers.set(value, known);
  return known;
};

const sharpeOf = ({ meanReturn, deviation }: TwoAverageOutcome, lane: number): number =>
  deviation[lane]! > 0 ? meanReturn[lane]! / deviation[lane]! : NaN;

/** The sweep over its first `bars` rows, on the same memory. */
function cut(sweep: TwoAverageSweep, bars: number): TwoAverageSweep {
  const part = (column: Column): Column => column.subarray(0, bars);
  return {
    ...sweep,
    open: part(sweep.open),
    high: part(sweep.high),
    low: part(sweep.low),
    close: part(sweep.close),
    fast: sweep.fast.map(part),
    slow: sweep.slow.map(part),
    stop: sweep.stop && part(sweep.stop),
    target: sweep.target && part(sweep.target),
  };
}
