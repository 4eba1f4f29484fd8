///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { DatasetManifest } from '../../core/dataset';
import Button from '../components/Button.svelte';
import SafeText from '../shared/SafeText.svelte';
import { chooseFiles } from '../shell/choose-files';
import type { Workspace } from '../state/workspace';
;

  interface Props {
    workspace: Workspace;
  };function $$render() {

  
  
  
  
  
  


  let { workspace }: Props = $props();

  const damaged = $derived(workspace.datasets.filter((data) => workspace.damage.has(data.id)));
  const isBundled = (data: DatasetManifest): boolean => data.source.kind === 'bundled';
;
async () => {


   for(let data of __sveltets_2_ensureArray(damaged)){data.id;
   { svelteHTML.createElement("section", { "aria-label":`${data.name} is damaged`,});
     { const $$_trelAelgnairT1C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT1C({ target: __sveltets_2_any(), props: {  "aria-hidden":`true`,}});}
     { svelteHTML.createElement("p", {});
       { svelteHTML.createElement("strong", {}); { const $$_txeTefaS3C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS3C({ target: __sveltets_2_any(), props: {  "text":data.name,}});} }    { const $$_txeTefaS2C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS2C({ target: __sveltets_2_any(), props: {   "text":workspace.damage.get(data.id) ?? '',}});}     
      isBundled(data)
        ? 'It comes with this page and can be read again.'
        : 'Import the file again to mend it.';
     }
     { svelteHTML.createElement("div", { "class":`acts`,});
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => workspace.exportBars(data.id),}});    Button}
      if(isBundled(data)){
         { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => workspace.restoreSample(),}});   Button}
      }else{
         { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {  children:() => { return __sveltets_2_any(0); },"onclick":() => chooseFiles((files) => workspace.importFiles(files)),}});     Button}
         { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => workspace.removeDataset(data.id),}});    Button}
      }
     }
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DamagedData__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DamagedData__SvelteComponent_ = ReturnType<typeof DamagedData__SvelteComponent_>;
/*Ωignore_endΩ*/export default DamagedData__SvelteComponent_;