///<reference types="svelte" />
;
import Button from '../components/Button.svelte';
import type { Workspace } from '../state/workspace';
import type { PlanParam } from '../../script/plan';
import type { SweepOutcome } from '../../research/outcome';
import ParameterStrip from '../sweep-view/ParameterStrip.svelte';
import { stepCount } from './parameter-value';
import { drivesOf } from './drives';
import ParameterSlider from './ParameterSlider.svelte';
;

  interface Props {
    workspace: Workspace;
  };function $$render() {

  
  
  
  
  
  
  
  


  let { workspace }: Props = $props();

  const EXAMPLE = "const fast = param('fast', 20, { min: 5, max: 60, step: 5 })";

  const params = $derived(workspace.view?.params ?? []);
  const outcome = $derived(workspace.answer?.outcome ?? null);
  const sweep = $derived(workspace.sweep);
  const changed = $derived(Object.keys(workspace.parameters).length > 0);
  const source = $derived(workspace.source);

  let periods = $state.raw<ReadonlySet<string>>(new Set());
  $effect(() => {
    const text = source;
    let current = true;
    void readPeriods(text).then((found) => current && (periods = found));
    return () => (current = false);
  });

  /** Without the parser (offline before it was stored) no unit is shown. */
  async function readPeriods(text: string): Promise<ReadonlySet<string>> {
    try {
      const { periodParams } = await import('./period-params');
      return periodParams(text);
    } catch {
      return new Set();
    }
  }

  const setting = $derived(
    Object.fromEntries(
      params.map((param) => [param.name, workspace.parameters[param.name] ?? param.default]),
    ),
  );

  /** The sweep, when its places along the parameter are those of the slider. */
  function sweepAlong(param: PlanParam): SweepOutcome | null {
    const values = sweep?.axes.find((axis) => axis.name === param.name)?.values;
    return values?.length === stepCount(param) && values[0] === param.min ? sweep : null;
  }

  function reset(): void {
    for (const name of Object.keys(workspace.parameters)) workspace.resetParameter(name);
  }
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`parameters-title`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", { "id":`parameters-title`,});  }
    if(changed){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`plain`,"onclick":reset,}});  Button}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },"title":`Writes these values into the script`,"onclick":() => workspace.keepParameters(),}});   Button}
    } else if (params.length > 0){
       { svelteHTML.createElement("span", { "class":`about`,});    }
    }
   }
     for(let param of __sveltets_2_ensureArray(params)){param.name;
      const strip/*Ωignore_positionΩ*/ = ()/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
      if(along){
         { const $$_pirtSretemaraP0C = __sveltets_2_ensureComponent(ParameterStrip); new $$_pirtSretemaraP0C({ target: __sveltets_2_any(), props: {        "sweep":along,"name":param.name,"metric":`sharpe`,"current":setting,}});}
      }
    };return __sveltets_2_any(0)};const along = sweepAlong(param);
    
    const drives = drivesOf(param.name, outcome?.plots ?? [], outcome?.lenses ?? []);
     { const $$_redilSretemaraP1C = __sveltets_2_ensureComponent(ParameterSlider); new $$_redilSretemaraP1C({ target: __sveltets_2_any(), props: {                  param,"value":setting[param.name] ?? param.default,"drives":drives.names,"series":drives.series,"unit":periods.has(param.name) ? 'bars' : '',"strip":along ? strip : undefined,"stripLabel":along ? `Sharpe along ${param.name}, from the sweep` : undefined,"onChange":(value) => workspace.setParameter(param.name, value),"onRestore":() => workspace.resetParameter(param.name),}});}
  }
    if(workspace.view){
       { svelteHTML.createElement("p", { "class":`empty`,});
                
         { svelteHTML.createElement("code", {});EXAMPLE; }         
       }
    }
  
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ParameterPanel__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ParameterPanel__SvelteComponent_ = ReturnType<typeof ParameterPanel__SvelteComponent_>;
/*Ωignore_endΩ*/export default ParameterPanel__SvelteComponent_;