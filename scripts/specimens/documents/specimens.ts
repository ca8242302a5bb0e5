import type { Specimen } from '../specimen.ts';
import { ferryLetter } from './ferry-letter.ts';
import { ferryReport } from './ferry-report.ts';
import { report } from './report.ts';
import { riverMemorandum } from './river-memorandum.ts';
import { telegram } from './telegram.ts';

/** All documents of the specimen archive of which leaves are held. */
export const SPECIMENS: readonly Specimen[] = [telegram, riverMemorandum, ferryLetter, ferryReport, report];
