///<reference types="svelte" />
;
import TradeBars from '../../chart/TradeBars.svelte';
import { formatInteger, formatPercent, formatTime } from '../../format';
import { workspace } from '../../state/workspace.svelte';
import Card from './Card.svelte';
import type { ReportParts } from './report-parts';
function $$render() {

  
  
  
  
  

  let { answer, dataset, bars, linked }: ReportParts = $props();

  const falls = $derived(answer.outcome.report.falls);
  const trades = $derived(answer.outcome.result.trades);
  const date = (bar: number): string =>
    formatTime(bars.time[bar] ?? NaN, dataset.instrument.zone, dataset.interval);

  function openTrade(index: number | null): void {
    workspace.selectedTrade = index;
    if (index !== null) workspace.show('workspace');
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`column`,});
   { const $$_draC1C = __sveltets_2_ensureComponent(Card); new $$_draC1C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"title":`Five deepest falls`,}});
    if(falls.length > 0){
       { svelteHTML.createElement("div", { "class":`scroll`,});
         { svelteHTML.createElement("table", {});
           { svelteHTML.createElement("thead", { }); { svelteHTML.createElement("tr", { }); { svelteHTML.createElement("th", { "scope":`col`,});  } { svelteHTML.createElement("th", { "scope":`col`,});  } { svelteHTML.createElement("th", { "scope":`col`,});   } { svelteHTML.createElement("th", {  "scope":`col`,});   } } }
           { svelteHTML.createElement("tbody", {});
               for(let fall of __sveltets_2_ensureArray(falls)){fall.peak;
               { svelteHTML.createElement("tr", {});
                 { svelteHTML.createElement("td", {});date(fall.peak); }
                 { svelteHTML.createElement("td", { "class":`negative`,});formatPercent(-fall.depth); }
                 { svelteHTML.createElement("td", {});formatInteger(fall.low - fall.peak);  }
                 { svelteHTML.createElement("td", {  "class":{ caution: fall.back === null },});fall.back === null ? 'not yet' : date(fall.back); }
               }
            }
           }
         }
       }
    }else{
       { svelteHTML.createElement("p", { "class":`muted`,});       }
    }
   Card}
   { const $$_draC1C = __sveltets_2_ensureComponent(Card); new $$_draC1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":`Return of each trade`,"remark":`${formatInteger(trades.length)} trades, net`,}});
    if(trades.length > 0){
       { svelteHTML.createElement("div", { "class":`bars`,});
         { const $$_sraBedarT3C = __sveltets_2_ensureComponent(TradeBars); new $$_sraBedarT3C({ target: __sveltets_2_any(), props: {    trades,"selected":null,...linked ? {} : { onSelect: openTrade },}});}
       }
    }else{
       { svelteHTML.createElement("p", { "class":`muted`,});    }
    }
   Card}
 }


};
return { props: {} as any as ReportParts, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const FallsCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type FallsCard__SvelteComponent_ = ReturnType<typeof FallsCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default FallsCard__SvelteComponent_;