import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const PAGE = fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url));

/**
 * With `BENCH_WRITE` in the environment, puts a text between the marks of a section of docs/benchmarks.md:
 * `<!-- NAME -->` and `<!-- end of NAME -->`.
 */
export async function writeSection(name: string, text: string): Promise<void> {
  if (!process.env['BENCH_WRITE']) return;
  const page = await readFile(PAGE, 'utf8');
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = page.indexOf(start) + start.length;
  const to = page.indexOf(end);
  if (to < from || from < start.length) throw new Error(`docs/benchmarks.md has no section ${name}`);
  await writeFile(PAGE, `${page.slice(0, from)}\n\n${text.trim()}\n\n${page.slice(to)}`);
}

/** Rows of cells as a Markdown table, the first row its head. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(head.map((_, k) => (k === 0 ? '---' : '--:'))), ...body.map(line)].join('\n');
}
