///<reference types="svelte" />
;
import Splitter from '../components/Splitter.svelte';
import type { Workspace } from '../state/workspace';
import { workspace as shared } from '../state/workspace.svelte';
import AssumptionsPanel from './AssumptionsPanel.svelte';
import { keepPanelSizes, PANEL_HEIGHT, readPanelSizes, type PanelSizes } from './panel-sizes';
import ParameterPanel from './ParameterPanel.svelte';
import ScriptPanel from './ScriptPanel.svelte';
;

  interface Props {
    workspace?: Workspace;
    /** Name of the plotted line under the pointer in the script, for the chart; null when there is none. */
    onHighlight?: ((name: string | null) => void) | undefined;
  };function $$render() {

  
  
  
  
  
  
  


  let { workspace = shared, onHighlight }: Props = $props();

  /** What a double click asks for: the part takes the height of its content. */
  const NATURAL_HEIGHT = 0;

  let script = $state<ScriptPanel>();
  let sizes = $state.raw<PanelSizes>(readPanelSizes());
  let parametersHeight = $state(0);
  let assumptionsHeight = $state(0);

  function resize(change: Partial<PanelSizes>): void {
    sizes = { ...sizes, ...change };
    keepPanelSizes(sizes);
  }

  /** Puts the caret on a range of the script, as on the line of a plot that was selected. */
   function reveal(from: number, to: number): void {
    script?.reveal(from, to);
  }

  function showSettings(): void {
    const at = Math.max(0, workspace.source.indexOf('strategy('));
    const end = workspace.source.indexOf('\n', at);
    script?.reveal(at, end < 0 ? workspace.source.length : end);
  }
;
async () => {


 { svelteHTML.createElement("div", { "class":`right`,});
   { svelteHTML.createElement("div", { "class":`script`,}); { const $$_lenaPtpircS2C = __sveltets_2_ensureComponent(ScriptPanel); const $$_lenaPtpircS2 = new $$_lenaPtpircS2C({ target: __sveltets_2_any(), props: {    workspace,onHighlight,}});script = $$_lenaPtpircS2;} }
   { const $$_rettilpS1C = __sveltets_2_ensureComponent(Splitter); new $$_rettilpS1C({ target: __sveltets_2_any(), props: {               "size":sizes.parameters ?? parametersHeight,"min":PANEL_HEIGHT.min,"max":PANEL_HEIGHT.max,"initial":NATURAL_HEIGHT,"region":`below`,"label":`Height of the parameters`,"onResize":(height) => resize({ parameters: height || null }),}});}
   { const $$_div1 = svelteHTML.createElement("div", {     "class":`part`,});__sveltets_2_ensureType(String, Number, sizes.parameters === null ? null : `${sizes.parameters}px`);parametersHeight= $$_div1.clientHeight;
     { const $$_lenaPretemaraP2C = __sveltets_2_ensureComponent(ParameterPanel); new $$_lenaPretemaraP2C({ target: __sveltets_2_any(), props: { workspace,}});}
   }
   { const $$_rettilpS1C = __sveltets_2_ensureComponent(Splitter); new $$_rettilpS1C({ target: __sveltets_2_any(), props: {               "size":sizes.assumptions ?? assumptionsHeight,"min":PANEL_HEIGHT.min,"max":PANEL_HEIGHT.max,"initial":NATURAL_HEIGHT,"region":`below`,"label":`Height of what the run assumes`,"onResize":(height) => resize({ assumptions: height || null }),}});}
   { const $$_div1 = svelteHTML.createElement("div", {     "class":`part`,});__sveltets_2_ensureType(String, Number, sizes.assumptions === null ? null : `${sizes.assumptions}px`);assumptionsHeight= $$_div1.clientHeight;
     { const $$_lenaPsnoitpmussA2C = __sveltets_2_ensureComponent(AssumptionsPanel); new $$_lenaPsnoitpmussA2C({ target: __sveltets_2_any(), props: {   workspace,"onReveal":showSettings,}});}
   }
 }


};
return { props: {} as any as Props, exports: {} as any as { reveal: typeof reveal }, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RightPanel__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RightPanel__SvelteComponent_ = ReturnType<typeof RightPanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default RightPanel__SvelteComponent_;