import type { Job } from '../core/job';

/** Progress for people, on a terminal only. */
export function progressJob(): Job {
  const { stderr } = process;
  return {
    async checkpoint(done, total) {
      if (stderr.isTTY)
        stderr.write(done === total ? '\r\u001b[K' : `\r${Math.floor((100 * done) / total)} %`);
    },
  };
}
