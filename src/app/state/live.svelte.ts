import { barCount, type Bars } from '../../core/bars';
import { isoDate } from '../../core/time';
import * as data from '../../workers/data.client';
import { openReplay, type Replay } from '../../workers/feed.client';
import type { LiveStatus } from '../../workers/protocol';
import type { DataState } from './data.svelte';
import { failureOf } from './tray.svelte';

/** Share of the bundled history that is there before the replay starts. */
const HEAD = 0.9;

/** What the page does when the live dataset changes. */
interface LiveHooks {
  /** Another dataset is on screen. */
  shown(): void;
  /** @param rows  bars that were appended to the dataset on screen */
  appended(rows: number): void;
}

/** The live demo: the proxy replays the end of the bundled history into a dataset of its own. */
export class LiveState {
  status = $state.raw<LiveStatus>({ state: 'off' });
  #replay: Replay | null = null;
  /** How the feed stood when it last worked. */
  #last: Extract<LiveStatus, { state: 'live' }> | null = null;
  readonly #data: DataState;
  readonly #hooks: LiveHooks;

  constructor(dataState: DataState, hooks: LiveHooks) {
    this.#data = dataState;
    this.#hooks = hooks;
  }

  /** Stores the head of the sample as a new dataset, shows it, and appends what the feed sends. */
  async start(barsPerSecond: number): Promise<void> {
    this.stop();
    this.status = { state: 'connecting' };
    try {
      const sample = this.#data.bundled ?? (await data.importSample().done);
      const head = Math.floor(sample.rows * HEAD);
      const manifest = await data.copyHead(sample.id, head, `${sample.name}, live replay`);
      await this.#data.refresh();
      await this.#data.use(manifest);
      this.#hooks.shown();
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
        this.#show({ state: 'live', dataset: id, sent: 0, total, barsPerSecond, paused: false });
      },
      onBars: async (bars, sent) => {
        await this.#append(id, bars);
        if (this.#last) this.#show({ ...this.#last, sent });
      },
      onRetry: () => {
        this.status = { state: 'connecting' };
      },
      onEnd: () => {
        this.status = { state: 'ended', dataset: id };
      },
      onFailure: (e) => this.#fail(e),
    });
    this.#replay = replay;
  }

  async #append(id: Parameters<typeof data.appendBars>[0], bars: Bars): Promise<void> {
    this.#data.grown(await data.appendBars(id, bars), bars);
    if (this.#data.dataset?.id === id) this.#hooks.appended(barCount(bars));
  }

  setSpeed(barsPerSecond: number): void {
    this.#replay?.send({ type: 'speed', barsPerSecond });
    if (this.#last) this.#show({ ...this.#last, barsPerSecond });
  }

  pause(paused: boolean): void {
    this.#replay?.send({ type: paused ? 'pause' : 'resume' });
    if (this.#last) this.#show({ ...this.#last, paused });
  }

  stop(): void {
    this.#close();
    if (this.status.state !== 'ended') this.status = { state: 'off' };
  }

  #show(status: Extract<LiveStatus, { state: 'live' }>): void {
    this.#last = status;
    this.status = status;
  }

  #close(): void {
    this.#replay?.close();
    this.#replay = null;
    this.#last = null;
  }

  #fail(e: unknown): void {
    this.#close();
    this.status = { state: 'failed', ...failureOf(e) };
  }
}
