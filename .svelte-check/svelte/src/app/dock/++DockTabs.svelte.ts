///<reference types="svelte" />
;
import Download from '@lucide/svelte/icons/download';
import Button from '../components/Button.svelte';
import Tabs from '../components/Tabs.svelte';
import { layout } from '../shell/layout.svelte';
import { workspace } from '../state/workspace.svelte';
import type { DockTab } from '../state/workspace';
import { DOCK_TABS } from './dock-tabs';
import { exportOf } from './export-of';
;

  interface Props {
    /** Told of a choice instead of the workspace's own tab. */
    onSelect?: (tab: DockTab) => void;
    selected?: DockTab;
  };function $$render() {

  
  
  
  
  
  
  
  


  let { selected, onSelect }: Props = $props();

  const withScript = $derived(layout.mode === 'column');
  const counts = $derived<Partial<Record<DockTab, number | undefined>>>({
    trades: workspace.answer?.outcome.result.trades.length,
    sweep: workspace.sweep?.run,
    compute: workspace.batch.rows.length || undefined,
  });
  const tabs = $derived(
    [...(withScript ? [{ id: 'script' as const, label: 'Script' }] : []), ...DOCK_TABS].map((tab) => ({
      ...tab,
      count: counts[tab.id],
    })),
  );
  const current = $derived(selected ?? workspace.tab);
  const exportAct = $derived(exportOf(current, workspace));
;
async () => {


 { svelteHTML.createElement("div", { "class":`row no-print`,});
   { const $$_sbaT1C = __sveltets_2_ensureComponent(Tabs); new $$_sbaT1C({ target: __sveltets_2_any(), props: {          tabs,"selected":current,"label":`About this run`,"panel":`dock-panel`,"onSelect":(tab) => (onSelect ? onSelect(tab) : workspace.showTab(tab)),}});}
   { svelteHTML.createElement("span", { "class":`space`,}); }
  if(exportAct){
    if(layout.mode === 'phone'){
       { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {           "look":`plain`,"icon":Download,"label":`Export ${exportAct.title}`,"reason":exportAct.reason,"onclick":exportAct.run,}});}
    }else{
       { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {           children:() => { return __sveltets_2_any(0); },"look":`plain`,"icon":Download,"reason":exportAct.reason,"title":exportAct.title,"onclick":exportAct.run,}});
        
       Button}
    }
  }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DockTabs__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DockTabs__SvelteComponent_ = ReturnType<typeof DockTabs__SvelteComponent_>;
/*Ωignore_endΩ*/export default DockTabs__SvelteComponent_;