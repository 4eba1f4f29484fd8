import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const TRIES = 20;

/**
 * Moves the finished folder `made` to `place`, whole, over what is there. Several processes may do so at once: one of
 * their folders stays, never a mixture, and none is left beside it.
 *
 * @param {string} place
 * @param {string} made a folder of this process alone, beside `place`
 */
export async function replaceFolder(place, made) {
  const old = `${made}-old`;
  for (let tries = 1; ; tries++) {
    await rename(place, old).catch(unless('ENOENT'));
    await rm(old, { recursive: true, force: true });
    const error = await rename(made, place).then(
      () => null,
      (e) => e,
    );
    if (!error) return;
    if (tries === TRIES) throw error;
    unless('ENOTEMPTY', 'EEXIST')(error);
  }
}

/**
 * Moves the finished folder `made` to `place` unless another process has put an equal one there first.
 *
 * @param {string} place named after its content
 * @param {string} made a folder of this process alone, beside `place`
 * @param {string} entry a file that a finished folder holds
 */
export async function settleFolder(place, made, entry) {
  const error = await rename(made, place).then(
    () => null,
    (e) => e,
  );
  if (!error) return;
  await rm(made, { recursive: true, force: true });
  if (!(await exists(join(place, entry)))) throw error;
}

/** @param {string} path */
export const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** @param {string[]} codes */
const unless =
  (...codes) =>
  /** @param {NodeJS.ErrnoException} error */
  (error) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };
