import { BacktabError } from '../core/errors';
import type { CellSetup } from '../research/cell-run';
import { taskAnswers } from '../research/validation/answer-task';
import type { TaskAnswer, TaskGiven, TaskKind, TaskRunner } from '../research/validation/tasks';
import { compileOrThrow } from '../script/plan-or-throw';

/** What every task of a validation shares. */
export interface ValidationWork extends Omit<CellSetup, 'plan'> {
  readonly source: string;
}

/** What a worker does for a validation. */
export interface ValidationService {
  /** Takes the script and the bars that later tasks are about. */
  load(work: ValidationWork): void;
  answer<K extends TaskKind>(kind: K, given: TaskGiven<K>): Promise<TaskAnswer<K>>;
}

export function validationService(): ValidationService {
  let answers: TaskRunner | null = null;
  return {
    load({ source, ...work }) {
      answers = taskAnswers({ ...work, plan: compileOrThrow(source) });
    },

    answer(kind, given) {
      if (!answers)
        throw new BacktabError('internal', { detail: 'a worker was given a task before a script' });
      return answers.run(kind, given);
    },
  };
}
