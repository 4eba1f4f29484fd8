///<reference types="svelte" />
;
import { formatCount, formatInteger, formatNumber } from '../../format';
import { MOST_COMPARED } from '../../state/workspace-acts';
import { workspace } from '../../state/workspace.svelte';
import Card from '../report/Card.svelte';
function $$render() {

  
  
  
  

  const chosen = $derived(new Set(workspace.compared));
  const full = $derived(chosen.size >= MOST_COMPARED);
;
async () => {


 { const $$_draC0C = __sveltets_2_ensureComponent(Card); new $$_draC0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"title":`Runs compared`,"remark":`${formatInteger(chosen.size)} of at most ${formatInteger(MOST_COMPARED)}`,}});
   { svelteHTML.createElement("ul", {});
       for(let run of __sveltets_2_ensureArray(workspace.runs)){run.id;
      const on = chosen.has(run.id);
       { svelteHTML.createElement("li", {});
         { svelteHTML.createElement("label", {});
           { svelteHTML.createElement("input", {         "type":`checkbox`,"checked":on,"aria-disabled":full && !on ? 'true' : undefined,"onclick":(event) => {
              if (full && !on) event.preventDefault();
              else workspace.compareRun(run.id, !on);
            },});}
           { svelteHTML.createElement("b", {});run.label; }
           { svelteHTML.createElement("span", { "class":`muted`,}); formatNumber(run.sharpe); formatCount(run.trades, 'trade'); }
         }
       }
    }
   }
  if(full){ { svelteHTML.createElement("p", {   "class":`muted`,"role":`status`,});          }}
   { svelteHTML.createElement("p", { "class":`muted`,});
    formatCount(workspace.runs.length, 'setting');   
    workspace.runs.length === 1 ? 'was' : 'were';               
   }
 Card}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RunChoice__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RunChoice__SvelteComponent_ = ReturnType<typeof RunChoice__SvelteComponent_>;
/*Ωignore_endΩ*/export default RunChoice__SvelteComponent_;