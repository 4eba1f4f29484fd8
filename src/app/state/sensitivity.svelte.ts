import type { SensitivityKind, SensitivityMetric, SensitivityStudy } from '../../research/sensitivity/shape';
import type { Task } from '../../workers/protocol';
import type { PlannedStudy } from '../../workers/report-protocol';
import { plannedStudies, startStudy, type ReportSubject } from '../../workers/report.client';
import { Pace } from './pace';
import { failureOf } from './tray.svelte';
import type { Failure, TrayTask } from './workspace';

/** One question with what is known of its answer. */
export interface StudyState {
  readonly planned: PlannedStudy;
  readonly study: SensitivityStudy | null;
  /** While it is at work. */
  readonly task: TrayTask | null;
  readonly failure: Failure | null;
}

/** What the result of a run hangs on: questions answered by variants of it, each when it is asked. */
class SensitivityState {
  studies = $state.raw<readonly StudyState[]>([]);
  failure = $state.raw<Failure | null>(null);
  /** Figure that is summed up. */
  metric = $state<SensitivityMetric>('cagr');
  #key = '';
  #subject: ReportSubject | null = null;
  readonly #tasks = new Map<SensitivityKind, Task<SensitivityStudy>>();
  readonly #paces = new Map<SensitivityKind, Pace>();
  #lastId = 0;

  /**
   * Asks which questions there are for a run; what was at work for another one is ended.
   *
   * @param key  tells runs apart
   */
  async show(key: string, subject: ReportSubject): Promise<void> {
    if (key === this.#key) return;
    this.#key = key;
    this.#subject = subject;
    for (const task of this.#tasks.values()) task.cancel();
    this.#tasks.clear();
    this.studies = [];
    this.failure = null;
    try {
      const planned = await plannedStudies(subject);
      if (key !== this.#key) return;
      this.studies = planned.map((study) => ({ planned: study, study: null, task: null, failure: null }));
    } catch (e) {
      if (key === this.#key) this.failure = failureOf(e);
    }
  }

  /** Answers a question. */
  async start(kind: SensitivityKind): Promise<void> {
    const subject = this.#subject;
    const state = this.studies.find(({ planned }) => planned.kind === kind);
    if (!subject || !state || state.task) return;
    const task = startStudy(subject, kind, this.metric, (done, total) => this.#progress(kind, done, total));
    this.#tasks.set(kind, task);
    this.#paces.set(kind, new Pace());
    this.#patch(kind, { failure: null, task: this.#row(state.planned, task) });
    try {
      const study = await task.done;
      if (subject === this.#subject) this.#patch(kind, { study, task: null });
    } catch (e) {
      const failure = failureOf(e);
      if (subject === this.#subject)
        this.#patch(kind, { task: null, failure: failure.code === 'cancelled' ? null : failure });
    }
  }

  /** Answers all that were not answered yet. */
  async startAll(): Promise<void> {
    for (const { planned, study } of this.studies) if (!study) await this.start(planned.kind);
  }

  /** Sums up another figure of the variants that were run. */
  setMetric(metric: SensitivityMetric): void {
    this.metric = metric;
    for (const { planned, study } of this.studies) if (study) void this.start(planned.kind);
  }

  #row({ variants }: PlannedStudy, { cancel }: Task<SensitivityStudy>): TrayTask {
    return {
      id: ++this.#lastId,
      name: 'Study',
      unit: 'variants',
      done: 0,
      total: variants,
      startedAt: Date.now(),
      state: 'running',
      paused: false,
      pace: null,
      failure: null,
      note: 'Closing the page ends the study.',
      offers: [],
      cancel,
      pause: null,
    };
  }

  #progress(kind: SensitivityKind, done: number, total: number): void {
    const task = this.studies.find(({ planned }) => planned.kind === kind)?.task;
    const pace = this.#paces.get(kind)?.note(done, performance.now()) ?? null;
    if (task) this.#patch(kind, { task: { ...task, done, total, pace } });
  }

  #patch(kind: SensitivityKind, change: Partial<StudyState>): void {
    this.studies = this.studies.map((state) =>
      state.planned.kind === kind ? { ...state, ...change } : state,
    );
  }
}

/** The studies of this page. */
export const sensitivity = new SensitivityState();
