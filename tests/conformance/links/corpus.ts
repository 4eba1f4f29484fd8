import { ENGINE_VERSION } from '../../../src/core/version';
import { sharedDatasets } from '../../../src/core/share';
import { decodeLink } from '../../../src/data/link/decode';
import { encodeLink } from '../../../src/data/link/encode';
import { runBacktest } from '../../../src/research/backtest';
import { runPortfolio } from '../../../src/research/portfolio';
import { checkShared, runShared, shareOf, type DataHere } from '../../../src/research/share';
import { sharedOne, sharedSeveral } from '../../../src/research/share-data';
import { compileOrThrow } from '../../../src/script/plan-or-throw';
import type { CorpusCase } from './corpus-cases';
import { dataOf } from './corpus-data';

/** A link of the corpus as it is stored. */
export interface StoredLink {
  readonly name: string;
  readonly payload: string;
}

/** What a re-run of a stored link found. */
export interface Reproduced {
  readonly name: string;
  readonly state: 'identical' | 'differs' | 'newer';
  readonly hash: string;
  /** From 0; null when every trade that the link tells agrees. */
  readonly firstTrade: number | null;
  /** The payload of a link made anew of what was found. */
  readonly payload: string;
}

/** Opens a stored link, runs it on data made here, and makes its link again. */
export async function reproduce({ name, payload }: StoredLink): Promise<Reproduced> {
  const shared = decodeLink(payload);
  const here = new Map<string, DataHere>();
  for (const { sha256, origin } of sharedDatasets(shared.data)) here.set(sha256, await dataOf(origin ?? ''));
  const outcome = runShared(shared, compileOrThrow(shared.script), here);
  const check = checkShared(shared, outcome.result);
  const { script, parameters, settings, data, author, created } = shared;
  return {
    name,
    state: check.state,
    hash: outcome.result.hash,
    firstTrade: check.state === 'identical' ? null : (check.difference?.index ?? null),
    payload: encodeLink(shareOf({ script, parameters, settings, data, author, created, outcome })),
  };
}

/** Runs a case and makes the link that is to be stored. */
export async function linkOfCase(given: CorpusCase): Promise<StoredLink> {
  const { name, script, settings, data, rates } = given;
  const plan = compileOrThrow(script);
  const parameters = Object.fromEntries(
    plan.params.map((p) => [p.name, given.parameters[p.name] ?? p.default]),
  );
  const words = { script, parameters, settings, author: null, created: null };
  if (typeof data === 'string') {
    const { bars, instrument, known } = await dataOf(data);
    const outcome = runBacktest({
      plan,
      parameters,
      bars,
      dataHash: known.sha256,
      instrument,
      tries: 1,
      settings,
    });
    return { name, payload: encodeLink(shareOf({ ...words, data: sharedOne(known), outcome })) };
  }
  const members = await Promise.all(
    data.map(async ({ alias, origin, currency, contract }) => {
      const { bars, instrument, known } = await dataOf(origin);
      const dataHash = known.sha256;
      return { name: alias, bars, dataHash, instrument: { ...instrument, currency }, contract, known };
    }),
  );
  const outcome = runPortfolio({ plan, parameters, members, currency: 'USD', rates, tries: 1, settings });
  const known = members.map((member) => ({
    alias: member.name,
    known: member.known,
    currency: member.instrument.currency,
    contract: member.contract,
  }));
  const knownRates = Object.entries(rates).map(([currency, rate]) => ({ currency, rate }));
  const shared = sharedSeveral(outcome.dataHash, known, outcome.currency, knownRates);
  return { name, payload: encodeLink(shareOf({ ...words, data: shared, outcome })) };
}

/** Stored links by the engine that made them. */
export const STORED: Readonly<Record<string, readonly StoredLink[]>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<readonly StoredLink[]>('../../golden/links/engine-*.json', {
      import: 'default',
      eager: true,
    }),
  ).map(([path, links]) => [/engine-(.+)\.json$/.exec(path)?.[1] ?? '', links]),
);

/** The links of this engine. */
export const OWN_LINKS = STORED[ENGINE_VERSION] ?? [];
