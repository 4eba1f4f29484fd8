import type { Indicator } from '../indicator';
import { avgdev } from './avgdev';
import { avgprice } from './avgprice';
import { medprice } from './medprice';
import { typprice } from './typprice';
import { wclprice } from './wclprice';

/** Bars as one series. */
export const PRICE_TRANSFORM: readonly Indicator[] = [avgdev, avgprice, medprice, typprice, wclprice];
