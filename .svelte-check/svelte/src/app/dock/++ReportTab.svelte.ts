///<reference types="svelte" />
;
import FileText from '@lucide/svelte/icons/file-text';
import { METRICS } from '../../core/metric-info';
import Button from '../components/Button.svelte';
import EmptyState from '../components/EmptyState.svelte';
import Hint from '../components/Hint.svelte';
import { formulaOf, metricText } from '../shell/words';
import { workspace } from '../state/workspace.svelte';
function $$render() {

  
  
  
  
  
  
  

  const outcome = $derived(workspace.answer?.outcome ?? null);
  const currency = $derived(workspace.dataset?.instrument.currency ?? 'USD');
  const OF_TRADES = new Set(['winRate', 'profitFactor', 'expectancy', 'averageTrade', 'trades', 'costs']);
;
async () => {


if(outcome){
   { svelteHTML.createElement("div", { "class":`report`,});
     { svelteHTML.createElement("dl", {});
         for(let info of __sveltets_2_ensureArray(METRICS)){info.key;
         { svelteHTML.createElement("div", {});
           { svelteHTML.createElement("dt", {});
             { const $$_tniH4C = __sveltets_2_ensureComponent(Hint); const $$_tniH4 = new $$_tniH4C({ target: __sveltets_2_any(), props: { "text":formulaOf(info.key) ?? info.technicalName,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("button", {  "type":`button`,...props,});info.name; }};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_tniH4.$$prop_def;/*Ωignore_endΩ*/
              
             Hint}
           }
           { svelteHTML.createElement("dd", {});metricText(info, outcome.metrics, currency); }
           { svelteHTML.createElement("dd", { "class":`muted`,});
            OF_TRADES.has(info.key) ? '' : metricText(info, outcome.holding.metrics, currency);
           }
         }
      }
     }
     { svelteHTML.createElement("p", {}); { svelteHTML.createElement("span", { "class":`muted`,});            } }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"icon":FileText,"onclick":() => workspace.show('report'),}});   Button}
   }
}else{
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {  "title":`The figures appear here once the strategy has run.`,}});}
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ReportTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ReportTab__SvelteComponent_ = ReturnType<typeof ReportTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default ReportTab__SvelteComponent_;