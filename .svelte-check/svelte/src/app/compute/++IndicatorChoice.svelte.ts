///<reference types="svelte" />
;
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import { SvelteSet } from 'svelte/reactivity';
import type { IndicatorInfo } from '../../workers/study.client';
import Button from '../components/Button.svelte';
import { formatInteger } from '../format';
import { workspace } from '../state/workspace.svelte';
import { byGroup, findIndicators } from '../studies/find-indicators';
import IndicatorRow from './IndicatorRow.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  

  let search = $state('');
  let chosenOnly = $state(false);
  const opened = new SvelteSet<string>();

  const choice = $derived(workspace.batch.choice);
  const counts = $derived(
    choice.chosen.reduce(
      (map, { indicator }) => map.set(indicator, (map.get(indicator) ?? 0) + 1),
      new Map<string, number>(),
    ),
  );
  const shown = $derived(
    findIndicators(choice.catalogue, search).filter(({ name }) => !chosenOnly || counts.has(name)),
  );
  const narrowed = $derived(search.trim() !== '' || chosenOnly);
  const sections = $derived(byGroup(choice.catalogue.filter((info) => shown.includes(info))));
  const chosenOf = (infos: readonly IndicatorInfo[]): number =>
    infos.filter(({ name }) => counts.has(name)).length;
  const allLabel = $derived(
    narrowed ? `Choose these ${formatInteger(shown.length)}` : `Choose all ${formatInteger(shown.length)}`,
  );

  function allReason(): string | null {
    if (shown.length === 0) return 'None answers the search';
    return chosenOf(shown) === shown.length ? 'They are chosen already' : null;
  }

  function toggleGroup(infos: readonly IndicatorInfo[]): void {
    if (chosenOf(infos) === infos.length) choice.removeAll(infos);
    else choice.addMissing(infos);
  }

  function toggleOpen(title: string): void {
    if (!opened.delete(title)) opened.add(title);
  }
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`compute-indicators`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", { "id":`compute-indicators`,});  }
     { svelteHTML.createElement("span", { "class":`muted`,});formatInteger(choice.chosen.length);  }
   }
   { svelteHTML.createElement("label", { "class":`search`,});
     { svelteHTML.createElement("span", {});  }
     { svelteHTML.createElement("input", {          "class":`input`,"type":`search`,"bind:value":search,"spellcheck":`false`,"autocomplete":`off`,});/*Ωignore_startΩ*/() => search = __sveltets_2_any(null);/*Ωignore_endΩ*/}
   }
   { svelteHTML.createElement("div", { "class":`acts`,});
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"reason":allReason(),"onclick":() => choice.addMissing(shown),}});allLabel; Button}
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"look":`plain`,"reason":choice.chosen.length > 0 ? null : 'None is chosen',"onclick":() => choice.removeAll(choice.catalogue),}});   Button}
     { svelteHTML.createElement("label", { "class":`only`,}); { svelteHTML.createElement("input", {    "type":`checkbox`,"bind:checked":chosenOnly,});/*Ωignore_startΩ*/() => chosenOnly = __sveltets_2_any(null);/*Ωignore_endΩ*/}   }
   }
   { svelteHTML.createElement("p", {   "class":`sr-only`,"role":`status`,});
    narrowed ? `${shown.length} of ${choice.catalogue.length} indicators shown` : '';
   }
     for(let { title, items } of __sveltets_2_ensureArray(sections)){title;
    const isOpen = narrowed || opened.has(title);
    const chosen = chosenOf(items);
     { svelteHTML.createElement("div", { "class":`group`,});
       { svelteHTML.createElement("input", {           "type":`checkbox`,"aria-label":`All of ${title}, ${items.length} indicators`,"checked":chosen === items.length,"indeterminate":chosen > 0 && chosen < items.length,"onchange":() => toggleGroup(items),});}
       { svelteHTML.createElement("button", {     "type":`button`,"aria-expanded":isOpen,"onclick":() => toggleOpen(title),});
        if(isOpen){ { const $$_nwoDnorvehC3C = __sveltets_2_ensureComponent(ChevronDown); new $$_nwoDnorvehC3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}else{ { const $$_thgiRnorvehC3C = __sveltets_2_ensureComponent(ChevronRight); new $$_thgiRnorvehC3C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}}
         { svelteHTML.createElement("strong", {});title; }
         { svelteHTML.createElement("span", { "class":`muted`,});chosen > 0 ? `${chosen} of ${items.length}` : items.length; }
       }
     }
    if(isOpen){
       { svelteHTML.createElement("ul", { "aria-label":title,});
           for(let info of __sveltets_2_ensureArray(items)){info.name;
           { const $$_woRrotacidnI2C = __sveltets_2_ensureComponent(IndicatorRow); new $$_woRrotacidnI2C({ target: __sveltets_2_any(), props: {   info,"own":choice.chosen.filter((item) => item.indicator === info.name),}});}
        }
       }
    }
  }
    if(choice.ready){
       { svelteHTML.createElement("p", { "class":`none`,});
        chosenOnly ? 'No chosen indicator answers the search.' : 'No indicator answers the search.';
       }
    }
  
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const IndicatorChoice__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type IndicatorChoice__SvelteComponent_ = ReturnType<typeof IndicatorChoice__SvelteComponent_>;
/*Ωignore_endΩ*/export default IndicatorChoice__SvelteComponent_;