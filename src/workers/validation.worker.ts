import './trusted-types';
import * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import type { CellSetup } from '../research/cell-run';
import { taskAnswers } from '../research/validation/answer-task';
import type { TaskAnswer, TaskGiven, TaskKind, TaskRunner } from '../research/validation/tasks';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';

/** What every task of a validation shares. */
export interface ValidationWork extends Omit<CellSetup, 'plan'> {
  readonly source: string;
}

let answers: TaskRunner | null = null;

const service = {
  /** Takes the script and the bars that later tasks are about. */
  load({ source, ...work }: ValidationWork): void {
    answers = taskAnswers({ ...work, plan: compileOrThrow(source) });
  },

  answer<K extends TaskKind>(kind: K, given: TaskGiven<K>): Promise<TaskAnswer<K>> {
    if (!answers) throw new BacktabError('internal', { detail: 'a worker was given a task before a script' });
    return answers.run(kind, given);
  },
};

export type ValidationService = typeof service;

installErrorTransfer();
Comlink.expose(service);
