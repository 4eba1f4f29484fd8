///<reference types="svelte" />
;
import type { ColumnUse, DatasetManifest } from '../../core/dataset';
import { formatNumber, intervalWords, zoneWords } from '../format';
import SafeText from '../shared/SafeText.svelte';
;

  interface Props {
    dataset: DatasetManifest;
  };function $$render() {

  
  
  


  let { dataset }: Props = $props();

  const USES: Readonly<Record<ColumnUse['use'], string>> = {
    time: 'Time, bar opens',
    open: 'Open',
    high: 'High',
    low: 'Low',
    close: 'Close',
    volume: 'Volume',
    extra: 'Extra column',
    ignored: 'Not used',
  };

  const barsPerYear = $derived(dataset.instrument.barsPerYear);
;
async () => {


 { svelteHTML.createElement("section", { "aria-labelledby":`columns-title`,});
   { svelteHTML.createElement("h3", { "id":`columns-title`,});  }
  if(dataset.report.columns.length > 0){
     { svelteHTML.createElement("table", {});
       { svelteHTML.createElement("thead", {});
         { svelteHTML.createElement("tr", {}); { svelteHTML.createElement("th", { "scope":`col`,});   } { svelteHTML.createElement("th", { "scope":`col`,});  } { svelteHTML.createElement("th", { "scope":`col`,});  } }
       }
       { svelteHTML.createElement("tbody", {});
            for(let column of __sveltets_2_ensureArray(dataset.report.columns)){let i = 1;i;
           { svelteHTML.createElement("tr", {});
             { svelteHTML.createElement("th", {  "scope":`row`,});if(column.name){ { svelteHTML.createElement("code", {}); { const $$_txeTefaS6C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS6C({ target: __sveltets_2_any(), props: {  "text":column.name,}});} }}else{ { svelteHTML.createElement("span", {});  }} }
             { svelteHTML.createElement("td", {});USES[column.use]; }
             { svelteHTML.createElement("td", {}); { const $$_txeTefaS5C = __sveltets_2_ensureComponent(SafeText); new $$_txeTefaS5C({ target: __sveltets_2_any(), props: {  "text":column.first,}});} }
           }
        }
       }
     }
  }else{ { svelteHTML.createElement("p", {});         }}
   { svelteHTML.createElement("dl", {});
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});intervalWords(dataset.interval); }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});zoneWords(dataset.instrument.zone); }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});   }
       { svelteHTML.createElement("dd", {});formatNumber(barsPerYear, { decimals: 0 }); }
     }
     { svelteHTML.createElement("div", {});
       { svelteHTML.createElement("dt", {});  }
       { svelteHTML.createElement("dd", {});dataset.instrument.currency; }
     }
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const ColumnsTable__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type ColumnsTable__SvelteComponent_ = ReturnType<typeof ColumnsTable__SvelteComponent_>;
/*Ωignore_endΩ*/export default ColumnsTable__SvelteComponent_;