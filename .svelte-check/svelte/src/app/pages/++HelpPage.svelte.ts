///<reference types="svelte" />
;
import { METRICS } from '../../core/metric-info';
import { ENGINE_VERSION } from '../../core/version';
import Kbd from '../components/Kbd.svelte';
import { CHART_KEYS } from '../keyboard/chart-keys';
import { allCommands } from '../keyboard/commands';
import { singleKeys } from '../keyboard/single-keys.svelte';
import { LICENCES } from './licences';
function $$render() {

  
  
  
  
  
  
  

  const withKeys = $derived(allCommands().filter((command) => command.keys));
;
async () => {


 { svelteHTML.createElement("div", {  "class":`help`,...__sveltets_2_empty({"data-region":true}),});
   { svelteHTML.createElement("h1", {});   }

   { svelteHTML.createElement("section", { "aria-labelledby":`keys`,});
     { svelteHTML.createElement("h2", { "id":`keys`,});  }
     { svelteHTML.createElement("label", { "class":`switch`,});
       { svelteHTML.createElement("input", {    "type":`checkbox`,"bind:checked":singleKeys.on,});/*Ωignore_startΩ*/() => singleKeys.on = __sveltets_2_any(null);/*Ωignore_endΩ*/}
                    
     }
     { svelteHTML.createElement("dl", { "class":`keys`,});
         for(let command of __sveltets_2_ensureArray(withKeys)){command.id;
         { svelteHTML.createElement("div", {});
           { svelteHTML.createElement("dt", {});
               for(let keys of __sveltets_2_ensureArray(command.keys ?? [])){keys; { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: { keys,}});}
            }
           }
           { svelteHTML.createElement("dd", {});command.title; }
         }
      }
         for(let entry of __sveltets_2_ensureArray(CHART_KEYS)){entry.title;
         { svelteHTML.createElement("div", {});
           { svelteHTML.createElement("dt", {});
               for(let keys of __sveltets_2_ensureArray(entry.keys)){keys; { const $$_dbK5C = __sveltets_2_ensureComponent(Kbd); new $$_dbK5C({ target: __sveltets_2_any(), props: { keys,}});}
            }
           }
           { svelteHTML.createElement("dd", {});entry.title;    }
         }
      }
     }
   }

   { svelteHTML.createElement("section", { "aria-labelledby":`sweeps`,});
     { svelteHTML.createElement("h2", { "id":`sweeps`,});        }
     { svelteHTML.createElement("p", {});
                       
                       
     }
     { svelteHTML.createElement("p", {});
                         
                         
        
     }
   }

   { svelteHTML.createElement("section", { "aria-labelledby":`words`,});
     { svelteHTML.createElement("h2", { "id":`words`,});   }
     { svelteHTML.createElement("dl", { "class":`words`,});
         for(let info of __sveltets_2_ensureArray(METRICS)){info.key;
         { svelteHTML.createElement("div", {});
           { svelteHTML.createElement("dt", {});info.name; }
           { svelteHTML.createElement("dd", {}); { svelteHTML.createElement("span", { "class":`muted`,});info.technicalName;  } info.formula; }
         }
      }
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("dt", {});  }
         { svelteHTML.createElement("dd", {});               }
       }
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("dt", {});  }
         { svelteHTML.createElement("dd", {});                   }
       }
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("dt", {});  }
         { svelteHTML.createElement("dd", {});
                            
         }
       }
       { svelteHTML.createElement("div", {});
         { svelteHTML.createElement("dt", {});  }
         { svelteHTML.createElement("dd", {});                    }
       }
     }
   }

   { svelteHTML.createElement("section", { "aria-labelledby":`privacy`,});
     { svelteHTML.createElement("h2", { "id":`privacy`,});  }
     { svelteHTML.createElement("p", {});
                      
                       
           
     }
     { svelteHTML.createElement("p", {});
                         
       
     }
   }

   { svelteHTML.createElement("section", { "aria-labelledby":`licences`,});
     { svelteHTML.createElement("h2", { "id":`licences`,});   }
     { svelteHTML.createElement("p", {});       ENGINE_VERSION;        }
     { svelteHTML.createElement("ul", {});
         for(let entry of __sveltets_2_ensureArray(LICENCES)){entry.name;
         { svelteHTML.createElement("li", {}); { svelteHTML.createElement("strong", {});entry.name; }  { svelteHTML.createElement("span", { "class":`muted`,});entry.licence; } entry.use; }
      }
     }
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const HelpPage__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type HelpPage__SvelteComponent_ = ReturnType<typeof HelpPage__SvelteComponent_>;
/*Ωignore_endΩ*/export default HelpPage__SvelteComponent_;