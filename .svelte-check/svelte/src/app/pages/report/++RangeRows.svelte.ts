///<reference types="svelte" />
;
import { formatNumber, formatPoints } from '../../format';
import type { BacktestOutcome } from '../../../research/outcome';
import { rangeRows } from './range-rows';
;

  interface Props {
    outcome: BacktestOutcome;
  };function $$render() {

  
  
  


  let { outcome }: Props = $props();

  const rows = $derived(rangeRows(outcome));
  const text = (row: (typeof rows)[number]): string =>
    row.unit === 'points' ? formatPoints(row.value) : formatNumber(row.value, { signed: true });
;
async () => {


if(rows.length > 0){
   { svelteHTML.createElement("dl", {});
       for(let row of __sveltets_2_ensureArray(rows)){row.label;
       { svelteHTML.createElement("dt", {});row.label; }
       { svelteHTML.createElement("dd", { "class":`plot`,});
         { svelteHTML.createElement("span", { "class":`sr-only`,});   row.words; }
         { svelteHTML.createElement("span", {  "class":`zero`,});__sveltets_2_ensureType(String, Number, `${row.zero * 100} `); }
         { svelteHTML.createElement("span", {   "class":`line`,});__sveltets_2_ensureType(String, Number, `${row.low * 100} `);__sveltets_2_ensureType(String, Number, `${(row.high - row.low) * 100} `); }
         { svelteHTML.createElement("span", {  "class":`dot`,});__sveltets_2_ensureType(String, Number, `${row.dot * 100} `); }
       }
       { svelteHTML.createElement("dd", { "class":`value`,});text(row); }
    }
   }
   { svelteHTML.createElement("p", { "class":`muted`,});              }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RangeRows__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RangeRows__SvelteComponent_ = ReturnType<typeof RangeRows__SvelteComponent_>;
/*Ωignore_endΩ*/export default RangeRows__SvelteComponent_;