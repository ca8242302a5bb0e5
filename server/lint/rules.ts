import { BEHAVIOR_RULES } from './behaviors.ts';
import { CANVAS_RULES } from './canvases.ts';
import { CONTENT_RULES } from './content-resources.ts';
import { CONTEXT_RULES } from './contexts.ts';
import { DATE_RULES } from './dates.ts';
import { DIMENSION_RULES } from './dimensions.ts';
import type { Rule, Rules } from './finding.ts';
import { HTML_RULES } from './html-values.ts';
import { REFERENCE_RULES } from './http/reference-checks.ts';
import { RESPONSE_RULES } from './http/responses.ts';
import { IDENTIFIER_RULES } from './identifiers.ts';
import { IMAGE_RULES } from './image-information.ts';
import { LANGUAGE_RULES } from './language-maps.ts';
import { SCRIPT_RULES } from './languages.ts';
import { LINK_RULES } from './links.ts';
import { MOTIVATION_RULES } from './motivations.ts';
import { NAV_PLACE_RULES } from './nav-place.ts';
import { PROPERTY_RULES } from './properties.ts';
import { RANGE_RULES } from './ranges.ts';
import { RECOMMENDATION_RULES } from './recommendations.ts';
import { RIGHTS_RULES } from './rights.ts';
import { SEARCH_RULES } from './search-responses.ts';
import { SELECTOR_RULES } from './selectors.ts';
import { SERVICE_RULES } from './services.ts';
import { STRUCTURE_RULES } from './structure.ts';
import { TARGET_RULES } from './targets.ts';
import { TEXT_GRANULARITY_RULES } from './text-granularity.ts';
import { VERSION_2_RULES } from './version-2.ts';

const DOCUMENT_RULES = {
  'document-unknown': {
    severity: 'error',
    section: 'Presentation 3.0 §4.6',
    mend: 'Give "@context" and "type" (in version 2 "@type"), or lint something that is IIIF.',
  },
  'document-unwieldy': {
    severity: 'error',
    section: 'Presentation 3.0 §5.1',
    mend: 'Divide it: no viewer reads so much at once.',
  },
  'key-repeated': {
    severity: 'warning',
    section: 'JSON (RFC 8259) §4',
    mend: 'Give each key once: of two values, programs take the one or the other.',
  },
} satisfies Rules;

/** Every rule there is, by its code. What each looks for stands in the file of its family. */
export const RULES = {
  ...DOCUMENT_RULES,
  ...CONTEXT_RULES,
  ...STRUCTURE_RULES,
  ...IDENTIFIER_RULES,
  ...PROPERTY_RULES,
  ...LANGUAGE_RULES,
  ...SCRIPT_RULES,
  ...HTML_RULES,
  ...RIGHTS_RULES,
  ...DATE_RULES,
  ...DIMENSION_RULES,
  ...BEHAVIOR_RULES,
  ...MOTIVATION_RULES,
  ...TARGET_RULES,
  ...SELECTOR_RULES,
  ...CONTENT_RULES,
  ...SERVICE_RULES,
  ...CANVAS_RULES,
  ...RANGE_RULES,
  ...LINK_RULES,
  ...TEXT_GRANULARITY_RULES,
  ...NAV_PLACE_RULES,
  ...SEARCH_RULES,
  ...IMAGE_RULES,
  ...VERSION_2_RULES,
  ...RECOMMENDATION_RULES,
  ...RESPONSE_RULES,
  ...REFERENCE_RULES,
};

export type RuleCode = keyof typeof RULES;

/** For every code, the rule; so that the table can be gone through. */
export const ALL_RULES: ReadonlyMap<RuleCode, Rule> = new Map(
  Object.keys(RULES)
    .filter(isRuleCode)
    .map((code) => [code, RULES[code]]),
);

export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(RULES, code);
}
