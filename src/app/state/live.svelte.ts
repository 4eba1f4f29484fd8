import { barCount, concatBars, type Bars } from '../../core/bars';
import { isoDate } from '../../core/time';
import * as data from '../../workers/data.client';
import { openReplay, type Replay } from '../../workers/feed.client';
import type { LiveStatus } from '../../workers/protocol';
import type { DataState } from './data.svelte';
import { failureOf } from './tray.svelte';

/** Share of the bundled history that is there before the replay starts. */
const HEAD = 0.9;

/** The live demo: the proxy replays the end of the bundled history into a dataset of its own. */
export class LiveState {
  status = $state.raw<LiveStatus>({ state: 'off' });
  #replay: Replay | null = null;
  readonly #data: DataState;
  readonly #onBars: () => void;

  constructor(dataState: DataState, onBars: () => void) {
    this.#data = dataState;
    this.#onBars = onBars;
  }

  /** Stores the head of the sample as a new dataset, shows it, and appends what the feed sends. */
  async start(barsPerSecond: number): Promise<void> {
    this.stop();
    this.status = { state: 'connecting' };
    try {
      const sample = this.#data.datasets.find((d) => d.source.kind === 'bundled');
      if (!sample) return;
      const head = Math.floor(sample.rows * HEAD);
      const manifest = await data.copyHead(sample.id, head, `${sample.name}, live replay`);
      await this.#data.refresh();
      await this.#data.use(manifest);
      this.#onBars();
      const last = this.#data.bars;
      const from = last ? isoDate(last.time[barCount(last) - 1]! + 86_400_000) : '';
      this.#connect(manifest.id, from, barsPerSecond);
    } catch (e) {
      this.#fail(e);
    }
  }

  #connect(id: Parameters<typeof data.appendBars>[0], from: string, barsPerSecond: number): void {
    const replay = openReplay({
      from,
      barsPerSecond,
      onHello: (total) => {
        this.status = { state: 'live', dataset: id, sent: 0, total, barsPerSecond, paused: false };
      },
      onBars: async (bars, sent) => {
        await this.#append(id, bars);
        if (this.status.state === 'live') this.status = { ...this.status, sent };
      },
      onEnd: () => {
        this.status = { state: 'ended', dataset: id };
      },
      onFailure: (e) => this.#fail(e),
    });
    this.#replay = replay;
  }

  async #append(id: Parameters<typeof data.appendBars>[0], bars: Bars): Promise<void> {
    const manifest = await data.appendBars(id, bars);
    const { dataset, bars: held } = this.#data;
    if (dataset?.id !== id || !held) return;
    this.#data.dataset = manifest;
    this.#data.bars = concatBars(held, bars);
    this.#onBars();
  }

  setSpeed(barsPerSecond: number): void {
    this.#replay?.send({ type: 'speed', barsPerSecond });
    if (this.status.state === 'live') this.status = { ...this.status, barsPerSecond };
  }

  pause(paused: boolean): void {
    this.#replay?.send({ type: paused ? 'pause' : 'resume' });
    if (this.status.state === 'live') this.status = { ...this.status, paused };
  }

  stop(): void {
    this.#replay?.close();
    this.#replay = null;
    if (this.status.state !== 'ended') this.status = { state: 'off' };
  }

  #fail(e: unknown): void {
    this.#replay?.close();
    this.#replay = null;
    this.status = { state: 'failed', ...failureOf(e) };
  }
}
