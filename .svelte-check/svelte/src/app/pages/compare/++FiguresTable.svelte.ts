///<reference types="svelte" />
;
import type { Comparison } from '../../../workers/report-protocol';
import Hint from '../../components/Hint.svelte';
import { formulaOf, metricText } from '../../shell/words';
import Card from '../report/Card.svelte';
import PlainTable from '../report/PlainTable.svelte';
import { differenceText } from './difference-text';
import { comparedRows } from './compare-rows';
import { runNames } from './run-lines';
;

  interface Props {
    comparison: Comparison;
    /** ISO 4217. */
    currency: string;
  };function $$render() {

  
  
  
  
  
  
  
  


  let { comparison, currency }: Props = $props();

  let chosen = $state(0);

  const base = $derived(Math.min(chosen, comparison.runs.length - 1));
  const names = $derived(runNames(comparison.runs));
  const rows = $derived(
    comparedRows(
      comparison.runs.map((run) => run.metrics),
      base,
    ),
  );
  const changed = $derived(names.filter((_, k) => comparison.runs[k]?.hash !== comparison.runs[k]?.run.hash));
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); const $$_draC0 = new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Figures`,acts:() => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("label", {});
       
       { svelteHTML.createElement("select", {     "class":`input`,"value":base,"onchange":({ currentTarget }) => (chosen = +currentTarget.value),});
            for(let name of __sveltets_2_ensureArray(names)){let k = 1;name; { svelteHTML.createElement("option", { "value":k,});name; }}
       }
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {acts} = $$_draC0.$$prop_def;/*Ωignore_endΩ*/
  
   { const $$_elbaTnialP1C = __sveltets_2_ensureComponent(PlainTable); const $$_elbaTnialP1 = new $$_elbaTnialP1C({ target: __sveltets_2_any(), props: {   "label":`Figures of the runs`,"least":12 + 8 * (names.length + 1),head:() => { async ()/*Ωignore_positionΩ*/ => {
       { svelteHTML.createElement("th", { "scope":`col`,});  }
         for(let name of __sveltets_2_ensureArray(names)){name; { svelteHTML.createElement("th", { "scope":`col`,});name; }}
       { svelteHTML.createElement("th", { "scope":`col`,});  }
    };return __sveltets_2_any(0)},body:() => { async ()/*Ωignore_positionΩ*/ => {
         for(let { info, cells } of __sveltets_2_ensureArray(rows)){info.key;
         { svelteHTML.createElement("tr", {});
           { svelteHTML.createElement("th", { "scope":`row`,});
             { const $$_tniH2C = __sveltets_2_ensureComponent(Hint); const $$_tniH2 = new $$_tniH2C({ target: __sveltets_2_any(), props: { "text":formulaOf(info.key) ?? info.technicalName,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("button", {  "type":`button`,...props,});info.name; }};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_tniH2.$$prop_def;/*Ωignore_endΩ*/
              
             Hint}
           }
              for(let { difference, rank } of __sveltets_2_ensureArray(cells)){let k = 1;k;
            const run = comparison.runs[k];
             { svelteHTML.createElement("td", {});
              if(run){ { svelteHTML.createElement("span", { "class":{ rank: rank !== null },});metricText(info, run.metrics, currency); }}
               { svelteHTML.createElement("span", { "class":`sub`,});
                if(rank){ { svelteHTML.createElement("b", {});rank; }}
                difference === null ? '' : differenceText(info, difference, currency);
               }
             }
          }
           { svelteHTML.createElement("td", { "class":`muted`,});metricText(info, comparison.holding.metrics, currency); }
         }
      }
    };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {head, body} = $$_elbaTnialP1.$$prop_def;/*Ωignore_endΩ*/
    
    
   PlainTable}
  if(changed.length > 0){
     { svelteHTML.createElement("p", { "class":`caution`,});
      changed.join(', '); changed.length === 1 ? 'it differs' : 'they differ';      
                  
     }
  }
 Card}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FiguresTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FiguresTable__SvelteComponent_ = ReturnType<typeof FiguresTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default FiguresTable__SvelteComponent_;