import type { ExchangeRate, Market } from '../core/market';
import type { RunSettings } from '../core/settings';
import type { Strategy } from '../core/strategy';
import type { Broker, BrokerParts } from './broker';

/** What a run is made of. */
export interface EngineSetup {
  /** One or more; their order decides how requests name them and nothing else. */
  readonly markets: readonly Market[];
  readonly strategy: Strategy;
  readonly settings: RunSettings;
  /** The account's currency; the first instrument's when absent. */
  readonly currency?: string;
  /** What foreign currencies are worth in the account's, by their codes. */
  readonly rates?: Readonly<Record<string, ExchangeRate>>;
  /** Who executes orders; the simulated exchange when absent. */
  readonly broker?: (parts: BrokerParts) => Broker;
}
