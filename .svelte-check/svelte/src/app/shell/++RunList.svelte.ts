///<reference types="svelte" />
;
import History from '@lucide/svelte/icons/history';
import Square from '@lucide/svelte/icons/square';
import SquareCheck from '@lucide/svelte/icons/square-check';
import { formatCount, formatNumber } from '../format';
import { workspace } from '../state/workspace.svelte';
import ListRow from './ListRow.svelte';
function $$render() {

  
  
  
  
  
  

  const hash = $derived(workspace.answer?.outcome.result.hash);
  const choosing = $derived(workspace.page === 'compare');
  const compared = $derived(new Set(workspace.compared));
;
async () => {


 { svelteHTML.createElement("ul", {});
     for(let run of __sveltets_2_ensureArray(workspace.runs)){run.id;
    const chosen = compared.has(run.id);
     { const $$_woRtsiL1C = __sveltets_2_ensureComponent(ListRow); new $$_woRtsiL1C({ target: __sveltets_2_any(), props: {                 "icon":choosing ? (chosen ? SquareCheck : Square) : History,"name":run.label,"sub":formatCount(run.trades, 'trade'),"figure":formatNumber(run.sharpe),"figureSub":`Sharpe`,"selected":choosing ? chosen : run.hash === hash,"pressed":choosing ? chosen : undefined,"onOpen":() => (choosing ? workspace.compareRun(run.id, !chosen) : workspace.openRun(run)),}});}
  }
     { svelteHTML.createElement("li", { "class":`muted empty`,});         }
  
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunList__SvelteComponent_ = ReturnType<typeof RunList__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunList__SvelteComponent_;