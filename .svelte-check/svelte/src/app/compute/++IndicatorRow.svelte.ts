///<reference types="svelte" />
;
import Plus from '@lucide/svelte/icons/plus';
import X from '@lucide/svelte/icons/x';
import type { IndicatorInfo } from '../../workers/study.client';
import Button from '../components/Button.svelte';
import { workspace } from '../state/workspace.svelte';
import { openInputs, settingsText, type ChosenIndicator } from './chosen';
import SettingsNote from './SettingsNote.svelte';
;

  interface Props {
    info: IndicatorInfo;
    /** How it is chosen; empty when it is not. */
    own: readonly ChosenIndicator[];
  };function $$render() {

  
  
  
  
  
  
  


  let { info, own }: Props = $props();

  const choice = $derived(workspace.batch.choice);
  const hasSettings = $derived(
    info.params.length > 0 || openInputs(info).length > 0 || info.convention || info.unstable,
  );

  function toggle(): void {
    if (own.length > 0) choice.removeAll([info]);
    else choice.add([info]);
  }
;
async () => {


 { svelteHTML.createElement("li", {});
   { svelteHTML.createElement("div", { "class":`line`,});
     { svelteHTML.createElement("label", { "title":info.summary,});
       { svelteHTML.createElement("input", {      "type":`checkbox`,"checked":own.length > 0,"onchange":toggle,});}
       { svelteHTML.createElement("span", {});info.title; }
       { svelteHTML.createElement("code", { "class":`muted`,});info.name; }
     }
    if(own.length > 0 && hasSettings){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {         "look":`plain`,"icon":Plus,"label":`Choose ${info.title} once more`,"onclick":() => own.at(-1) && choice.repeat(own.at(-1)!),}});}
    }
   }
  if(hasSettings){
       for(let item of __sveltets_2_ensureArray(own)){item.key;
       { svelteHTML.createElement("div", { "class":`line own`,});
         { const $$_etoNsgnitteS2C = __sveltets_2_ensureComponent(SettingsNote); new $$_etoNsgnitteS2C({ target: __sveltets_2_any(), props: {  info,item,}});}
        if(own.length > 1){
           { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {         "look":`plain`,"icon":X,"label":`Take out ${info.name} with ${settingsText(info, item, choice.byName)}`,"onclick":() => choice.remove(item.key),}});}
        }
       }
    }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const IndicatorRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type IndicatorRow__SvelteComponent_ = ReturnType<typeof IndicatorRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default IndicatorRow__SvelteComponent_;