import { barCount } from '../../core/bars';
import type { DatasetManifest } from '../../core/dataset';
import type { DatasetId } from '../../core/nominal';
import { datasetsOf, withoutDataset, type RunSet } from '../../core/run-set';
import * as data from '../../workers/data.client';
import { setLabData } from '../../workers/lab.client';
import { sweepShader } from '../../workers/sweep.client';
import type { Bars } from '../../core/bars';
import type {
  BacktestRequest,
  Evaluation,
  KeptSweep,
  ShaderAnswer,
  StoredScript,
  SweepRequest,
} from '../../workers/protocol';
import { sameSpan } from '../chart/geometry/same-span';
import { formatCount } from '../format';
import type { SweepChoice } from './sweep.svelte';
import { WorkspaceActs } from './workspace-acts';

/** A run begins when no key was typed for so long: until then it would hold up the next one. */
const TYPED_OUT_MS = 120;

/** Over which data runs go, and the runs. */
export abstract class WorkspaceRun extends WorkspaceActs {
  /** What takes an offer to go on with a sweep out of the tray, by the sweep. */
  readonly #offers = new Map<string, () => void>();
  #soon: ReturnType<typeof setTimeout> | undefined;

  useDataset(id: DatasetId): void {
    const manifest = this.dataState.find(id);
    if (!manifest) return;
    this.guard(this.instruments.memberOf(id) ? this.#showMember(manifest) : this.showAlone(manifest));
  }

  toggleInstrument(id: DatasetId): void {
    const reason =
      this.live.state === 'live' ? 'Stop the live demo first' : this.instruments.reasonAgainst(id);
    if (reason !== null) {
      this.tray.toast(`Runs stay as they are. ${reason}.`);
      return;
    }
    const { set } = this.instruments;
    const next = this.instruments.toggled(id);
    const left = next === null ? set?.members.find(({ dataset }) => dataset !== id) : undefined;
    const manifest = left && this.dataState.find(left.dataset);
    this.setInstruments(next, `instrument ${id}`);
    if (manifest && manifest.id !== this.dataset?.id) this.guard(this.#put(manifest));
  }

  setInstruments(set: RunSet | null, kind: string): void {
    if (!this.scriptState.change({ datasets: set }, kind)) return;
    this.sweepState.clear();
    this.run();
  }

  removeDataset(id: DatasetId): void {
    this.guard(this.#removeDataset(id));
  }

  runNow(): void {
    this.run();
  }

  startSweep(choice: SweepChoice = {}): void {
    const { dataset, bars } = this;
    if (!dataset || !bars || this.instruments.set) return;
    this.guard(this.#sweep(this.#sweepRequest(choice, dataset), dataset, bars));
  }

  async sweepShader(choice: SweepChoice): Promise<ShaderAnswer> {
    const { dataset, bars } = this;
    if (!dataset || !bars) return { reason: 'there are no bars on screen' };
    return sweepShader(this.#sweepRequest(choice, dataset), dataset, bars);
  }

  #sweepRequest(choice: SweepChoice, dataset: DatasetManifest): SweepRequest {
    const { source, parameters, settings } = this;
    const triesBefore = this.resultState.tries(dataset.sha256);
    const plain = { source, parameters, settings, dataset: dataset.id, triesBefore };
    return { ...plain, axes: null, backend: 'auto', ...choice };
  }

  resumeSweep(kept: KeptSweep): void {
    this.guard(this.#resumeSweep(kept));
  }

  discardSweep(kept: KeptSweep): void {
    this.#takeOffer(kept);
    this.guard(this.sweepState.discard(kept));
  }

  async #sweep(request: SweepRequest, dataset: DatasetManifest, bars: Bars): Promise<void> {
    await this.sweepState.start(request, dataset, bars);
    if (this.sweepState.failure) await this.loadKeptSweeps();
  }

  async #resumeSweep(kept: KeptSweep): Promise<void> {
    const cut = this.keptSweeps.find((one) => one.kept.id === kept.id);
    if (!cut) return;
    const { script, manifest } = cut;
    const { request } = kept;
    if (this.source !== request.source) await this.reopen(script);
    if (this.dataset?.id !== manifest.id || this.instruments.set) await this.showAlone(manifest);
    const { parameters, settings = {} } = request;
    if (this.scriptState.change({ parameters, settings }, 'sweep')) this.run();
    const { bars } = this;
    if (!bars) return;
    this.#takeOffer(kept);
    this.sweepState.takeUp(kept);
    this.show('sweep');
    await this.#sweep(request, manifest, bars);
  }

  /** Offers sweeps that were cut short in the tray. */
  protected async loadKeptSweeps(): Promise<void> {
    await this.sweepState.loadKept();
    for (const { kept, words } of this.keptSweeps) {
      if (this.#offers.has(kept.id)) continue;
      const acts = [
        { label: 'Resume', run: () => this.resumeSweep(kept) },
        { label: 'Discard', run: () => this.discardSweep(kept) },
      ];
      this.#offers.set(kept.id, this.tray.offer(words, 'Its finished parts are kept.', acts));
    }
  }

  #takeOffer({ id }: KeptSweep): void {
    this.#offers.get(id)?.();
    this.#offers.delete(id);
  }

  /** Opens a script where its editor was left. */
  protected abstract reopen(script: StoredScript): Promise<void>;

  /** Shows a dataset and runs over it alone. */
  protected async showAlone(manifest: DatasetManifest): Promise<void> {
    const { set } = this.instruments;
    if (set) {
      this.scriptState.change({ datasets: null }, 'instruments');
      this.tray.toast(`Runs go over ${manifest.name} alone.`, {
        label: `Back to the ${set.members.length}`,
        run: () => this.setInstruments(set, 'instruments'),
      });
    }
    await this.#put(manifest);
  }

  async #put(manifest: DatasetManifest): Promise<void> {
    await this.dataState.use(manifest);
    await data.saveSetting('dataset', manifest.id);
    this.sweepState.clear();
    this.viewState.selectedTrade = null;
    this.dataChanged();
  }

  /** Shows another instrument of the run, the same stretch of time, and none of the run anew. */
  async #showMember(manifest: DatasetManifest, then: () => void = () => undefined): Promise<void> {
    const { bars: before, range } = this;
    await this.dataState.use(manifest, this.instruments.heldOf(manifest.id)?.bars);
    await data.saveSetting('dataset', manifest.id);
    this.viewState.cursor = null;
    const time = this.bars?.time;
    const span = before && time ? sameSpan(before.time, range, time) : null;
    if (span) this.viewState.range = span;
    else if (time) this.viewState.showEnd(time.length);
    then();
    this.#selectOnChart();
    await this.resultState.showWanted();
  }

  protected override onMarket(market: number, then: () => void): void {
    const instrument = this.answer?.portfolio?.instruments[market];
    const manifest = instrument && this.dataState.find(instrument.dataset);
    if (!manifest || manifest.id === this.dataset?.id) then();
    else if (this.instruments.memberOf(manifest.id)) this.guard(this.#showMember(manifest, then));
  }

  /** Selects the last trade of the instrument on the chart, unless the selected one is of it. */
  #selectOnChart(): void {
    const { selectedTrade } = this.viewState;
    const trades = this.answer?.outcome.result.trades ?? [];
    const { market } = this;
    const isOnChart = selectedTrade !== null && trades[selectedTrade]?.market === market;
    if (isOnChart) return;
    const last = trades.findLastIndex((trade) => trade.market === market);
    this.viewState.selectedTrade = last < 0 ? null : last;
  }

  async #removeDataset(id: DatasetId): Promise<void> {
    const { set } = this.instruments;
    const concerned = set !== null && datasetsOf(set).includes(id);
    const rest = set && concerned ? withoutDataset(set, id) : set;
    const [firstLeft] = set?.members.filter(({ dataset }) => dataset !== id) ?? [];
    const shown = this.dataset?.id === id;
    const restored = (): void => {
      if (concerned && this.instruments.set === rest) this.setInstruments(set, 'instruments');
    };
    await this.dataState.remove(id, concerned ? goneWords(set, rest, id) : '', restored);
    if (concerned) this.scriptState.change({ datasets: rest }, 'instruments');
    const next = firstLeft && this.dataState.find(firstLeft.dataset);
    const other = concerned ? next : this.datasets[0];
    if (shown && other) await this.#put(other);
    else if (concerned) this.run();
  }

