import type { Output } from '../../src/cli/output';

/** What a command printed: its text, and its document read back. */
export interface Printed {
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** Runs a command and gives back what it printed. */
export async function printedBy(
  command: (args: readonly string[], output: Output) => Promise<void>,
  args: readonly string[],
): Promise<Printed> {
  let text = '';
  let json = {};
  await command(args, {
    text: (t) => (text += t),
    json: (d) => (json = JSON.parse(JSON.stringify(d)) as object),
  });
  return { text, json };
}
