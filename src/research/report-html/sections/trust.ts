import { markup, type Markup } from '../markup';
import type { ReportInput } from '../report-input';
import { card } from './tables';

/** How sure the result is: the rows of evidence behind the verdict. */
export const evidence = ({ verdict }: ReportInput): Markup =>
  card(
    'How sure is this?',
    markup`<ul class="evidence">${verdict.evidence.map(({ level, claim, detail, method }) => markup`<li class="${level}"><b>${claim}</b><p>${detail}${method !== null && ` (${method})`}</p></li>`)}</ul>`,
  );

/** What the run takes for granted, and what was doubted. */
export function assumptions({ assumptions: facts, warnings }: ReportInput): Markup {
  return card(
    'What this run assumes',
    markup`<table><tbody>${facts.map(({ name, value }) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>${warnings.length > 0 && markup`<h3>Doubts</h3><ul class="evidence">${warnings.map((text) => markup`<li class="caution"><p>${text}</p></li>`)}</ul>`}`,
  );
}

/** What to check the file with. */
export const foot = ({ resultHash, dataHash, engine }: ReportInput): Markup =>
  markup`<footer><p>Made by Backtab, engine ${engine}. Same data, script, settings and engine give the same result hash, bit for bit. Reproduced does not mean profitable.</p><p>Result <code>${resultHash}</code></p><p>Data <code>${dataHash}</code></p></footer>
`;
