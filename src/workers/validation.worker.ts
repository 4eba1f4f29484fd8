import './trusted-types';
import * as Comlink from 'comlink';
import { BacktabError } from '../core/errors';
import { taskAnswers } from '../research/validation/answer-task';
import type { TaskAnswer, TaskGiven, TaskKind, TaskRunner } from '../research/validation/tasks';
import { compileOrThrow } from '../script/plan-or-throw';
import { installErrorTransfer } from './boundary';
import type { CellWork } from './cell.worker';

let answers: TaskRunner | null = null;

const service = {
  /** Takes the script and the bars that later tasks are about. */
  load({ source, ...work }: CellWork): void {
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
