///<reference types="svelte" />
;
import Button from '../components/Button.svelte';
import EmptyState from '../components/EmptyState.svelte';
import { formatCount, intervalWords } from '../format';
import { chooseFiles } from '../shell/choose-files';
import { workspace } from '../state/workspace.svelte';
function $$render() {

  
  
  
  
  

  const choice = $derived(workspace.batch.choice);
  const chosen = $derived(new Set(choice.datasets.map(({ id }) => id)));
  const all = $derived(workspace.datasets.length > 0 && chosen.size === workspace.datasets.length);

  function chooseAll(): void {
    choice.chooseDatasets(all ? [] : workspace.datasets.map(({ id }) => id));
  }
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`compute-data`,});
   { svelteHTML.createElement("header", {});
     { svelteHTML.createElement("h2", { "id":`compute-data`,});  }
     { svelteHTML.createElement("span", { "class":`muted`,});chosen.size;  workspace.datasets.length;  }
    if(workspace.datasets.length > 1){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"look":`plain`,"onclick":chooseAll,}});all ? 'None' : 'All data'; Button}
    }
   }
  if(workspace.datasets.length === 0){
     { const $$_etatSytpmE1C = __sveltets_2_ensureComponent(EmptyState); new $$_etatSytpmE1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"title":`There are no data on this device.`,"action":{
        label: 'Import files',
        run: () => chooseFiles((files) => workspace.importFiles(files)),
      },}});
                   
     EmptyState}
  }else{
     { svelteHTML.createElement("ul", {});
         for(let data of __sveltets_2_ensureArray(workspace.datasets)){data.id;
         { svelteHTML.createElement("li", {});
           { svelteHTML.createElement("label", {});
             { svelteHTML.createElement("input", {       "type":`checkbox`,"checked":chosen.has(data.id),"onchange":() => choice.toggleDataset(data.id),});}
             { svelteHTML.createElement("span", {});data.name; }
             { svelteHTML.createElement("span", { "class":`muted`,});
              workspace.damage.has(data.id)
                ? 'damaged'
                : `${formatCount(data.rows, 'bar')}, ${intervalWords(data.interval)}`;
             }
           }
         }
      }
     }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DatasetChoice__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DatasetChoice__SvelteComponent_ = ReturnType<typeof DatasetChoice__SvelteComponent_>;
/*Ωignore_endΩ*/export default DatasetChoice__SvelteComponent_;