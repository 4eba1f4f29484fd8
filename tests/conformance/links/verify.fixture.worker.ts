import * as Comlink from 'comlink';
import { reproduce, type Reproduced, type StoredLink } from './corpus';

const service = {
  async reproduce(links: readonly StoredLink[]): Promise<readonly Reproduced[]> {
    const found: Reproduced[] = [];
    for (const link of links) found.push(await reproduce(link));
    return found;
  },
};

export type VerifyService = typeof service;

Comlink.expose(service);
