import { columnsFor } from './columns-for';
import type { KernelBackend } from '../core/backend';
import { BacktabError } from '../core/errors';
import type { Job } from '../core/job';
import type { Metrics } from '../core/metrics';
import { UniformStream } from '../core/random/uniforms';
import { median } from '../metrics/median';
import { agreementOf, disagreement } from './agreement';
import { checkRows } from './check-rows';
import { exactRunner, profileOf, type CellSetup } from './cell-run';
import { heldName, holding } from './holding';
import type { Agreement, SweepAxis, SweepOutcome } from './outcome';
import { overfittingWork, type Overfitting } from './overfitting';
import { neighbourhood, plateau } from './plateau';
import { sweepVerdict } from './sweep-verdict';
import { Board, scoresOf } from './sweep/board';
import type { SweepJournal } from './sweep/journal';
import { DEFAULT_MEMORY } from './sweep/limits';
import { objectiveOf, type Objective } from './sweep/objective';
import { MOST_OBJECTIVES, SHARPE, type ObjectiveSpec } from './sweep/objective-spec';
import { paretoFront } from './sweep/pareto-front';
import { screenKind, type ScreenKind } from './sweep/screen';
import { searchOf, type Search } from './sweep/search';
import { GRID, type SearchSpec } from './sweep/search-spec';
import { RowList } from './sweep/row-list';
import type { RowRunner, TrialRows } from './sweep/trial-rows';
import { cellOfRow, TRIAL_FIGURES } from './sweep/trial-table';
import { valuesAt } from './sweep/grid-place';
import { trialSpace, type TrialSpace } from './sweep/trial-space';
import { visitingOrder } from './sweep/visiting-order';

/** Up to this many settings, every one is run exactly; beyond, those that are shown first and a probe. */
const ALL_EXACT_UP_TO = 400;
/** Settings of a larger sweep that are run exactly: the best ones of each objective, and a random probe of the rest. */
const BEST_RUN = 50;
const PROBE_RUN = 50;
/** Settings that no other beats in every objective, of which so many are run exactly. */
const FRONT_RUN = 200;
/** Up to this many settings are run exactly where a screen is thrown away; a larger sweep is stopped. */
const MOST_EXACT_INSTEAD = 10_000;

/** Bars times settings of one part of the work: some tenths of a second of each way to run them. */
const PART_BARS = { exact: 500_000, lane: 40_000_000, 'two-average': 200_000_000 } as const;
const MOST_PER_PART = 16_384;
const FEWEST_PER_PART = 8;
const PROBE_SEED = 20_000_103;

/** What to sweep. */
export interface SweepRequest extends Omit<CellSetup, 'names'> {
  /** Axes instead of the script's ranges (`sweepPlan`). */
  readonly axes: readonly SweepAxis[] | null;
  /** Settings of this strategy tried on these data before. */
  readonly triesBefore: number;
  /** Which settings are tried; all of the grid when absent. */
  readonly search?: SearchSpec;
  /** A condition that settings must meet, as `fast < slow`. */
  readonly constraint?: string | null;
  /** What is looked for, the first one above all; the Sharpe ratio when absent. */
  readonly objectives?: readonly ObjectiveSpec[];
  /** Bytes that the sweep may hold beside its bars; 512 MB when absent. */
  readonly memory?: number;
}

/** A backend's kernels as they screen the settings of one sweep. */
export interface ScreenTool extends Pick<KernelBackend, 'kind' | 'precision'> {
  readonly run: RowRunner;
}

/** What a sweep is run with. */
export interface SweepTools {
  /** For screening (`sweep/screen.ts`), which may use workers; null to run every setting exactly. */
  readonly screen: ScreenTool | null;
  /** Exact runs, which may use workers. */
  readonly exact: RowRunner;
  /** Where finished parts are kept. */
  readonly journal?: SweepJournal | null;
}

/** A sweep without what only its caller knows. */
export type SweepResult = Omit<SweepOutcome, 'backend' | 'elapsedMs'>;

/** Figures that a sweep keeps of each setting: the six that every way gives, and what its objectives read. */
export function figuresOf(objectives: readonly ObjectiveSpec[] = [SHARPE]): readonly (keyof Metrics)[] {
  return [...new Set([...TRIAL_FIGURES, ...objectives.flatMap((spec) => objectiveOf(spec).figures)])];
}

