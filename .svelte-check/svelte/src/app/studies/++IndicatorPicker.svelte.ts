///<reference types="svelte" />
;
import { Dialog } from 'bits-ui';
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import Search from '@lucide/svelte/icons/search';
import Banner from '../components/Banner.svelte';
import Kbd from '../components/Kbd.svelte';
import { formatCount } from '../format';
import { markHits } from '../keyboard/search';
import type { StudiesState } from '../state/studies.svelte';
import { groupsOf } from './find-indicators';
import { pickerSections, type PickerItem } from './picker-sections';
import { nameWords } from './study';
;

  interface Props {
    studies: StudiesState;
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  


  let { studies }: Props = $props();

  let search = $state('');
  let group = $state('');
  let at = $state(0);
  let said = $state('');
  let list = $state<HTMLElement>();

  const id = $props.id();
  const groups = $derived(groupsOf(studies.catalogue));
  const sections = $derived(pickerSections(studies, search, group));
  const items = $derived(sections.flatMap((section) => section.items));
  const places = $derived(new Map(items.map((item, i) => [item.key, i])));
  const found = $derived(
    new Set(items.filter(({ study }) => study === null).map(({ info }) => info.name)).size,
  );
  const failure = $derived(studies.catalogueFailure);

  /** Who types faster than the list is read does not press Enter in vain. */
  async function enter(stays: boolean): Promise<void> {
    await studies.loadCatalogue();
    if (studies.dialog?.kind === 'pick') choose(at, stays);
  }

  function choose(index: number, stays: boolean): void {
    const item = items[index];
    if (!item) return;
    if (item.study) studies.open(item.study);
    else add(item, stays);
  }

  function add(item: PickerItem, stays: boolean): void {
    const study = studies.add(item.info.name);
    if (!study) return;
    if (stays) said = `${studies.titleOf(study)} added`;
    else studies.open(study.id);
  }

  function move(to: number): void {
    at = items.length === 0 ? 0 : (to + items.length) % items.length;
    requestAnimationFrame(() =>
      list?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  const PAGE = 8;

  function onkeydown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'PageDown') move(Math.min(at + PAGE, items.length - 1));
    else if (event.key === 'PageUp') move(Math.max(at - PAGE, 0));
    else if (event.key === 'Enter') void enter(event.shiftKey);
    else return;
    event.preventDefault();
  }
;
async () => {


 { const $$_tooR_golaiD0C = __sveltets_2_ensureComponent(Dialog.Root); const $$_tooR_golaiD0 = new $$_tooR_golaiD0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },open:__sveltets_2_get_set_binding(() => true,(open) => !open && studies.closeDialog()),}});$$_tooR_golaiD0.$$bindings = 'open';
   { const $$_latroP_golaiD1C = __sveltets_2_ensureComponent(Dialog.Portal); new $$_latroP_golaiD1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_yalrevO_golaiD2C = __sveltets_2_ensureComponent(Dialog.Overlay); new $$_yalrevO_golaiD2C({ target: __sveltets_2_any(), props: {  "class":`scrim`,}});}
     { const $$_tnetnoC_golaiD2C = __sveltets_2_ensureComponent(Dialog.Content); new $$_tnetnoC_golaiD2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"class":`floating palette`,"onCloseAutoFocus":(event) => event.preventDefault(),}});
       { const $$_eltiT_golaiD3C = __sveltets_2_ensureComponent(Dialog.Title); new $$_eltiT_golaiD3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"class":`sr-only`,}});      Dialog.Title}
       { svelteHTML.createElement("div", { "class":`head`,});
         { svelteHTML.createElement("label", { "class":`field`,});
           { const $$_hcraeS5C = __sveltets_2_ensureComponent(Search); new $$_hcraeS5C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
           { svelteHTML.createElement("input", {                      "type":`text`,"role":`combobox`,"aria-label":`Search indicators`,"aria-expanded":`true`,"aria-controls":`${id}-list`,"aria-activedescendant":items[at] ? `${id}-${at}` : undefined,"autocomplete":`off`,"spellcheck":`false`,"bind:value":search,"oninput":() => move(0),onkeydown,});/*Ωignore_startΩ*/() => search = __sveltets_2_any(null);/*Ωignore_endΩ*/}
         }
         { svelteHTML.createElement("select", {     "aria-label":`Group`,"bind:value":group,"onchange":() => move(0),});/*Ωignore_startΩ*/() => group = __sveltets_2_any(null);/*Ωignore_endΩ*/
           { svelteHTML.createElement("option", {"value":"",});  studies.catalogue.length;  }
             for(let { group: name, count } of __sveltets_2_ensureArray(groups)){name;
             { svelteHTML.createElement("option", { "value":name,});nameWords(name); count;  }
          }
         }
         { svelteHTML.createElement("span", { "class":`esc`,}); { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`Esc`,}});} }
       }
      if(failure){
         { const $$_rennaB3C = __sveltets_2_ensureComponent(Banner); new $$_rennaB3C({ target: __sveltets_2_any(), props: {         children:() => { return __sveltets_2_any(0); },"level":`error`,"icon":CircleAlert,"code":failure.code,"action":{ label: 'Read the list again', run: () => void studies.loadCatalogue() },}});
          failure.message;
          failure.remedy;
         Banner}
      }
       { const $$_div3 = svelteHTML.createElement("div", {          "id":`${id}-list`,"class":`list`,"role":`listbox`,"aria-label":`Indicators`,"tabindex":-1,});list = $$_div3;
           for(let section of __sveltets_2_ensureArray(sections)){section.title;
           { svelteHTML.createElement("div", {   "role":`group`,"aria-label":section.title,});
             { svelteHTML.createElement("div", {   "class":`section`,"aria-hidden":`true`,});section.title; }
               for(let item of __sveltets_2_ensureArray(section.items)){item.key;
              const index = places.get(item.key) ?? 0;
              
               { svelteHTML.createElement("div", {               "id":`${id}-${index}`,"class":`item`,"role":`option`,"tabindex":-1,"aria-selected":index === at,"onpointermove":() => (at = index),"onclick":(event) => choose(index, event.shiftKey),});
                 { svelteHTML.createElement("span", { "class":`title`,});
                      for(let part of __sveltets_2_ensureArray((markHits(item.title, search)))){let i = 1;i;if(part.hit){ { svelteHTML.createElement("mark", {});part.text; }}else{part.text;}}
                 }
                 { svelteHTML.createElement("code", {});item.detail; }
                 { svelteHTML.createElement("span", { "class":`summary`,});item.info.summary; }
               }
            }
           }
        }
          if(studies.catalogue.length > 0){
             { svelteHTML.createElement("p", { "class":`none`,});
                  group ? ` in ${nameWords(group)}` : '';   group
                ? ', or choose all groups'
                : '';
             }
          } else if (!failure){
             { svelteHTML.createElement("p", { "class":`none`,});     }
          }
        
       }
       { svelteHTML.createElement("footer", {});
         { svelteHTML.createElement("span", { "class":`wide`,}); { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`↑`,}});}  { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`↓`,}});}  }
         { svelteHTML.createElement("span", { "class":`wide`,}); { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`Enter`,}});}  }
         { svelteHTML.createElement("span", { "class":`wide`,}); { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`Shift+Enter`,}});}    }
         { svelteHTML.createElement("span", {   "class":`right`,"aria-live":`polite`,});said || formatCount(found, 'indicator'); }
       }
     Dialog.Content}
   Dialog.Portal}
 Dialog.Root}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const IndicatorPicker__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type IndicatorPicker__SvelteComponent_ = ReturnType<typeof IndicatorPicker__SvelteComponent_>;
/*Ωignore_endΩ*/export default IndicatorPicker__SvelteComponent_;