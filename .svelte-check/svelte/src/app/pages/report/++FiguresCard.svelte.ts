///<reference types="svelte" />
;
import { METRICS } from '../../../core/metric-info';
import Hint from '../../components/Hint.svelte';
import { formulaOf, metricText } from '../../shell/words';
import Card from './Card.svelte';
import type { ReportParts } from './report-parts';
function $$render() {

  
  
  
  
  

  let { answer, dataset }: ReportParts = $props();

  const ABOVE = new Set(['cagr', 'sharpe', 'maxDrawdown', 'averageTrade', 'profitFactor', 'costs']);
  const rows = METRICS.filter((info) => !ABOVE.has(info.key));
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`More figures`,}});
   { svelteHTML.createElement("dl", {});
       for(let info of __sveltets_2_ensureArray(rows)){info.key;
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("dt", {});
           { const $$_tniH4C = __sveltets_2_ensureComponent(Hint); const $$_tniH4 = new $$_tniH4C({ target: __sveltets_2_any(), props: { "text":formulaOf(info.key) ?? info.technicalName,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => { { svelteHTML.createElement("button", {  "type":`button`,...props,});info.name; }};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_tniH4.$$prop_def;/*Ωignore_endΩ*/
            
           Hint}
         }
         { svelteHTML.createElement("dd", {});metricText(info, answer.outcome.metrics, dataset.instrument.currency); }
       }
    }
   }
 Card}


};
return { props: {} as any as ReportParts, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FiguresCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FiguresCard__SvelteComponent_ = ReturnType<typeof FiguresCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default FiguresCard__SvelteComponent_;