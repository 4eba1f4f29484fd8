///<reference types="svelte" />
;
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Database from '@lucide/svelte/icons/database';
import FileCode from '@lucide/svelte/icons/file-code-corner';
import History from '@lucide/svelte/icons/history';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import Button from '../components/Button.svelte';
import { workspace } from '../state/workspace.svelte';
function $$render() {

  
  
  
  
  
  
  

  const openPanel = (): void => workspace.toggleLeft(!workspace.leftOpen);
;
async () => {


 { svelteHTML.createElement("nav", {    "class":`rail`,"aria-label":`Left panel`,...__sveltets_2_empty({"data-region":true}),});
   { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {             "look":`plain`,"icon":PanelLeft,"label":`Show the left panel`,"keys":`Ctrl+B`,"aria-expanded":workspace.leftOpen,"onclick":openPanel,}});}
   { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {        "look":`plain`,"icon":FileCode,"label":`Strategies`,"onclick":openPanel,}});}
   { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {        "look":`plain`,"icon":Database,"label":`Data`,"onclick":openPanel,}});}
   { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {        "look":`plain`,"icon":History,"label":`Runs of this strategy`,"onclick":openPanel,}});}
   { svelteHTML.createElement("span", { "class":`space`,}); }
   { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {        "look":`plain`,"icon":CircleHelp,"label":`Shortcuts and help`,"onclick":() => workspace.show('help'),}});}
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const LeftRail__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type LeftRail__SvelteComponent_ = InstanceType<typeof LeftRail__SvelteComponent_>;
/*Ωignore_endΩ*/export default LeftRail__SvelteComponent_;