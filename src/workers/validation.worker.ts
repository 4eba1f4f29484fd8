import './trusted-types';
import * as Comlink from 'comlink';
import { installErrorTransfer } from './boundary';
import { validationService } from './validation-service';

installErrorTransfer();
Comlink.expose(validationService());
