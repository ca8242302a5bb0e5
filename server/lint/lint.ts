import { isRecord, type JsonRecord } from '../../viewer/iiif/json.ts';
import { checkBehaviors } from './behaviors.ts';
import { checkCanvases } from './canvases.ts';
import type { Canvases } from './catalog.ts';
import { checkContent } from './content-resources.ts';
import { checkContexts, checkTopContext } from './contexts.ts';
import { checkDates } from './dates.ts';
import { checkDimensions } from './dimensions.ts';
import type { DocumentKind } from './document-kind.ts';
import type { Finding } from './finding.ts';
import { Findings } from './findings.ts';
import { checkHtml } from './html-values.ts';
import { checkIdentifiers, checkIdentity } from './identifiers.ts';
import { checkImageInformation } from './image-information.ts';
import { ROOT, type Path } from './json-path.ts';
import { checkLanguageMaps } from './language-maps.ts';
import { checkLanguages } from './languages.ts';
import { checkLinks } from './links.ts';
import { checkMotivations } from './motivations.ts';
import { checkNavPlace } from './nav-place.ts';
import { checkProperties } from './properties.ts';
import { checkRanges } from './ranges.ts';
import { readDocument, type Reading } from './reading.ts';
import { checkRecommendations } from './recommendations.ts';
import { checkRights } from './rights.ts';
import type { RuleCode } from './rules.ts';
import { checkSearch1, checkSearch2, checkTerms } from './search-responses.ts';
import { checkServices } from './services.ts';
import type { NodeCheck, Setting } from './setting.ts';
import { shown } from './shown.ts';
import { checkMisfit, checkStructure } from './structure.ts';
import { checkTargets } from './targets.ts';
import { checkTextGranularity } from './text-granularity.ts';
import { checkVersion2 } from './version-2.ts';
import { vocabularyOf } from './vocabulary.ts';

export type LintOptions = {
  /** Sizes of canvases in other documents that this one may point to, by id. */
  canvases?: Canvases | undefined;
  /** The resource whose `annotations` led to this annotation page: what its annotations must be about. */
  owner?: string | undefined;
  /** Whether recommendations are wanted beside errors and warnings. */
  advice?: boolean;
  /** Where the text of the document had a key twice, which the document itself does not show any more. */
  repeated?: readonly Path[];
};

export type Verdict = {
  kind: DocumentKind;
  findings: readonly Finding[];
  /** How many more there are of a rule than `findings` holds. */
  omitted: ReadonlyMap<RuleCode, number>;
};

const BOTH: readonly NodeCheck[] = [
  checkContexts,
  checkIdentifiers,
  checkHtml,
  checkLanguages,
  checkDates,
  checkDimensions,
  checkBehaviors,
  checkMotivations,
  checkTargets,
  checkContent,
  checkServices,
  checkLinks,
  checkRecommendations,
];
const CHECKS: Record<'presentation-2' | 'presentation-3' | 'web-annotation', readonly NodeCheck[]> = {
  'presentation-2': [...BOTH, checkVersion2],
  'presentation-3': [
    ...BOTH,
    checkStructure,
    checkProperties,
    checkLanguageMaps,
    checkRights,
    checkCanvases,
    checkTextGranularity,
    checkNavPlace,
  ],
  // What IIIF wants of annotations beyond W3C's model is not asked of those that do not name its context.
  'web-annotation': [checkDates, checkTargets],
};

/**
 * Judges a document of the Presentation, Image or Content Search API by everything that its specification says
 * and that the document alone can show.
 */
export function lint(document: unknown, options: LintOptions = {}): Verdict {
  return judge(readDocument(document, options.canvases), options);
}

/** The same for a document that was taken apart already. */
export function judge(reading: Reading, { owner, advice = false, repeated = [] }: LintOptions = {}): Verdict {
  const { document, kind, unwieldy } = reading;
  const version = kind.api === 'presentation-2' ? 2 : 3;
  const findings = new Findings({ version, advice });
  for (const path of repeated)
    findings.report(
      'key-repeated',
      path,
      'The object has this key twice, and only its last value counts here.',
    );
  if (unwieldy !== undefined) {
    findings.report('document-unwieldy', ROOT, `The document ${unwieldy}, and was not gone into.`);
  } else if (!isRecord(document) || kind.api === 'unknown') {
    findings.report('document-unknown', ROOT, unknownWords(document));
  } else {
    judgeKnown(reading, document, { version, owner, findings });
  }
  return { kind, findings: findings.found, omitted: findings.omitted };
}

function unknownWords(document: unknown): string {
  if (!isRecord(document)) return `The document is ${shown(document)} and no object.`;
  const type = document.type ?? document['@type'];
  return `The document is no IIIF: its type is ${shown(type)}, its context ${shown(document['@context'])}.`;
}

type Court = { version: 2 | 3; owner: string | undefined; findings: Findings };

function judgeKnown(reading: Reading, document: JsonRecord, { version, owner, findings }: Court): void {
  const { kind, nodes, misfits, catalog } = reading;
  const { report } = findings;
  switch (kind.api) {
    case 'image':
      checkImageInformation(document, kind.version, report);
      return;
    case 'terms':
      checkTerms(document, kind.version, report);
      return;
    case 'other':
    case 'unknown':
      return;
    case 'presentation-2':
    case 'presentation-3':
    case 'web-annotation':
      break;
  }
  const search = kind.api !== 'web-annotation' && kind.search;
  const setting: Setting = { version, catalog, vocabulary: vocabularyOf(document), search, owner, report };
  if (kind.api !== 'web-annotation') {
    checkTopContext(document, setting);
    for (const misfit of misfits) checkMisfit(misfit, setting);
  }
  for (const node of nodes) for (const check of CHECKS[kind.api]) check(node, setting);
  if (kind.api === 'web-annotation') return;
  checkIdentity(reading, setting);
  checkRanges(reading, setting);
  if (search) (version === 3 ? checkSearch2 : checkSearch1)(document, report);
}
