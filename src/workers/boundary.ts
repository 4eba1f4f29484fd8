import * as Comlink from 'comlink';
import * as v from 'valibot';
import { BacktabError, ERROR_CATALOGUE, type ErrorCode } from '../core/errors';
import { SILENCE } from '../core/lost-workers';

/** A worker whose loss is visible: pending and later calls reject with `worker_lost`. */
export interface Connection<Service> {
  /** Why no further call can succeed; undefined while the worker lives. */
  readonly lost: BacktabError | undefined;
  /** @param silenceMs  without an answer for so long the worker counts as lost and is ended; never when omitted */
  call<T>(use: (service: Comlink.Remote<Service>) => Promise<T>, silenceMs?: number): Promise<T>;
  close(): void;
}

/**
 * Connects to a worker that exposes `Service`.
 *
 * Comlink alone leaves calls pending for ever when the worker dies
 * (https://github.com/GoogleChromeLabs/comlink/issues/601), so each call is tracked here.
 */
export function connect<Service>(name: string, worker: Worker): Connection<Service> {
  const remote = Comlink.wrap<Service>(worker);
  const pending = new Set<(e: BacktabError) => void>();
  let lost: BacktabError | undefined;

  function lose(reason: string): void {
    lost ??= new BacktabError('worker_lost', { worker: name, reason });
    for (const reject of pending) reject(lost);
    pending.clear();
    worker.terminate();
  }

  worker.addEventListener('error', (e) => lose(e.message || 'its code could not be loaded'));
  worker.addEventListener('messageerror', () => lose('a message could not be decoded'));

  return {
    get lost() {
      return lost;
    },
    call(use, silenceMs) {
      return new Promise((resolve, reject) => {
        if (lost) {
          reject(lost);
          return;
        }
        const timer = silenceMs === undefined ? undefined : setTimeout(lose, silenceMs, SILENCE);
        const fail = (e: unknown): void => {
          clearTimeout(timer);
          reject(e);
        };
        pending.add(fail);
        use(remote)
          .then(resolve, reject)
          .finally(() => {
            clearTimeout(timer);
            pending.delete(fail);
          });
      });
    },
    close() {
      lose('closed');
    },
  };
}

/** A worker that is started on first use and started afresh after a loss. */
export interface Door<Service> {
  /** @param silenceMs  as in `Connection` */
  call<T>(use: (service: Comlink.Remote<Service>) => Promise<T>, silenceMs?: number): Promise<T>;
  /** Ends the worker; calls in flight reject with `worker_lost`. The next call starts another. */
  close(): void;
}

/** @param start  makes a new worker */
export function door<Service>(name: string, start: () => Worker): Door<Service> {
  let connection: Connection<Service> | undefined;
  return {
    call(use, silenceMs) {
      if (!connection || connection.lost) connection = connect<Service>(name, start());
      return connection.call(use, silenceMs);
    },
    close() {
      connection?.close();
      connection = undefined;
    },
  };
}

const wireErrorSchema = v.object({
  code: v.custom<ErrorCode>((code) => typeof code === 'string' && Object.hasOwn(ERROR_CATALOGUE, code)),
  params: v.custom<never>((params) => typeof params === 'object' && params !== null),
  stack: v.optional(v.string()),
});

/**
 * Lets `BacktabError` cross the boundary with its class, code and params. Comlink keeps only
 * name, message and stack (https://github.com/GoogleChromeLabs/comlink/issues/594).
 * Call once on each side, before the first message.
 */
export function installErrorTransfer(): void {
  const plain = Comlink.transferHandlers.get('throw');
  if (!plain) return;
  Comlink.transferHandlers.set('throw', {
    canHandle: (value): value is unknown => plain.canHandle(value),
    serialize(thrown) {
      const { value } = thrown as { value: unknown };
      if (!(value instanceof BacktabError)) return plain.serialize(thrown);
      return [{ code: value.code, params: value.params, stack: value.stack }, []];
    },
    deserialize(wire) {
      const parsed = v.safeParse(wireErrorSchema, wire);
      if (!parsed.success) return plain.deserialize(wire);
      const { code, params, stack } = parsed.output;
      throw Object.assign(new BacktabError(code, params), stack === undefined ? {} : { stack });
    },
  });
}
