import { buildParserFile } from '@lezer/generator';
import { readFileSync } from 'node:fs';

const TERMS = '.grammar.terms';

/**
 * Vite plugin: `import { parser } from './x.grammar'` compiles a Lezer grammar,
 * `import * as terms from './x.grammar.terms'` gives its node ids.
 *
 * @returns {import('vite').Plugin}
 */
export function lezer() {
  return {
    name: 'backtab-lezer',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(TERMS) || !importer) return null;
      return new URL(source, `file://${importer.split('?')[0]}`).pathname;
    },
    load(id) {
      const file = id.replace(/\?.*$/, '');
      if (!file.endsWith('.grammar') && !file.endsWith(TERMS)) return null;
      const grammar = file.replace(/\.terms$/, '');
      this.addWatchFile(grammar);
      const built = buildParserFile(readFileSync(grammar, 'utf8'), { fileName: grammar });
      return { code: file.endsWith(TERMS) ? built.terms : built.parser, map: null };
    },
  };
}
