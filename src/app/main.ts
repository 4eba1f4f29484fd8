import './styles/index.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { takeLaunchFiles } from './launch';
import { bindPrint } from './print';
import { registerServiceWorker } from './pwa';
import { workspace } from './state/workspace.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element "app"');

document.documentElement.dataset['theme'] = workspace.theme;
mount(App, { target });
bindPrint(() => workspace.theme);
takeLaunchFiles((files) => workspace.importFiles(files));
void workspace.start();

const worker = registerServiceWorker({
  onOfflineReady: () => workspace.setOfflineReady(),
  onUpdateReady: () => workspace.setUpdateReady(() => void worker.then((handle) => handle.activateUpdate())),
});
