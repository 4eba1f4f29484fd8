import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);

/** Runs `backtab` as a shell would. */
export async function backtab(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const launcher = 'src/cli/backtab.mjs';
  try {
    const { stdout, stderr } = await run(process.execPath, [launcher, ...args], {
      cwd: root,
      maxBuffer: 1e8,
    });
    return { code: 0, stdout, stderr };
  } catch (e) {
    const { code, stdout, stderr } = e as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}
