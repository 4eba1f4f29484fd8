import kernelsUrl from '@kernels.wasm?url';
import * as Comlink from 'comlink';
import { installErrorTransfer } from './boundary';
import { rowService } from './row-service';

installErrorTransfer();
Comlink.expose(rowService(() => WebAssembly.compileStreaming(fetch(kernelsUrl))));
