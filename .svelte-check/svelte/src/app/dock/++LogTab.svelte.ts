///<reference types="svelte" />
;
import EmptyState from '../components/EmptyState.svelte';
import { workspace } from '../state/workspace.svelte';
function $$render() {

  
  

  const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium' });
  const lines = $derived(workspace.log.toReversed());
  const LEVELS = { info: '', caution: 'caution', error: 'bad' } as const;
;
async () => {


if(lines.length > 0){
   { svelteHTML.createElement("ol", {});
        for(let line of __sveltets_2_ensureArray(lines)){let i = 1;lines.length - i;
       { svelteHTML.createElement("li", { "class":LEVELS[line.level],}); { svelteHTML.createElement("span", { "class":`muted`,});clock.format(line.at); } line.text; }
    }
   }
}else{
   { const $$_etatSytpmE0C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE0C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"title":`Nothing to report.`,}});           EmptyState}
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LogTab__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LogTab__SvelteComponent_ = ReturnType<typeof LogTab__SvelteComponent_>;
/*Ωignore_endΩ*/export default LogTab__SvelteComponent_;