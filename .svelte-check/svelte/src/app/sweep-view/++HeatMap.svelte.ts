///<reference types="svelte" />
;
import type { SweepOutcome } from '../../research/outcome';
import { palette } from '../chart/palette';
import { indexOfSetting } from './along-axis';
import { inkOn, ladderColour } from './colour';
import HeatLegend from './HeatLegend.svelte';
import {
    headerStep,
    heatGrid,
    neighbourCell,
    outlineOf,
    shareOf,
    type HeatCell,
    type MetricOf,
  } from './heat-grid';
;

  interface Props {
    outcome: SweepOutcome;
    metric: MetricOf;
    /** As `Sharpe, yearly`. */
    metricName: string;
    /** Text of a value, as `0.26`. */
    write: (value: number) => string;
    /** Unit of each parameter by name, as `bars`. */
    units?: Readonly<Record<string, string>>;
    /** The metric of holding, as a tick on the scale. */
    holding?: number | null;
    /** As `holding the index`. */
    holdingName?: string;
    /** Values of the run on screen in the order of the axes. */
    current?: readonly number[] | null;
    /** Place on each axis from the third on. */
    fixed?: readonly number[];
    /** Row-major index of the cell under the pointer or the focus. */
    onHover?: (index: number | null) => void;
    onOpen?: (index: number) => void;
  };function $$render() {

  
  
  
  
  
  


  let {
    outcome,
    metric,
    metricName,
    write,
    units = {},
    holding = null,
    holdingName = 'holding',
    current = null,
    fixed = [],
    onHover,
    onOpen,
  }: Props = $props();

  const HEADER = 40;
  const MEDIAN = 48;
  let width = $state(0);
  let body = $state<HTMLElement>();
  let chosen = $state<number | null>(null);

  const grid = $derived(heatGrid(outcome, metric, fixed));
  const ladder = $derived(palette().sequential);
  const plateau = $derived(new Set(outcome.plateau));
  const mine = $derived(indexOfSetting(outcome, current));
  const cellWidth = $derived(Math.max((width - HEADER - MEDIAN) / Math.max(grid.columns.length, 1), 1));
  const rowHeight = $derived(Math.min(Math.max(560 / Math.max(grid.rows.length, 1), 4), 25));
  const numbers = $derived(cellWidth >= 30 && rowHeight >= 22);
  const columnStep = $derived(headerStep(grid.columns.length, cellWidth, 26));
  const rowStep = $derived(headerStep(grid.rows.length, rowHeight, 18));
  const mineCell = $derived(grid.cells.find(({ index }) => index === mine) ?? null);
  const active = $derived(chosen ?? start());

  /** Cell that Tab reaches first: the best, else the current run, else the first. */
  function start(): number {
    const wanted = outcome.best ?? mine;
    return Math.max(
      grid.cells.findIndex(({ index }) => index === wanted),
      0,
    );
  }

  function words({ index, row, column, value, cell }: HeatCell): string {
    const place = [
      grid.rowName && `${grid.rowName} ${grid.rows[row]}`,
      `${grid.columnName} ${grid.columns[column]}`,
    ];
    const notes = [
      index === outcome.best && 'best cell',
      plateau.has(index) && 'in the plateau',
      index === mine && 'your run',
    ].filter(Boolean);
    const text = cell
      ? `${metricName} ${value === null ? 'n/a' : write(value)}`
      : `not run, ${outcome.skipReason ?? 'skipped'}`;
    return [place.filter(Boolean).join(', '), text, ...notes].join('; ');
  }

  function focusCell(at: number): void {
    chosen = at;
    body?.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus();
  }

  function onkeydown(event: KeyboardEvent): void {
    const cell = grid.cells[active];
    if ((event.key === 'Enter' || event.key === ' ') && cell?.cell) {
      event.preventDefault();
      onOpen?.(cell.index);
      return;
    }
    if (event.altKey) return;
    const next = neighbourCell(grid, active, event.key, event.ctrlKey || event.metaKey);
    if (next === null) return;
    event.preventDefault();
    focusCell(next);
  }

  function open(cell: HeatCell, at: number): void {
    chosen = at;
    if (cell.cell) onOpen?.(cell.index);
  }

  const unitOf = (name: string): string => (units[name] ? `${name}, ${units[name]}` : name);
;
async () => {


 { const $$_div0 = svelteHTML.createElement("div", {  "class":`heat`,});width= $$_div0.clientWidth;
   { svelteHTML.createElement("div", { "class":`caption`,}); { svelteHTML.createElement("strong", {});unitOf(grid.rowName); } { svelteHTML.createElement("span", {});  } }
  
   { const $$_div1 = svelteHTML.createElement("div", {                "class":`grid`,"role":`grid`,"aria-label":`${metricName} by ${grid.rowName ? `${grid.rowName} and ` : ''}${grid.columnName}`,"aria-rowcount":grid.rows.length + 1,"aria-colcount":grid.columns.length + 1,onkeydown,"onpointerleave":() => onHover?.(null),});body = $$_div1;__sveltets_2_ensureType(String, Number, `${HEADER} ${grid.columns.length}   ${MEDIAN} `);
        for(let value of __sveltets_2_ensureArray(grid.rows)){let row = 1;row;
       { svelteHTML.createElement("div", {     "class":`row`,"role":`row`,"aria-rowindex":row + 1,});
         { svelteHTML.createElement("span", {       "class":`header side`,"role":`rowheader`,});mineCell?.row === row;__sveltets_2_ensureType(String, Number, `${rowHeight} `);
          if((grid.rows.length - 1 - row) % rowStep === 0 && grid.rowName){value;}
         }
            for(let cell of __sveltets_2_ensureArray((grid.cells.slice(row * grid.columns.length, (row + 1) * grid.columns.length)))){let column = 1;cell.index;
          const at = row * grid.columns.length + column;
          const colour = cell.value === null ? null : ladderColour(ladder, shareOf(grid, cell.value));
          const outline = outlineOf(grid, cell, plateau);
           { svelteHTML.createElement("div", {                         "role":`gridcell`,"class":[
              'cell',
              {
                skipped: !cell.cell,
                mine: cell.index === mine,
                best: cell.index === outcome.best,
                crowded: cellWidth < 8,
              },
            ],...__sveltets_2_empty({"data-at":at}),...__sveltets_2_empty({"data-index":cell.index}),"tabindex":at === active ? 0 : -1,"aria-colindex":column + 2,"aria-label":words(cell),"onclick":() => open(cell, at),"onpointerenter":() => onHover?.(cell.index),"onfocus":() => {
              chosen = at;
              onHover?.(cell.index);
            },"onkeydown":null,});__sveltets_2_ensureType(String, Number, colour);__sveltets_2_ensureType(String, Number, colour && inkOn(colour));
            if(numbers && cell.value !== null){write(cell.value);}
            if(outline){
               { svelteHTML.createElement("span", {   "class":[
                  'outline',
                  { top: outline.top, right: outline.right, bottom: outline.bottom, left: outline.left },
                ],}); }
            }
           }
        }
         { svelteHTML.createElement("span", {   "class":`median`,"aria-hidden":`true`,});
          if((grid.rows.length - 1 - row) % rowStep === 0 && grid.rowMedians[row] !== null){
            write(grid.rowMedians[row] ?? NaN);
            if(rowHeight >= 22){ { svelteHTML.createElement("i", {  });__sveltets_2_ensureType(String, Number, `${4 + 24 * shareOf(grid, grid.rowMedians[row] ?? 0)} `); }}
          }
         }
       }
    }
     { svelteHTML.createElement("div", {     "class":`row`,"role":`row`,"aria-rowindex":grid.rows.length + 1,});
       { svelteHTML.createElement("span", {   "class":`header`,"role":`presentation`,}); }
          for(let value of __sveltets_2_ensureArray(grid.columns)){let column = 1;column;
         { svelteHTML.createElement("span", {    "class":`header`,"role":`columnheader`,});mineCell?.column === column;
          if(column % columnStep === 0){value;}
         }
      }
       { svelteHTML.createElement("span", {}); }
     }
     { svelteHTML.createElement("div", {   "class":`row`,"aria-hidden":`true`,});
       { svelteHTML.createElement("span", { "class":`header side small`,});  }
          for(let value of __sveltets_2_ensureArray(grid.columnMedians)){let column = 1;column;
         { svelteHTML.createElement("span", {  "class":`header small`,});if(column % columnStep === 0 && value !== null){write(value);} }
      }
       { svelteHTML.createElement("span", {}); }
     }
   }
   { const $$_dnegeLtaeH1C = __sveltets_2_ensureComponent(HeatLegend); new $$_dnegeLtaeH1C({ target: __sveltets_2_any(), props: {          outcome,grid,ladder,write,holding,holdingName,current,"columnName":unitOf(grid.columnName),}});}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const HeatMap__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type HeatMap__SvelteComponent_ = ReturnType<typeof HeatMap__SvelteComponent_>;
/*Ωignore_endΩ*/export default HeatMap__SvelteComponent_;