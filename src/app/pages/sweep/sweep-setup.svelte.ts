import type { BackendKind } from '../../../core/backend';
import type { ShaderAnswer, SweepRequest } from '../../../workers/protocol';
import { conditionMistake } from '../../../workers/sweep.client';
import {
  DEFAULT_MEMORY,
  GRID,
  SHARPE,
  TRIAL_LIMIT,
  type ObjectiveSpec,
  type SearchMethod,
  type SearchSpec,
} from '../../../workers/sweep-protocol';
import { sweepReason } from '../../dock/sweep-reason';
import { formatCount, formatInteger } from '../../format';
import type { SweepChoice } from '../../state/sweep.svelte';
import { workspace } from '../../state/workspace.svelte';
import { axisOf, rangeOfAxis, rangeOfParam, type AxisRange } from './axis-range';
import { CheckedText } from './checked-text.svelte';
import { NO_CHOICE, type MapChoice } from './map-view';
import { TrialFilter } from './trial-filter.svelte';

/** Ways to look at a finished sweep. */
export const SWEEP_VIEWS = [
  { id: 'map', label: 'Map', title: 'Two parameters as a heat map' },
  { id: 'slices', label: 'Slices', title: 'A figure along each parameter' },
  { id: 'parallel', label: 'Parallel', title: 'All parameters and objectives on parallel axes' },
  { id: 'pareto', label: 'Pareto', title: 'Two objectives, and the settings that no other beats' },
  { id: 'table', label: 'Table', title: 'All settings' },
] as const;

/** Settings that a search tries unless told otherwise, and in place of a grid that is too large. */
const USUAL_TRIALS = 1000;
export const TRIALS_INSTEAD = 10_000;
const USUAL_SEED = 1;

/** What the next sweep runs, and how the last one is looked at; kept while the page is open. */
class SweepSetup {
  view = $state<(typeof SWEEP_VIEWS)[number]['id']>('map');
  /** Figure of map and slices; null for the first objective. */
  figure = $state<string | null>(null);
  map = $state.raw<MapChoice>(NO_CHOICE);
  pareto = $state.raw({ across: '', up: '' });
  readonly filter = new TrialFilter();

  backend = $state<BackendKind | 'auto'>('auto');
  method = $state<SearchMethod>('grid');
  trials = $state(USUAL_TRIALS);
  seed = $state(USUAL_SEED);
  objectives = $state.raw<readonly ObjectiveSpec[]>([SHARPE]);
  memory = $state(DEFAULT_MEMORY);
  readonly constraint = new CheckedText((text) =>
    conditionMistake(
      text,
      this.ranges.map(({ name }) => name),
    ),
  );
  #edited = $state.raw<{ readonly script: string; readonly ranges: readonly AxisRange[] } | null>(null);

