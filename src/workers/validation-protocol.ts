import type { Validation } from '../research/validation/validate';

export { isOfBest, joinedVerdict } from '../research/validation/joined-verdict';
export { VALIDATION_LIMIT } from '../research/validation/validation-limit';

/** A validation with how long it took. */
export interface ValidationAnswer extends Validation {
  readonly elapsedMs: number;
}
