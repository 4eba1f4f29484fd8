import { VALIDATION_LIMIT } from '../../workers/validation-protocol';
import { keep, readKept } from '../shell/device-store';

const ITSELF_KEY = 'backtab-validates-itself';
const PACE_KEY = 'backtab-validation-pace';

/** A validation that is estimated to take no longer than this starts by itself. */
export const ITSELF_SECONDS = 60;

/** How far one validation moves what is known of the pace of this device. */
const LEARNING = 0.5;
const PACE_RANGE = [0.05, 50] as const;

/** Whether validations start by themselves, and how long they take here; choices and facts of this device. */
export class ValidationChoice {
  #itself = $state(readKept(ITSELF_KEY) !== 'off');
  /** Seconds here for a second of the estimate. */
  #pace = within(Number(readKept(PACE_KEY) ?? 1));

  get itself(): boolean {
    return this.#itself;
  }

  set itself(itself: boolean) {
    this.#itself = itself;
    keep(ITSELF_KEY, itself ? 'on' : 'off');
  }

  secondsHere(estimate: number): number {
    return estimate * this.#pace;
  }

  /** Whether the validation of so many settings, of so many seconds here, is to start without being asked for. */
  startsItself(settings: number, seconds: number | null): boolean {
    return this.#itself && settings <= VALIDATION_LIMIT && seconds !== null && seconds <= ITSELF_SECONDS;
  }

  /**
   * Learns from a validation that was done.
   *
   * @param seconds  estimated, by the pace known before
   */
  learn(seconds: number | null, elapsedMs: number): void {
    if (seconds === null || !(seconds > 0)) return;
    const found = (this.#pace * elapsedMs) / 1000 / seconds;
    this.#pace = within(this.#pace * (found / this.#pace) ** LEARNING);
    keep(PACE_KEY, String(this.#pace));
  }
}

const within = (pace: number): number =>
  Number.isFinite(pace) ? Math.min(PACE_RANGE[1], Math.max(PACE_RANGE[0], pace)) : 1;

export const validationChoice = new ValidationChoice();