  /** The ranges in force: as edited, else those of the last sweep, else those of the script's first two parameters. */
  get ranges(): readonly AxisRange[] {
    const script = workspace.script?.id ?? '';
    const params = workspace.view?.params ?? [];
    const known = (ranges: readonly AxisRange[]): boolean =>
      ranges.length > 1 && ranges.every((range) => params.some((param) => param.name === range.name));
    if (this.#edited?.script === script && known(this.#edited.ranges)) return this.#edited.ranges;
    const last = (workspace.sweep?.axes ?? []).map(rangeOfAxis);
    return known(last) ? last : params.slice(0, 2).map(rangeOfParam);
  }

  /** How many settings the ranges span, before any rule leaves one out. */
  get count(): number {
    return this.ranges.reduce((product, range) => product * axisOf(range).values.length, 1);
  }

  get search(): SearchSpec {
    return this.method === 'grid' ? GRID : { method: this.method, trials: this.trials, seed: this.seed };
  }

  /** Whether the grid has more settings than a sweep tries, and no condition that may leave fewer. */
  get tooMany(): boolean {
    return this.method === 'grid' && this.count > TRIAL_LIMIT && this.constraint.valid === '';
  }

  /** Why no sweep can start now, or null. */
  get reason(): string | null {
    return this.tooMany ? 'The grid has more settings than a sweep tries' : sweepReason(workspace);
  }

  /** What the button that starts it says. */
  get label(): string {
    const { count } = this;
    if (this.ranges.length < 2) return 'Run a sweep';
    if (this.method === 'grid') return `Run ${formatCount(count, 'setting')}`;
    return `Run ${formatInteger(Math.min(this.trials, count))} of ${formatCount(count, 'setting')}`;
  }

  /** Parameters that are not swept yet. */
  get unswept(): readonly string[] {
    const swept = new Set(this.ranges.map(({ name }) => name));
    return (workspace.view?.params ?? []).flatMap(({ name }) => (swept.has(name) ? [] : [name]));
  }

  change(index: number, range: AxisRange): void {
    this.#edit(this.ranges.map((other, i) => (i === index ? range : other)));
  }

  /** Sweeps one more parameter over the range that the script gives it. */
  add(name: string): void {
    const param = workspace.view?.params.find((candidate) => candidate.name === name);
    if (param) this.#edit([...this.ranges, rangeOfParam(param)]);
  }

  /** Leaves a parameter at the value that it has on screen; two are always swept. */
  remove(index: number): void {
    if (this.ranges.length > 2) this.#edit(this.ranges.filter((_, i) => i !== index));
  }

  #edit(ranges: readonly AxisRange[]): void {
    this.#edited = { script: workspace.script?.id ?? '', ranges };
  }

  /** Sweeps another parameter on an axis; the one swept on the other axis changes places with it. */
  choose(index: number, name: string): void {
    const param = workspace.view?.params.find((candidate) => candidate.name === name);
    const own = this.ranges[index];
    if (!param || !own) return;
    this.#edit(
      this.ranges.map((range, i) => {
        if (i === index) return rangeOfParam(param);
        return range.name === name ? own : range;
      }),
    );
  }

  /** Whether the sweep on screen is of what is chosen. */
  get isLast(): boolean {
    const { sweep, sweepRequest } = workspace;
    return sweep !== null && sweepRequest !== null && sameChoice(sweepRequest, this.#choice());
  }

  /** @param backend  instead of the one chosen */
  run(backend: BackendKind | 'auto' = this.backend): void {
    workspace.startSweep({ ...this.#choice(), backend });
  }

  /** What a GPU would run to screen what is chosen. */
  shader(): Promise<ShaderAnswer> {
    return workspace.sweepShader(this.#choice());
  }

  #choice(): Required<SweepChoice> {
    const { backend, search, objectives, memory } = this;
    const constraint = this.constraint.valid || null;
    return { axes: this.ranges.map(axisOf), backend, search, constraint, objectives, memory };
  }

  /** Shows what a sweep was asked, where it was not chosen here: one that goes on after it was cut short. */
  adopt(request: SweepRequest): void {
    if (sameChoice(request, this.#choice())) return;
    const {
      axes,
      backend,
      search = GRID,
      constraint,
      objectives = [SHARPE],
      memory = DEFAULT_MEMORY,
    } = request;
    if (axes) this.#edit(axes.map(rangeOfAxis));
    this.method = search.method;
    if (search.method !== 'grid') {
      this.trials = search.trials;
      this.seed = search.seed;
    }
    this.backend = backend;
    this.objectives = objectives;
    this.memory = memory;
    this.constraint.put(constraint ?? '');
  }

  /** Tries some settings of the grid at random instead of all. */
  runSome(): void {
    this.method = 'random';
    this.trials = TRIALS_INSTEAD;
    this.run();
  }

  /** Widens one axis to a last value and runs. */
  widen(name: string, max: number): void {
    const index = this.ranges.findIndex((range) => range.name === name);
    const range = this.ranges[index];
    if (range) this.change(index, { ...range, max });
    this.run();
  }
}

/** Whether two sweeps are asked the same, backend aside. */
const sameChoice = (a: SweepChoice, b: SweepChoice): boolean => choiceKey(a) === choiceKey(b);

const choiceKey = ({ axes, search = GRID, constraint = null, objectives = [SHARPE] }: SweepChoice): string =>
  JSON.stringify([axes, search, constraint, objectives]);

export const setup = new SweepSetup();
