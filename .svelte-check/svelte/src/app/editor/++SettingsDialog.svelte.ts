///<reference types="svelte" />
;
import { Dialog } from 'bits-ui';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import X from '@lucide/svelte/icons/x';
import { DEFAULT_SETTINGS, SETTING_GROUPS, type SettingGroup } from '../../core/settings';
import Button from '../components/Button.svelte';
import { formatCount } from '../format';
import type { Workspace } from '../state/workspace';
import SettingField from './SettingField.svelte';
;

  interface Props {
    workspace: Workspace;
    onClose: () => void;
    /** Shows where the script sets them. */
    onReveal: () => void;
  };function $$render() {

  
  
  
  
  
  
  
  


  let { workspace, onClose, onReveal }: Props = $props();

  const own = $derived(
    workspace.view?.settings ?? workspace.answer?.outcome.result.settings ?? DEFAULT_SETTINGS,
  );
  const values = $derived({ ...own, ...workspace.settings });
  const currency = $derived(workspace.dataset?.instrument.currency ?? 'USD');
  const changed = $derived(Object.keys(workspace.settings).length);

  const unusual = ({ names }: SettingGroup): number =>
    names.filter((name) => !Object.is(values[name], DEFAULT_SETTINGS[name])).length;
;
async () => {


 { const $$_tooR_golaiD0C = __sveltets_2_ensureComponent(Dialog.Root); const $$_tooR_golaiD0 = new $$_tooR_golaiD0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },open:__sveltets_2_get_set_binding(() => true,(open) => !open && onClose()),}});$$_tooR_golaiD0.$$bindings = 'open';
   { const $$_latroP_golaiD1C = __sveltets_2_ensureComponent(Dialog.Portal); new $$_latroP_golaiD1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_tnetnoC_golaiD2C = __sveltets_2_ensureComponent(Dialog.Content); new $$_tnetnoC_golaiD2C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"class":`floating dialog run-settings`,"preventScroll":false,"interactOutsideBehavior":`ignore`,}});
       { svelteHTML.createElement("header", { "class":`dialog-head`,});
         { const $$_eltiT_golaiD4C = __sveltets_2_ensureComponent(Dialog.Title); new $$_eltiT_golaiD4C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"level":2,}});    Dialog.Title}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {          "look":`plain`,"icon":X,"title":`Close`,"aria-label":`Close`,"onclick":onClose,}});}
       }
       { const $$_noitpircseD_golaiD3C = __sveltets_2_ensureComponent(Dialog.Description); new $$_noitpircseD_golaiD3C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
        changed === 0
          ? 'As the script sets them. A change here stays with the strategy and runs it again.'
          : `${formatCount(changed, 'setting')} ${changed === 1 ? 'stands' : 'stand'} over the script's, and ${changed === 1 ? 'stays' : 'stay'} with the strategy.`;
       Dialog.Description}
       { svelteHTML.createElement("div", { "class":`groups`,});
            for(let group of __sveltets_2_ensureArray(SETTING_GROUPS)){let k = 1;group.title;
          const count = unusual(group);
           { svelteHTML.createElement("details", { "open":k < 2,});
             { svelteHTML.createElement("summary", {});
               { const $$_thgiRnorvehC6C = __sveltets_2_ensureComponent(ChevronRight); new $$_thgiRnorvehC6C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
               { svelteHTML.createElement("span", {});group.title; }
               { svelteHTML.createElement("span", { "class":`count`,});count === 0 ? '' : `${count} set`; }
             }
               for(let name of __sveltets_2_ensureArray(group.names)){name;
               { const $$_dleiFgnitteS5C = __sveltets_2_ensureComponent(SettingField); new $$_dleiFgnitteS5C({ target: __sveltets_2_any(), props: {         name,"value":values[name],"own":own[name],currency,"onChange":(value) => workspace.setSetting(name, value),}});}
            }
           }
        }
       }
       { svelteHTML.createElement("footer", {});
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"onclick":onReveal,"title":`Shows the line of the script that sets them`,}});   Button}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"reason":changed === 0 ? 'Nothing stands over the script' : null,"onclick":() => workspace.resetSettings(),}});    Button}
         { const $$_nottuB4C = __sveltets_2_ensureComponent(Button); new $$_nottuB4C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`filled`,"onclick":onClose,}});  Button}
       }
     Dialog.Content}
   Dialog.Portal}
 Dialog.Root}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SettingsDialog__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SettingsDialog__SvelteComponent_ = ReturnType<typeof SettingsDialog__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingsDialog__SvelteComponent_;