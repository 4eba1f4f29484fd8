/** Tokens of the two themes (`src/app/styles` has the same for the page). */
const LIGHT = `
  --bg0: #efede6; --bg1: #fbfaf6; --bg2: #f4f2eb; --ln: #dfdbd0; --ln2: #c9c4b6;
  --t1: #1a2023; --t2: #454f55; --t3: #5b656b; --ac: #1d5bb8;
  --up: #08727a; --dn: #963008; --warn: #7d5000; --bench: #626c72;
  --d1: #9c3300; --d2: #bf6636; --d3: #e09865; --d4: #edc6aa; --d5: #f5f3ee;
  --d6: #bddad9; --d7: #82c1c5; --d8: #48949a; --d9: #006871;
  --k1: #fff; --k2: #000; --k3: #000; --k4: #000; --k5: #000; --k6: #000; --k7: #000; --k8: #000; --k9: #fff;`;
const DARK = `
  --bg0: #0e1214; --bg1: #14191c; --bg2: #1b2226; --ln: #232b30; --ln2: #36424a;
  --t1: #e9eef0; --t2: #adb8be; --t3: #8a979f; --ac: #82b4ff;
  --up: #56cfd0; --dn: #ec703c; --warn: #e9b949; --bench: #93a0a8;
  --d1: #ef7838; --d2: #c06030; --d3: #924927; --d4: #59392a; --d5: #222627;
  --d6: #29494b; --d7: #286f73; --d8: #409ea0; --d9: #5acfd0;
  --k1: #000; --k2: #000; --k3: #fff; --k4: #fff; --k5: #fff; --k6: #fff; --k7: #fff; --k8: #000; --k9: #000;`;

const tones = Array.from(
  { length: 9 },
  (_, i) => `td.d${i + 1} { background: var(--d${i + 1}); color: var(--k${i + 1}); }`,
);

/** The style sheet of a report: both themes, narrow screens and paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg0); color: var(--t1); font: 400 0.8125rem/1.4 "IBM Plex Sans", system-ui, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 87.5rem; margin: 0 auto; padding: 1rem clamp(0.75rem, 3vw, 2.75rem) 2rem; display: grid; gap: 0.875rem; grid-template-columns: minmax(0, 1fr); }
h1 { font-size: 1.375rem; line-height: 1.75rem; font-weight: 600; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 0.875rem; line-height: 1.25rem; font-weight: 600; margin: 0 0 0.5rem; }
h3 { font-size: 0.8125rem; font-weight: 600; margin: 0.75rem 0 0.25rem; }
p { margin: 0; }
code { font: 400 0.75rem/1.4 "IBM Plex Mono", ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: end; justify-content: space-between; }
header p, .note { color: var(--t2); }
.note { font-size: 0.75rem; margin-top: 0.375rem; }
.marks { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.badge { border: 1px solid var(--ln2); border-radius: 4px; padding: 0.125rem 0.5rem; color: var(--t2); }
.badge.exact { border-color: var(--ac); color: var(--ac); }
.badge.caution { border-color: var(--warn); color: var(--warn); }
section { background: var(--bg1); border: 1px solid var(--ln); border-radius: 10px; padding: 0.875rem 1rem; min-width: 0; }
.wide { display: grid; grid-template-columns: minmax(0, 2fr) minmax(18rem, 1fr); gap: 0.875rem; align-items: start; }
.columns { columns: 2; column-gap: 0.875rem; } .columns > section { break-inside: avoid; margin-bottom: 0.875rem; }
.half { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0.875rem; align-items: start; }
.stack { display: grid; gap: 0.875rem; min-width: 0; }
.verdict { display: grid; grid-template-columns: minmax(0, 1.05fr) minmax(0, 1.4fr); gap: 1rem 1.5rem; }
.meter { display: inline-flex; gap: 2px; margin-right: 0.5rem; vertical-align: middle; }
.meter i { width: 0.6rem; height: 0.6rem; border: 1px solid var(--t3); }
.meter i.on { background: var(--warn); border-color: var(--warn); }
.words { font-size: 0.9375rem; font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.875rem; }
.facts dt { color: var(--t3); font-size: 0.75rem; }
.facts dd { margin: 0; font-size: 1.0625rem; font-weight: 600; }
.facts dd.sub { font-size: 0.75rem; font-weight: 400; color: var(--t2); }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; color: var(--t2); font-size: 0.75rem; }
.legend b { display: inline-block; width: 1rem; border-top: 2px solid var(--t1); margin-right: 0.375rem; vertical-align: middle; }
.legend b.bench { border-top: 2px dashed var(--bench); }
.scroll { overflow-x: auto; }
.scroll svg { min-width: 34rem; }
svg { display: block; width: 100%; height: auto; }
svg text { font-size: 11px; fill: var(--t3); }
svg text.mid { text-anchor: middle; }
svg text.end { text-anchor: end; }
.grid { stroke: var(--ln); stroke-width: 1; }
.grid.strong { stroke: var(--t3); stroke-dasharray: 3 3; }
.line { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
.line.run { stroke: var(--t1); }
.line.bench { stroke: var(--bench); stroke-width: 1; }
.line.fall { stroke: var(--dn); stroke-width: 1; }
.area { stroke: none; fill: var(--ac); fill-opacity: 0.15; }
.area.fall { fill: var(--dn); fill-opacity: 0.25; }
rect.gain { fill: var(--up); } rect.loss { fill: var(--dn); } rect.held { fill: var(--bench); fill-opacity: 0.55; }
circle.gain { fill: var(--up); } circle.loss { fill: none; stroke: var(--dn); stroke-width: 1.25; }
.range line { stroke: var(--t2); stroke-width: 1.5; } .range circle { fill: var(--t1); } .range .zero { stroke: var(--ln2); stroke-dasharray: 3 3; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--t2); font-size: 0.75rem; padding-bottom: 0.375rem; }
th { font-weight: 400; color: var(--t3); font-size: 0.75rem; text-align: left; }
th, td { padding: 0.25rem 0.5rem; border-bottom: 1px solid var(--ln); vertical-align: top; }
tbody th { color: var(--t2); font-size: 0.8125rem; min-width: 6rem; }
td, th.num { text-align: right; white-space: nowrap; }
td.text { text-align: left; white-space: normal; overflow-wrap: anywhere; }
td.reason { color: var(--t3); white-space: normal; font-size: 0.75rem; }
td.loss { color: var(--dn); } td.gain { color: var(--up); }
.months td { text-align: center; padding: 0.125rem 0.25rem; border: 1px solid var(--bg1); }
.months td.sum { font-weight: 600; }
.evidence { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.5rem; }
.evidence b { font-weight: 600; } .evidence .caution b::before { content: "! "; color: var(--warn); } .evidence .good b::before { content: "\\2713\\00a0"; color: var(--up); }
.evidence p { color: var(--t2); }
details summary { cursor: pointer; font-weight: 600; }
footer { color: var(--t3); font-size: 0.75rem; }
${tones.join('\n')}
@media (max-width: 60rem) { .wide, .half, .verdict { grid-template-columns: minmax(0, 1fr); } .columns { columns: 1; } .facts { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media print {
  :root { ${LIGHT} --bg0: #fff; --bg1: #fff; }
  @page { size: A4; margin: 12mm; }
  body { font-size: 9pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { padding: 0; max-width: none; }
  section { break-inside: avoid; border-radius: 0; }
  section.long { break-inside: auto; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  .scroll { overflow: visible; } .scroll svg { min-width: 0; }
}
`;
