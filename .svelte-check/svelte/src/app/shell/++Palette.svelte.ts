///<reference types="svelte" />
;
import { Dialog } from 'bits-ui';
import Search from '@lucide/svelte/icons/search';
import Kbd from '../components/Kbd.svelte';
import { markHits } from '../keyboard/search';
import { workspace } from '../state/workspace.svelte';
import { paletteSections, rememberCommand } from './palette-items';
function $$render() {

  
  
  
  
  
  

  let search = $state('');
  let at = $state(0);
  let list = $state<HTMLElement>();

  const sections = $derived(paletteSections(search));
  const items = $derived(sections.flatMap((section) => section.items));
  const words = $derived(search.replace(/^[>#@]\s*/, ''));

  function close(): void {
    search = '';
    at = 0;
    workspace.togglePalette(false);
  }

  function run(index: number): void {
    const item = items[index];
    if (!item || item.reason) return;
    rememberCommand(item.id);
    close();
    item.run();
  }

  function move(to: number): void {
    at = items.length === 0 ? 0 : (to + items.length) % items.length;
    requestAnimationFrame(() =>
      list?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Enter') run(at);
    else return;
    event.preventDefault();
  }
;
async () => {


 { const $$_tooR_golaiD0C = __sveltets_2_ensureComponent(Dialog.Root); const $$_tooR_golaiD0 = new $$_tooR_golaiD0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },open:__sveltets_2_get_set_binding(() => workspace.paletteOpen,(open) => workspace.togglePalette(open)),}});$$_tooR_golaiD0.$$bindings = 'open';
   { const $$_latroP_golaiD1C = __sveltets_2_ensureComponent(Dialog.Portal); new $$_latroP_golaiD1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_yalrevO_golaiD2C = __sveltets_2_ensureComponent(Dialog.Overlay); new $$_yalrevO_golaiD2C({ target: __sveltets_2_any(), props: {  "class":`scrim`,}});}
     { const $$_tnetnoC_golaiD2C = __sveltets_2_ensureComponent(Dialog.Content); new $$_tnetnoC_golaiD2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"class":`floating palette`,}});
       { const $$_eltiT_golaiD3C = __sveltets_2_ensureComponent(Dialog.Title); new $$_eltiT_golaiD3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"class":`sr-only`,}});     Dialog.Title}
       { svelteHTML.createElement("label", { "class":`field`,});
         { const $$_hcraeS4C = __sveltets_2_ensureComponent(Search); new $$_hcraeS4C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
         { svelteHTML.createElement("input", {                      "type":`text`,"role":`combobox`,"aria-label":`Search or run a command`,"aria-expanded":`true`,"aria-controls":`palette-list`,"aria-activedescendant":items[at] ? `palette-${at}` : undefined,"autocomplete":`off`,"spellcheck":`false`,"bind:value":search,"oninput":() => (at = 0),onkeydown,});/*Ωignore_startΩ*/() => search = __sveltets_2_any(null);/*Ωignore_endΩ*/}
         { const $$_dbK4C = __sveltets_2_ensureComponent(Kbd); new $$_dbK4C({ target: __sveltets_2_any(), props: {  "keys":`Esc`,}});}
       }
       { const $$_div3 = svelteHTML.createElement("div", {        "id":`palette-list`,"class":`list`,"role":`listbox`,"aria-label":`Results`,});list = $$_div3;
           for(let section of __sveltets_2_ensureArray(sections)){section.title;
           { svelteHTML.createElement("div", {   "role":`group`,"aria-label":section.title,});
             { svelteHTML.createElement("div", {   "class":`section`,"aria-hidden":`true`,});section.title; }
               for(let item of __sveltets_2_ensureArray(section.items)){item.id;
              const index = items.indexOf(item);
              const Icon = item.icon;
              
               { svelteHTML.createElement("div", {                 "id":`palette-${index}`,"class":`item`,"role":`option`,"tabindex":-1,"aria-selected":index === at,"aria-disabled":item.reason ? 'true' : undefined,"onpointermove":() => (at = index),"onclick":() => run(index),});
                 { const $$_nocI6C = __sveltets_2_ensureComponent(Icon); new $$_nocI6C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
                 { svelteHTML.createElement("span", { "class":`title`,});
                      for(let part of __sveltets_2_ensureArray((markHits(item.title, words)))){let i = 1;i;if(part.hit){ { svelteHTML.createElement("mark", {});part.text; }}else{part.text;}}
                  if(item.reason ?? item.detail){ { svelteHTML.createElement("span", { "class":`muted`,}); item.reason ?? item.detail; }}
                 }
                if(item.keys?.[0]){ { const $$_dbK6C = __sveltets_2_ensureComponent(Kbd); new $$_dbK6C({ target: __sveltets_2_any(), props: {  "keys":item.keys[0],}});}}
               }
            }
           }
        }
           { svelteHTML.createElement("p", { "class":`none`,});             }
        
       }
       { svelteHTML.createElement("footer", {});
         { svelteHTML.createElement("span", {}); { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`↑`,}});}  { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`↓`,}});}  }
         { svelteHTML.createElement("span", {}); { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`Enter`,}});}  }
         { svelteHTML.createElement("span", {  "class":`right`,});  { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`>`,}});}   { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`#`,}});}   { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: {  "keys":`@`,}});}  }
       }
     Dialog.Content}
   Dialog.Portal}
 Dialog.Root}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Palette__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Palette__SvelteComponent_ = ReturnType<typeof Palette__SvelteComponent_>;
/*Ωignore_endΩ*/export default Palette__SvelteComponent_;