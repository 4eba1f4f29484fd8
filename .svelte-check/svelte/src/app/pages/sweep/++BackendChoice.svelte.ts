///<reference types="svelte" />
;
import Cpu from '@lucide/svelte/icons/cpu';
import Popover from '../../components/Popover.svelte';
import { workspace } from '../../state/workspace.svelte';
import { setup } from './sweep-setup.svelte';
function $$render() {

  
  
  
  

  const LABELS = { auto: 'Fastest', cpu: 'CPU', wasm: 'WASM', webgpu: 'GPU' } as const;
  const id = $props.id();

  const options = $derived([
    {
      kind: 'auto' as const,
      usable: true,
      detail: workspace.compute?.words ?? 'chosen by a short measurement',
    },
    ...(workspace.compute?.probes ?? []).map(({ kind, available, forcible = false, detail }) => ({
      kind,
      usable: available || forcible,
      detail,
    })),
  ]);
;
async () => {


 { const $$_revopoP0C = __sveltets_2_ensureComponent(Popover); const $$_revopoP0 = new $$_revopoP0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"label":`What computes the sweep`,trigger:(props) => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("button", {      "type":`button`,"class":`choice`,"aria-label":`Computed by: ${LABELS[setup.backend]}`,...props,});
       { const $$_upC1C = __sveltets_2_ensureComponent(Cpu); new $$_upC1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
      LABELS[setup.backend];
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {trigger} = $$_revopoP0.$$prop_def;/*Ωignore_endΩ*/
  
   { svelteHTML.createElement("fieldset", {});
     { svelteHTML.createElement("legend", {});  }
       for(let option of __sveltets_2_ensureArray(options)){option.kind;
       { svelteHTML.createElement("label", { "class":{ muted: !option.usable },});
         { svelteHTML.createElement("input", {          "type":`radio`,"name":id,"value":option.kind,"disabled":!option.usable,});setup.backend = __sveltets_2_any(null);}
         { svelteHTML.createElement("span", {}); { svelteHTML.createElement("strong", {});LABELS[option.kind]; } option.detail; }
       }
    }
   }
   { svelteHTML.createElement("p", { "class":`muted`,});                 }
 Popover}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const BackendChoice__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type BackendChoice__SvelteComponent_ = ReturnType<typeof BackendChoice__SvelteComponent_>;
/*Ωignore_endΩ*/export default BackendChoice__SvelteComponent_;