/**
 * Sweeps the parameters of a plan. A program that the two-average kernels know is screened by `backend`, one that lanes
 * know by those, and then run exactly: all settings up to 400, beyond that the best 50 by each objective, those that no
 * other beats, the settings around the best one and a random probe of 50, so that the screen's agreement is known. A
 * screen that ranks otherwise than the exact runs is thrown away and every setting is run exactly, or the sweep is
 * stopped where those are more than 10,000. Any other program is run exactly from the start.
 *
 * @param request  what to sweep
 * @param tools    what runs it
 * @param job      told of progress between parts of the work
 *
 * @throws BacktabError `sweep_too_large` | `parameter_unknown` | `setting_invalid` | `parameter_out_of_range` |
 *         `formula_invalid` | `screen_disagrees` | `data_insufficient` | `cancelled`, and what the backend throws
 */
export async function runSweep(request: SweepRequest, tools: SweepTools, job: Job): Promise<SweepResult> {
  checkRows('A sweep', request.bars);
  return new Sweep(request, tools, job).run();
}

/** A way to run settings, and how much of it at a time. */
interface Way {
  readonly stage: string;
  readonly partBars: number;
  readonly run: RowRunner;
}

/** The screen that a sweep has chosen. */
interface Screen extends Way, Omit<ScreenTool, 'run'>, ScreenKind {}

/** Some settings of a list, by their positions in it, and what they came to. */
interface Part {
  readonly at: Uint32Array;
  readonly rows: TrialRows;
}

type Parts = AsyncGenerator<Part, void, void>;

class Sweep {
  readonly #request: SweepRequest;
  readonly #tools: SweepTools;
  readonly #job: Job;
  readonly #space: TrialSpace;
  readonly #objectives: readonly Objective[];
  readonly #search: Search;
  readonly #screen: Screen | null;
  readonly #refusal: string | null;
  readonly #exact: Way;
  readonly #bars: number;
  /** Units of progress so far, and in all. */
  #done = 0;
  #total = 0;

  constructor(request: SweepRequest, tools: SweepTools, job: Job) {
    const {
      bars,
      search = GRID,
      objectives = [SHARPE],
      constraint = null,
      memory = DEFAULT_MEMORY,
    } = request;
    if (objectives.length < 1 || objectives.length > MOST_OBJECTIVES)
      throw new BacktabError('setting_invalid', {
        name: 'objectives',
        value: String(objectives.length),
        expected: `1 to ${MOST_OBJECTIVES}`,
      });
    this.#request = request;
    this.#tools = tools;
    this.#job = job;
    this.#bars = bars.time.length;
    this.#exact = { stage: 'exact', partBars: PART_BARS.exact, run: tools.exact };
    this.#objectives = objectives.map(objectiveOf);
    this.#space = trialSpace(request.plan, request.axes, constraint);
    this.#search = searchOf(search, this.#space, bars.time.length);
    const chosen = this.#chooseScreen(memory);
    this.#screen = 'reason' in chosen ? null : chosen;
    this.#refusal = 'reason' in chosen ? chosen.reason : null;
  }

  async run(): Promise<SweepResult> {
    const { tried, trials } = this.#search;
    const isLarge = trials > ALL_EXACT_UP_TO;
    const confirmed = !this.#screen ? 0 : isLarge ? BEST_RUN + PROBE_RUN : trials;
    this.#total = tried + confirmed;
    const board = await this.#tryAll();
    if (!this.#screen || board.count === 0) {
      if (board.count === 0) await this.#job.checkpoint(0, 0);
      return this.#conclude(board, null, this.#refusal);
    }
    const agreement = await this.#confirm(board, this.#screen);
    const refusal = disagreement(agreement);
    if (refusal) {
      if (board.count > MOST_EXACT_INSTEAD)
        throw new BacktabError('screen_disagrees', { reason: refusal, trials: board.count });
      await this.#runExactly(board, allRows(board), 'instead');
    }
    return this.#conclude(board, agreement, refusal);
  }

