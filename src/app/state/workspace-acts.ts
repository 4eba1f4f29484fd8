import type { WrittenStudy } from '../../workers/study.client';
import { reveal } from '../chart/geometry/range';
import type { DatasetId } from '../../core/nominal';
import { exportBarsCsv, exportFuturesCsv, exportSweep, exportTable } from './export';
import { tellLookAhead } from './look-ahead';
import type { DockTab, Page } from './workspace';
import { WorkspaceFields } from './workspace-fields.svelte';

/** Runs compared at most, and at first. */
export const MOST_COMPARED = 8;
const FIRST_COMPARED = 4;

/** Acts that concern one of the small states alone. */
export abstract class WorkspaceActs extends WorkspaceFields {
  #activateUpdate: (() => void) | null = null;

  showTab(tab: DockTab): void {
    this.viewState.tab = tab;
    this.viewState.dockOpen = true;
  }

  abstract show(page: Page): void;

  /** Puts the crosshair on a bar and brings it on the chart. */
  showBar(bar: number, market = this.market): void {
    this.show('workspace');
    this.onMarket(market, () => {
      this.range = reveal(this.range, bar, this.bars?.time.length ?? 0);
      this.cursor = bar;
    });
  }

  compareRun(id: string, wanted: boolean): void {
    const others = this.compared.filter((other) => other !== id);
    this.viewState.compared = wanted && others.length < MOST_COMPARED ? [...others, id] : others;
  }

  showComparison(): void {
    if (this.compared.length < 2)
      this.viewState.compared = this.runs.slice(0, FIRST_COMPARED).map(({ id }) => id);
    this.show('compare');
  }

  setTheme(choice: 'system' | 'dark' | 'light'): void {
    this.viewState.setTheme(choice);
  }
  togglePalette(open = !this.viewState.paletteOpen): void {
    this.viewState.paletteOpen = open;
  }
  toggleLeft(open = !this.viewState.leftOpen): void {
    this.viewState.leftOpen = open;
  }
  toggleRight(open = !this.viewState.rightOpen): void {
    this.viewState.rightOpen = open;
  }
  toggleDock(open = !this.viewState.dockOpen): void {
    this.viewState.dockOpen = open;
  }
  dismissToast(id: number): void {
    this.tray.dismiss(id);
  }
  clearTask(id: number): void {
    this.tray.clear(id);
  }

  renameDataset(id: DatasetId, name: string): void {
    this.guard(this.dataState.rename(id, name));
  }

  exportBars(id?: DatasetId): void {
    const manifest = id ? this.dataState.find(id) : this.dataset;
    if (manifest) this.guard(exportBarsCsv(manifest));
  }

  /** Writes a study into the script; null when it cannot be, which is told. */
  async insertStudy(id: string): Promise<WrittenStudy | null> {
    try {
      const study = this.studies.find(id);
      const title = study ? this.studies.titleOf(study) : id;
      const written = await this.studies.write(id, this.source);
      this.edit(written.source);
      const label = 'Remove it from the chart';
      const words = written.isEarlier ? ', without its unstable period: a script has none' : '';
      this.tray.toast(`${title} is in the script${words}.`, { label, run: () => this.studies.remove(id) });
      return written;
    } catch (e) {
      this.tray.fail(e);
      return null;
    }
  }

  abstract edit(source: string): void;

  startFutures(): void {
    const { answer, answerData: data } = this;
    if (!answer || !data) return;
    this.guard(this.futures.start({ request: answer.request, data }, answer.outcome.result.hash));
  }

  checkLookAhead(): void {
    const { answer, answerData: data } = this;
    if (!answer || !data) return;
    const subject = { request: answer.request, data };
    this.guard(tellLookAhead(this.tray, subject, (bar) => this.showBar(bar)));
  }

  cancelSweep(): void {
    this.sweepState.cancel();
  }

  protected override sweepUnkept(why: string): void {
    const text = `The sweep is whole, but its parts could not be kept: a reload would have begun it anew. ${why}`;
    this.tray.note('caution', text);
    this.tray.toast(text, { label: 'Free space', run: () => this.show('start') });
  }

  validateSweep(): void {
    this.guard(this.sweepState.validate());
  }

  exportTrades(): void {
    if (this.answer) this.guard(exportTable(this.answer, 'trades', 'csv'));
  }

  exportSweep(format: 'csv' | 'arrow'): void {
    if (this.sweep) this.guard(exportSweep(this.sweep, format));
  }

  exportFutures(): void {
    const { outcome } = this.futures;
    if (outcome) this.guard(exportFuturesCsv(outcome));
  }

  exportEquity(format: 'csv' | 'arrow'): void {
    if (this.answer) this.guard(exportTable(this.answer, 'equity', format));
  }

  checkLink(): void {
    this.guard(this.link.check());
  }

  viewLinkReport(): void {
    this.link.readReport();
    this.show('report');
  }

  startLive(barsPerSecond: number): void {
    this.show('workspace');
    if (this.instruments.set) this.scriptState.change({ datasets: null }, 'instruments');
    this.guard(this.liveState.start(barsPerSecond));
  }

  applyUpdate(): void {
    this.#activateUpdate?.();
  }

  /** Told by the service worker's registration. */
  setOfflineReady(): void {
    this.offlineReadyState = true;
  }

  /** @param activate  loads the new version; called only when the user asks for it */
  setUpdateReady(activate: () => void): void {
    this.updateReadyState = true;
    this.#activateUpdate = activate;
  }

  setLiveSpeed(barsPerSecond: number): void {
    this.liveState.setSpeed(barsPerSecond);
  }
  pauseLive(paused: boolean): void {
    this.liveState.pause(paused);
  }
  stopLive(): void {
    this.liveState.stop();
  }
  keepStorage(): void {
    this.guard(this.dataState.keep());
  }

  /** Failures of acts that nobody awaits are told, never swallowed. */
  protected guard(work: Promise<unknown>): void {
    work.catch((e: unknown) => this.tray.fail(e));
  }
}
