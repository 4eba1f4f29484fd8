import { refill } from './refill';

/** What a snapshot keeps of it. */
export interface SettlementState {
  readonly pending: number;
  readonly session: number;
  readonly day: number;
  readonly due: readonly { readonly amount: number; readonly session: number }[];
}

/** Proceeds of sales that cannot be spent yet, account currency. */
export class Settlement {
  pending = 0;
  readonly #sessions: number;
  #session = 0;
  #day = NaN;
  readonly #due: { amount: number; session: number }[] = [];

  /** @param sessions  sessions from a sale to its settlement; 0 for at once */
  constructor(sessions: number) {
    this.#sessions = sessions;
  }

  /** Tells the day (any number that changes with it); a new one is a new session. */
  enterDay(day: number): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#session += 1;
    while (this.#due[0] && this.#due[0].session <= this.#session) this.pending -= this.#due.shift()!.amount;
    if (this.#due.length === 0) this.pending = 0;
  }

  /** Takes note of proceeds. */
  add(amount: number): void {
    if (this.#sessions === 0) return;
    this.pending += amount;
    this.#due.push({ amount, session: this.#session + this.#sessions });
  }

  /** State for a snapshot. */
  save(): SettlementState {
    return {
      pending: this.pending,
      session: this.#session,
      day: this.#day,
      due: this.#due.map(({ amount, session }) => ({ amount, session })),
    };
  }

  restore({ pending, session, day, due }: SettlementState): void {
    this.pending = pending;
    this.#session = session;
    this.#day = day;
    refill(
      this.#due,
      due.map(({ amount, session: until }) => ({ amount, session: until })),
    );
  }
}