  #chooseScreen(memory: number): { readonly reason: string } | Screen {
    const { screen } = this.#tools;
    const { bars, objectives } = this.#request;
    if (!screen) return { reason: 'exact runs were asked for' };
    const { axes } = this.#space;
    const capacity = memory / 4;
    const columns = columnsFor(this.#request, bars, capacity);
    const found = screenKind({ ...this.#request, axes, figures: figuresOf(objectives), columns, capacity });
    if ('reason' in found) return found;
    const { kernels } = found;
    return { ...screen, ...found, stage: `${kernels}-${screen.precision}`, partBars: PART_BARS[kernels] };
  }

  /** Runs the rounds of the search. */
  async #tryAll(): Promise<Board> {
    const { rounds, trials } = this.#search;
    const places = new Float64Array(trials);
    const list = new RowList(trials);
    let count = 0;
    let scores = new Float64Array();
    for (let number = 0; ; number++) {
      const round = rounds.next(scores);
      if (round.done) break;
      const { share } = round.value;
      const bars = barsOfShare(this.#bars, share);
      scores = new Float64Array(round.value.places.length);
      for await (const part of this.#inParts(
        round.value.places,
        bars,
        this.#screen ?? this.#exact,
        `round-${number}`,
      )) {
        const found = scoresOf(part.rows, this.#objectives[0]!, part.at.length);
        part.at.forEach((position, k) => (scores[position] = found[k]!));
        if (share === 1) list.put(part.rows, part.at, count);
      }
      if (share < 1) continue;
      places.set(round.value.places, count);
      count += round.value.places.length;
    }
    return new Board(places.subarray(0, count), list.first(count), this.#objectives, this.#screen === null);
  }

  /** Runs settings part by part; a part that was done before the sweep was cut short is taken up. */
  async *#inParts(places: Float64Array, bars: number, { stage, partBars, run }: Way, name: string): Parts {
    const size = partSize(partBars, bars);
    const order = visitingOrder(this.#space.axes, places);
    for (let from = 0; from < places.length; from += size) {
      const at = order.subarray(from, from + size);
      const part = Float64Array.from(at, (position) => places[position]!);
      const rows = await this.#recalled(`${name}/${stage}/${from}`, part.length, (job) =>
        run(part, bars, job),
      );
      yield { at, rows };
    }
  }

  /** Work of some units that may have been done before the sweep was cut short. */
  async #recalled(name: string, units: number, work: (job: Job) => Promise<TrialRows>): Promise<TrialRows> {
    const { journal = null } = this.#tools;
    const from = this.#done;
    const within: Job = {
      checkpoint: (done, all) => this.#tell(from + (units * done) / Math.max(1, all)),
    };
    await within.checkpoint(0, 1);
    const known = await journal?.recall(name);
    const rows = known?.early.length === units ? known : await work(within);
    if (rows !== known) await journal?.record(name, rows);
    this.#done += units;
    await this.#tell(this.#done);
    return rows;
  }

  #tell(done: number): Promise<void> {
    return this.#job.checkpoint(Math.min(done, this.#total), this.#total);
  }

  /** Runs exactly what will be shown, and compares. */
  async #confirm(board: Board, screen: Screen): Promise<Agreement> {
    const screened = board.figures.trades!.slice();
    const [scores] = board.scores.map((column) => column.slice());
    const shown = this.#shown(board);
    await this.#runExactly(board, shown, 'shown');
    return agreementOf(
      screen,
      shown.map((row) => ({
        parameters: valuesAt(this.#space.axes, board.place[row]!),
        screened: { score: scores![row]!, trades: screened[row]! },
        exact: { score: board.scores[0]![row]!, trades: board.figures.trades![row]! },
      })),
    );
  }

  /** Rows of a screened sweep that are run exactly, ascending. */
  #shown(board: Board): readonly number[] {
    if (board.count <= ALL_EXACT_UP_TO) return allRows(board);
    const chosen = new Set<number>();
    board.scores.forEach((_, k) => board.leaders(BEST_RUN, k).forEach((row) => chosen.add(row)));
    if (board.scores.length > 1)
      paretoFront(board.scores, allRows(board))
        .slice(0, FRONT_RUN)
        .forEach((row) => chosen.add(row));
    const [top] = board.leaders(1);
    for (const place of neighbourhood(this.#space.axes, board.place[top!]!)) {
      const row = board.rowOf(place);
      if (row >= 0) chosen.add(row);
    }
    const random = new UniformStream(PROBE_SEED);
    const wanted = Math.min(board.count, chosen.size + PROBE_RUN);
    while (chosen.size < wanted) chosen.add(Math.floor(random.next() * board.count));
    const early = board.bestEarly();
    if (early >= 0) chosen.add(early);
    return [...chosen].sort((a, b) => a - b);
  }

