///<reference types="svelte" />
;
import DockContent from '../dock/DockContent.svelte';
import DockTabs from '../dock/DockTabs.svelte';
import { workspace } from '../state/workspace.svelte';
import { layout, type SheetStop } from './layout.svelte';
import ScriptSide from './ScriptSide.svelte';
import VerdictStrip from './VerdictStrip.svelte';
function $$render() {

  
  
  
  
  
  

  const STOPS: readonly SheetStop[] = ['low', 'half', 'full'];
  const WORDS = { low: 'low', half: 'half', full: 'full height' } as const;
  const DRAG_PX = 40;

  let startedAt: number | null = null;

  function step(by: number): void {
    const next = STOPS[STOPS.indexOf(layout.sheet) + by];
    if (next) layout.sheet = next;
  }

  function onpointerdown(event: PointerEvent & { currentTarget: HTMLElement }): void {
    startedAt = event.clientY;
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onpointerup(event: PointerEvent): void {
    const moved = event.clientY - (startedAt ?? event.clientY);
    startedAt = null;
    if (Math.abs(moved) < DRAG_PX)
      layout.sheet = layout.sheet === 'full' ? 'low' : layout.sheet === 'half' ? 'full' : 'half';
    else step(moved < 0 ? 1 : -1);
  }

  function onkeydown(event: KeyboardEvent): void {
    if (event.key === 'ArrowUp') step(1);
    else if (event.key === 'ArrowDown') step(-1);
    else return;
    event.preventDefault();
  }
;
async () => {


 { svelteHTML.createElement("section", {    "class":['sheet', layout.sheet],"aria-label":`Result and script`,...__sveltets_2_empty({"data-region":true}),});
   { svelteHTML.createElement("button", {         "type":`button`,"class":`handle`,"aria-label":`Height of the sheet: ${WORDS[layout.sheet]}`,onpointerdown,onpointerup,onkeydown,}); { svelteHTML.createElement("span", {}); } }
  if(workspace.tab === 'script'){
     { svelteHTML.createElement("div", { "class":`script`,}); { const $$_ediStpircS2C = __sveltets_2_ensureComponent(ScriptSide); new $$_ediStpircS2C({ target: __sveltets_2_any(), props: {}});} }
  }else{
     { svelteHTML.createElement("div", { "class":`scroll`,});
       { const $$_pirtStcidreV2C = __sveltets_2_ensureComponent(VerdictStrip); new $$_pirtStcidreV2C({ target: __sveltets_2_any(), props: {  "stacked":true,"figures":4,}});}
       { const $$_sbaTkcoD2C = __sveltets_2_ensureComponent(DockTabs); new $$_sbaTkcoD2C({ target: __sveltets_2_any(), props: {}});}
       { svelteHTML.createElement("div", { "class":`dock`,}); { const $$_tnetnoCkcoD3C = __sveltets_2_ensureComponent(DockContent); new $$_tnetnoCkcoD3C({ target: __sveltets_2_any(), props: {}});} }
     }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const BottomSheet__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type BottomSheet__SvelteComponent_ = InstanceType<typeof BottomSheet__SvelteComponent_>;
/*Ωignore_endΩ*/export default BottomSheet__SvelteComponent_;