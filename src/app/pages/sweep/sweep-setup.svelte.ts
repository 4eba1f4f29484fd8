import type { BackendKind } from '../../../core/backend';
import { formatCount } from '../../format';
import { workspace } from '../../state/workspace.svelte';
import { axisOf, rangeOfAxis, rangeOfParam, type AxisRange } from './axis-range';
import { NO_CHOICE, type MapChoice } from './map-view';
import type { SweepMetric } from './sweep-metric';

/** What the next sweep runs and what the heat map shows; kept while the page is open. */
class SweepSetup {
  metric = $state<SweepMetric>('sharpe');
  map = $state.raw<MapChoice>(NO_CHOICE);
  backend = $state<BackendKind | 'auto'>('auto');
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

  /** How many settings the ranges span, before any rule skips one. */
  get count(): number {
    return this.ranges.reduce((product, range) => product * axisOf(range).values.length, 1);
  }

  /** What the button that starts it says. */
  get label(): string {
    return this.ranges.length < 2 ? 'Run a sweep' : `Run ${formatCount(this.count, 'setting')}`;
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

  run(): void {
    workspace.startSweep(this.ranges.map(axisOf), this.backend);
  }

  /** Widens one axis to a last value and runs. */
  widen(name: string, max: number): void {
    const index = this.ranges.findIndex((range) => range.name === name);
    const range = this.ranges[index];
    if (range) this.change(index, { ...range, max });
    this.run();
  }
}

export const setup = new SweepSetup();