  async #runExactly(board: Board, rows: readonly number[], name: string): Promise<void> {
    const open = rows.filter((row) => board.exact[row] === 0);
    this.#total = this.#done + open.length;
    const places = Float64Array.from(open, (row) => board.place[row]!);
    for await (const part of this.#inParts(places, this.#bars, this.#exact, name))
      board.replace(
        Array.from(part.at, (position) => open[position]!),
        part.rows,
      );
  }

  async #overfitting(board: Board): Promise<Overfitting | null> {
    const returns = this.#bars - 1;
    const sums = board.blockSums();
    if (!sums) return null;
    const work = overfittingWork({ sums, settings: board.count, returns });
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      await this.#tell(this.#total);
    }
  }

  async #conclude(board: Board, agreement: Agreement | null, refusal: string | null): Promise<SweepResult> {
    const { axes, skipReason } = this.#space;
    const { search = GRID, objectives = [SHARPE] } = this.#request;
    const { skipped, tried, trials: planned } = this.#search;
    this.#total = this.#done;
    const early = board.bestEarly();
    const trials = board.table(axes);
    const best = board.best();
    const floor = best < 0 ? null : floorOf(board, best, objectives[0]!);
    const scoreAt = (place: number): number => board.scores[0]![board.rowOf(place)] ?? NaN;
    const ground = floor === null ? [] : plateau(axes, scoreAt, board.place[best]!, floor);
    const result = {
      axes,
      trials,
      search,
      objectives,
      skipReason: skipped > 0 || search.method !== 'grid' ? skipReason : null,
      run: board.count,
      dropped: tried - planned,
      skipped,
      agreement,
      refusal,
      best: best < 0 ? null : board.place[best]!,
      plateau: ground,
      plateauFloor: floor,
      front: paretoFront(board.scores, board.exactRows()).map((row) => board.place[row]!),
    };
    if (best < 0 || floor === null) return { ...result, verdict: null };

    const { bars, instrument, plan, triesBefore } = this.#request;
    const held = holding(
      bars,
      this.#request.settings?.capital ?? plan.settings.capital,
      instrument.barsPerYear,
    );
    const cells = [best, ...(early < 0 ? [] : [early])].map((row) => valuesAt(axes, board.place[row]!));
    const names = axes.map(({ name }) => name);
    const runs = await exactRunner({ ...this.#request, names })(cells);
    const verdict = sweepVerdict({
      axes,
      bars,
      barsPerYear: instrument.barsPerYear,
      sharpes: trials.figures.sharpe,
      growths: trials.figures.cagr,
      best: cellOfRow({ axes, trials }, best),
      bestProfile: runs[0]!.profile,
      objective: objectives[0]!,
      plateau: ground,
      plateauFloor: floor,
      tries: triesBefore + tried,
      overfitting: await this.#overfitting(board),
      early: early < 0 ? null : { parameters: cells[1]!, profile: runs[1]!.profile },
      holding: { metrics: held.metrics, profile: profileOf(held.equity), name: heldName(instrument.name) },
    });
    return { ...result, verdict };
  }
}

/** Bars of a share of a run, from the first on; two at least. */
const barsOfShare = (bars: number, share: number): number =>
  share === 1 ? bars : Math.min(bars, Math.max(2, Math.floor(bars * share)));

const partSize = (partBars: number, bars: number): number =>
  Math.min(MOST_PER_PART, Math.max(FEWEST_PER_PART, Math.floor(partBars / bars)));

const allRows = ({ count }: Board): readonly number[] => Array.from({ length: count }, (_, row) => row);

/** Share of the way from the middle setting up to the best that still belongs to the plateau, of any objective but one. */
const NEAR_THE_BEST = 0.1;

/** Least score of the plateau: one standard error of a Sharpe ratio, or a tenth of the way down to the middle setting. */
function floorOf(board: Board, best: number, { formula, goal }: ObjectiveSpec): number {
  const scores = board.scores[0]!;
  const top = scores[best]!;
  if (formula === 'sharpe' && goal === 'maximize') return top - (board.sharpeError[best]! || 0);
  const middle = median([...scores].filter((score) => !Number.isNaN(score)));
  return top - NEAR_THE_BEST * (top - middle);
}
