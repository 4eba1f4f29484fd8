///<reference types="svelte" />
;
import { layout } from '../shell/layout.svelte';
import { workspace } from '../state/workspace.svelte';
import IndicatorPicker from './IndicatorPicker.svelte';
import StudySettings from './StudySettings.svelte';
function $$render() {

  
  
  
  

  /** What had the focus before a dialog opened. */
  let opener: Element | null = null;

  const dialog = $derived(workspace.studies.dialog);
  const study = $derived(dialog?.kind === 'settings' ? workspace.studies.find(dialog.id) : undefined);
  const isOpen = $derived(dialog !== null);

  $effect.pre(() => {
    if (isOpen) opener = document.activeElement;
  });
  $effect(() => {
    if (!isOpen) return;
    return () => setTimeout(giveBack);
  });
  $effect(() => {
    if (dialog?.kind === 'settings' && !study) workspace.studies.closeDialog();
  });

  /** The focus goes back to where it was, or else to the chart, unless an act of the dialog has moved it on. */
  function giveBack(): void {
    if (document.activeElement !== document.body) return;
    if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus();
    else layout.chart?.focus();
  }
;
async () => {


if(dialog?.kind === 'pick'){
   { const $$_rekciProtacidnI0C = __sveltets_2_ensureComponent(IndicatorPicker); new $$_rekciProtacidnI0C({ target: __sveltets_2_any(), props: {  "studies":workspace.studies,}});}
} else if (study){
  study.id; { { const $$_sgnitteSydutS0C = __sveltets_2_ensureComponent(StudySettings); new $$_sgnitteSydutS0C({ target: __sveltets_2_any(), props: {  workspace,study,}});}}
}
};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StudyDialogs__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StudyDialogs__SvelteComponent_ = ReturnType<typeof StudyDialogs__SvelteComponent_>;
/*Ωignore_endΩ*/export default StudyDialogs__SvelteComponent_;