  /** Other bars are on screen: the strategy runs again. */
  protected override dataChanged(): void {
    if (this.bars) this.viewState.showEnd(barCount(this.bars));
    this.run();
  }

  /** A view of the end follows the end; any other stays where it is. */
  protected override barsAppended(rows: number): void {
    const { from, to } = this.viewState.range;
    const before = (this.bars ? barCount(this.bars) : 0) - rows;
    if (to >= before) this.viewState.range = { from: from + rows, to: to + rows };
    this.run();
  }

  /** Runs once typing pauses. */
  protected runWhenTypedOut(): void {
    this.resultState.overtake();
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.run(), TYPED_OUT_MS);
  }

  /** Runs the script over the data on screen: the lab is given what it does not hold of them. */
  protected run(): void {
    clearTimeout(this.#soon);
    const { set } = this.instruments;
    this.resultState.fresh = false;
    if (set) this.guard(this.#runSet(set));
    else {
      this.instruments.release();
      this.#request();
    }
  }

  #request(): void {
    const request = this.request();
    this.giveLab();
    if (request) this.resultState.request(request);
  }

  /** Names the data of runs to the lab, which a link may have had for itself meanwhile. */
  protected giveLab(): void {
    const { dataset, bars } = this;
    const { set, held } = this.instruments;
    if (set) setLabData(held);
    else if (dataset && bars) setLabData([{ manifest: dataset, bars }]);
  }

  async #runSet(set: RunSet): Promise<void> {
    try {
      const held = await this.instruments.load(set);
      if (this.instruments.set !== set) return;
      const first = held[0];
      if (this.instruments.shown === null && first) {
        await this.dataState.use(first.manifest, first.bars);
        this.viewState.showEnd(barCount(first.bars));
      }
      this.#request();
    } catch (e) {
      if (this.instruments.set === set) this.resultState.fail(e);
    }
  }

  protected request(): BacktestRequest | null {
    const { dataset, dataHash, source, parameters, settings } = this;
    const { set } = this.instruments;
    if (!dataset || dataHash === null) return null;
    const tries = Math.max(1, this.resultState.tries(dataHash));
    const common = { source, parameters, settings, tries };
    return set
      ? { ...common, dataset: set.members[0]?.dataset ?? dataset.id, datasets: set }
      : { ...common, dataset: dataset.id };
  }

  protected override evaluated(evaluation: Evaluation, request: BacktestRequest): void {
    this.scriptState.view = evaluation.view;
    this.scriptState.viewSource = request.source;
    if (!evaluation.answer || !this.script) return;
    const { portfolio, outcome } = evaluation.answer;
    const { trades } = outcome.result;
    const { selectedTrade } = this.viewState;
    if (selectedTrade === null || selectedTrade >= trades.length) {
      const alias = evaluation.shown?.alias;
      const market = portfolio?.instruments.findIndex((instrument) => instrument.alias === alias) ?? 0;
      const last = trades.findLastIndex((trade) => trade.market === market);
      this.viewState.selectedTrade = last < 0 ? null : last;
    }
    if (this.live.state !== 'live') this.resultState.keepWhenSettled(this.script.id);
  }
}

function goneWords(set: RunSet, rest: RunSet | null, id: DatasetId): string {
  const alias = set.members.find(({ dataset }) => dataset === id)?.alias;
  if (alias === undefined) return 'An exchange rate of the runs was read from it.';
  return rest
    ? `Runs go over the other ${formatCount(rest.members.length, 'dataset')}.`
    : 'Runs go over the other one alone.';
}
