import type { RuleCode } from '../../../server/lint/rules.ts';
import { REMOVED, type Edits } from './fixture.ts';

/** One mistake in a document that has no other, and where it must be found. */
export type Fault = { code: RuleCode; in: string; edits: readonly Edits[]; at: string };

const PAINTING = 'items.0.items.0.items.0';
const PAINTING_AT = '$.items[0].items[0].items[0]';
const LINE = 'items.0.annotations.0.items.0';
const LINE_AT = '$.items[0].annotations[0].items[0]';
const IMAGE = 'https://images.example.org/iiif/3/whole-1';
const IIIF = 'https://example.org/iiif';
const CONTEXT_2 = 'http://iiif.io/api/presentation/2/context.json';
const CONTEXT_3 = 'http://iiif.io/api/presentation/3/context.json';
const V2_CANVAS = 'sequences.0.canvases.0';
const V2_CANVAS_AT = '$.sequences[0].canvases[0]';

/** Edits are made one after the other. */
function fault(code: RuleCode, document: string, at: string, ...edits: Edits[]): Fault {
  return { code, in: document, at, edits };
}

/** Every mistake that the document itself shows. */
export const FAULTS: readonly Fault[] = [
  // The document
  fault('document-unknown', '0008-rights', '$', { type: REMOVED, '@context': 'https://schema.org/' }),
  fault('document-unwieldy', '0008-rights', '$', { deep: nested(300) }),

  // Contexts
  fault('context-missing', '0008-rights', '$', { '@context': REMOVED }),
  fault('context-missing', '0057-version-2', '$', { '@context': REMOVED }),
  fault('context-missing', 'terms-2', '$', { '@context': REMOVED }),
  fault('context-wrong', '0008-rights', '$["@context"]', {
    '@context': CONTEXT_3.replace('http:', 'https:'),
  }),
  fault('context-wrong', '0008-rights', '$["@context"]', { '@context': [3, CONTEXT_3] }),
  fault('context-order', 'whole', '$["@context"]', {
    '@context': [CONTEXT_3, 'https://example.org/terms.json'],
  }),
  fault('context-nested', 'whole', '$.items[0]["@context"]', { 'items.0.@context': CONTEXT_3 }),
  fault('context-nested', '0057-version-2', `${V2_CANVAS_AT}["@context"]`, {
    [`${V2_CANVAS}.@context`]: CONTEXT_2,
  }),
  fault('context-in-service', 'whole', '$.thumbnail[0].service[0]["@context"]', {
    'thumbnail.0.service.0.@context': 'http://iiif.io/api/image/3/context.json',
  }),
  fault('context-extension-missing', '0068-newspaper-text-page', '$.items[0]', {
    '@context': CONTEXT_3,
    'items.1.textGranularity': REMOVED,
  }),
  fault('context-extension-missing', '0154-nav-place', '$', { '@context': CONTEXT_3 }),
  fault(
    'context-not-first',
    '0008-rights',
    '$["@context"]',
    { '@context': REMOVED },
    { '@context': CONTEXT_3 },
  ),
  fault('graph-at-top', '0008-rights', '$["@graph"]', { '@graph': [] }),

  // Structure
  fault('property-not-list', 'whole', '$.homepage', {
    homepage: { id: 'https://example.org/', type: 'Text', label: { en: ['Home'] }, format: 'text/html' },
  }),
  fault('property-is-list', '0202-start', '$.start', {
    start: [{ id: `${IIIF}/diary/canvas/2`, type: 'Canvas' }],
  }),
  fault('link-not-object', 'whole', '$.seeAlso[0]', { 'seeAlso.0': 'https://example.org/whole.xml' }),
  fault('link-not-object', '0008-rights', '$.items[1]', { 'items.1': null }),
  fault('link-not-object', '0057-version-2', '$.sequences[1]', { 'sequences.1': 7 }),
  fault('type-missing', 'whole', '$.seeAlso[0]', { 'seeAlso.0.type': REMOVED }),
  fault('type-missing', 'version-2-collection', '$.manifests[0]', { 'manifests.0.@type': REMOVED }),
  fault('type-wrong', '0032-collection', '$.items[0]', { 'items.0.type': 'Canvas' }),
  fault('type-wrong', '0234-provider', '$.provider[0].logo[0].type', {
    'provider.0.logo.0.type': 'Text',
    'provider.0.logo.0.format': 'application/pdf',
  }),
  fault('type-case', 'whole', '$.items[1]', { 'items.1.type': 'canvas' }),
  fault('type-case', '0008-rights', '$.type', { type: 'manifest' }),
  fault('type-not-string', '0008-rights', '$.items[0].type', { 'items.0.type': ['Canvas'] }),
  fault('manifest-embedded', '0032-collection', '$.items[0].items', { 'items.0.items': [] }),

  // Identifiers
  fault('id-missing', '0008-rights', PAINTING_AT, { [`${PAINTING}.id`]: REMOVED }),
  fault('id-missing', '0057-version-2', V2_CANVAS_AT, {
    [`${V2_CANVAS}.images`]: [],
    [`${V2_CANVAS}.@id`]: REMOVED,
    structures: [],
    'sequences.0.startCanvas': REMOVED,
  }),
  fault('id-invalid', '0008-rights', `${PAINTING_AT}.id`, { [`${PAINTING}.id`]: 'annotation-1' }),
  fault('id-invalid', '0008-rights', '$.id', { id: 'urn:uuid:00000000-0000-0000-0000-000000000000' }),
  fault('id-invalid', '0008-rights', '$.id', { id: 7 }),
  fault('id-unencoded', '0008-rights', '$.id', { id: `${IIIF}/a poster/manifest` }),
  fault('id-unencoded', '0008-rights', '$.id', { id: `${IIIF}/плакат/manifest` }),
  fault('canvas-id-fragment', '0283-missing-image', '$.items[1].id', {
    'items.1.id': `${IIIF}/codex/canvas#2`,
  }),
  fault('canvas-id-fragment', '0057-version-2', `${V2_CANVAS_AT}["@id"]`, {
    [`${V2_CANVAS}.@id`]: `${IIIF}/canvas#1`,
    [`${V2_CANVAS}.images`]: [],
    structures: [],
    'sequences.0.startCanvas': REMOVED,
  }),
  fault('id-duplicate', '0283-missing-image', '$.items[1].id', { 'items.1.id': `${IIIF}/codex/canvas/1` }),
  fault('id-duplicate', 'whole', `$.items[0].annotations[0].items[1].id`, {
    [`items.0.annotations.0.items.1.id`]: `${IIIF}/whole/texts/ru/s1`,
  }),
  fault('id-duplicate', '0057-version-2', '$.structures[1]["@id"]', {
    'structures.1.@id': `${IIIF}/ledger/range/0`,
    'structures.0.ranges': [],
  }),
  fault('id-type-conflict', 'whole', '$.seeAlso[0].type', {
    'rendering.0.id': 'https://example.org/whole.xml',
    'rendering.0.format': 'application/tei+xml',
  }),
  fault('id-mixed-content', '0005-image-service', `${PAINTING_AT}.body.service[0]`, {
    [`${PAINTING}.body.id`]: 'http://images.example.org/iiif/3/letter-1/full/max/0/default.jpg',
    [`${PAINTING}.body.service.0.id`]: 'http://images.example.org/iiif/3/letter-1',
  }),
  fault('id-not-https', '0008-rights', '$.id', { id: 'http://example.org/iiif/poster/manifest' }),
  fault('id-with-query', '0008-rights', '$.id', { id: `${IIIF}/manifest?of=poster` }),

  // Properties
  fault('label-missing', '0008-rights', '$', { label: REMOVED }),
  fault('label-missing', '0032-collection', '$.items[0]', { 'items.0.label': REMOVED }),
  fault('label-missing', 'whole', '$.homepage[0]', { 'homepage.0.label': REMOVED }),
  fault('label-missing', 'whole', '$.provider[0]', { 'provider.0.label': REMOVED }),
  fault('label-missing', '0057-version-2', V2_CANVAS_AT, { [`${V2_CANVAS}.label`]: REMOVED }),
  fault('label-missing', 'version-2-collection', '$.manifests[0]', { 'manifests.0.label': REMOVED }),
  fault('items-missing', '0008-rights', '$', { items: REMOVED }),
  fault('items-missing', '0269-annotation-page', '$', { items: REMOVED }),
  fault('items-empty', '0008-rights', '$.items', { items: [] }),
  fault('items-empty', '0024-table-of-contents', '$.structures[0].items', { 'structures.0.items': [] }),
  fault('property-misplaced', '0269-annotation-page', '$.navDate', { navDate: '1950-10-07T00:00:00Z' }),
  fault('property-misplaced', '0008-rights', '$.items[0].viewingDirection', {
    'items.0.viewingDirection': 'left-to-right',
  }),
  fault('property-misplaced', '0032-collection', '$.items[1].services', { 'items.1.services': [] }),
  fault('property-misplaced', '0068-newspaper-text-page', '$.textGranularity', { textGranularity: 'line' }),
  fault('property-case', '0008-rights', '$.Rights', {
    Rights: 'http://creativecommons.org/licenses/by/4.0/',
  }),
  fault('property-of-version-2', '0008-rights', '$.attribution', { attribution: 'Specimen Archive' }),
  fault('property-unknown', '0008-rights', '$.lable', { lable: { en: ['A poster'] } }),

  // Texts for people
  fault('language-map-malformed', '0008-rights', '$.label', { label: 'A poster' }),
  fault('language-map-malformed', '0008-rights', '$.label.en', { 'label.en': 'A poster' }),
  fault('language-map-malformed', '0008-rights', '$.label.en[1]', { 'label.en.1': 7 }),
  fault('language-map-empty', '0008-rights', '$.items[0].label', { 'items.0.label': { en: [''] } }),
  fault('label-empty', '0008-rights', '$.label', { label: {} }),
  fault('statement-malformed', '0006-text-language', '$.metadata[0]', { 'metadata.0.value': REMOVED }),
  fault('statement-malformed', '0057-version-2', '$.metadata[0]', { 'metadata.0.value': REMOVED }),
  fault('language-tag-invalid', '0008-rights', '$.label.en_US', { 'label.en_US': ['A poster'] }),
  fault('language-tag-invalid', '0008-rights', '$.label["@none"]', { 'label.@none': ['A poster'] }),
  fault('language-tag-invalid', 'whole', `${LINE_AT}.body.language`, {
    [`${LINE}.body.language`]: 'Russian language',
  }),
  fault('language-tag-invalid', '0057-version-2', '$.label[0]["@language"]', {
    'label.0.@language': 'en_US',
  }),
  fault('language-tag-unregistered', '0008-rights', '$.label.eng', { 'label.eng': ['A poster'] }),
  fault('language-tag-unregistered', '0008-rights', '$.label.jp', { 'label.jp': ['ポスター'] }),
  fault('language-script-differs', '0008-rights', '$.label.en[1]', {
    'label.en.1': 'Плакат о пользе чтения вслух и про себя',
  }),
  fault('language-script-differs', 'whole', `${LINE_AT}.body.value`, {
    [`${LINE}.body.value`]: 'To the Kremlin, Moscow, for the attention of nobody',
  }),
  fault('html-misplaced', '0008-rights', '$.label.en[0]', { 'label.en.0': 'A <i>poster</i>' }),
  fault('html-misplaced', '0057-version-2', '$.label[0]["@value"]', { 'label.0.@value': '<b>A ledger</b>' }),
  fault('html-malformed', 'whole', '$.summary.en[0]', { 'summary.en.0': '<p>Two<p>paragraphs</p>' }),
  fault('html-malformed', 'whole', '$.summary.en[0]', { 'summary.en.0': '<p>A&nbsp;space</p>' }),
  fault('html-unwrapped', 'whole', '$.summary.en[0]', {
    'summary.en.0': 'See <a href="https://example.org/">here</a>.',
  }),
  fault('html-unwrapped', 'whole', '$.metadata[0].value.en[0]', {
    'metadata.0.value.en.0': ' <p>Space before</p>',
  }),
  fault('html-unsafe', 'whole', '$.summary.en[0]', {
    'summary.en.0': '<p>Hello<script>alert(1)</script></p>',
  }),
  fault('html-unsafe', 'whole', '$.summary.en[0]', {
    'summary.en.0': '<p><a href="javascript:alert(1)">Hello</a></p>',
  }),
  fault('html-unsafe', 'whole', '$.summary.en[0]', { 'summary.en.0': '<p onclick="alert(1)">Hello</p>' }),
  fault('html-unsafe', '0019-html-in-annotations', '$.items[0].annotations[0].items[0].body.value', {
    'items.0.annotations.0.items.0.body.value': '<p>Hello</p><img src="x" onerror="alert(1)">',
  }),
  fault('html-removed', 'whole', '$.summary.en[0]', { 'summary.en.0': '<p class="lead">Hello</p>' }),
  fault('html-entity', '0008-rights', '$.label.en[0]', { 'label.en.0': 'Smith &amp; Sons' }),
  fault('body-html-undeclared', 'whole', `${LINE_AT}.body.value`, {
    [`${LINE}.body.value`]: 'Москва, <i>Кремль</i>',
  }),

  // Rights, dates, dimensions
  fault('rights-invalid', '0008-rights', '$.rights', { rights: 'All rights reserved' }),
  fault('rights-invalid', '0008-rights', '$.rights', {
    rights: ['http://creativecommons.org/licenses/by/4.0/'],
  }),
  fault('rights-form', '0008-rights', '$.rights', { rights: 'https://creativecommons.org/licenses/by/4.0/' }),
  fault('rights-form', 'image-3', '$.rights', {
    rights: 'http://creativecommons.org/licenses/by/4.0/deed.en',
  }),
  fault('rights-unregistered', '0008-rights', '$.rights', { rights: 'https://example.org/terms' }),
  fault('nav-date-invalid', 'whole', '$.navDate', { navDate: '1950-02-29T00:00:00Z' }),
  fault('nav-date-invalid', 'whole', '$.navDate', { navDate: 1950 }),
  fault('nav-date-zone', 'whole', '$.navDate', { navDate: '1950-10-07T00:00:00' }),
  fault('annotation-date-invalid', 'whole', `${LINE_AT}.created`, { [`${LINE}.created`]: '1 May 2024' }),
  fault('annotation-date-invalid', 'web-annotation-page', '$.items[0].created', {
    'items.0.created': '2024-05-01',
  }),
  fault('dimension-invalid', '0283-missing-image', '$.items[1].width', { 'items.1.width': 1200.5 }),
  fault('dimension-invalid', '0283-missing-image', '$.items[1].height', { 'items.1.height': '1800' }),
  fault('dimension-invalid', '0017-transcript-rendering', `${PAINTING_AT}.body.duration`, {
    [`${PAINTING}.body.duration`]: 0,
  }),
  fault('canvas-one-sided', '0283-missing-image', '$.items[1]', { 'items.1.height': REMOVED }),
  fault('canvas-without-extent', '0283-missing-image', '$.items[1]', {
    'items.1.width': REMOVED,
    'items.1.height': REMOVED,
  }),
  fault('canvas-without-extent', '0057-version-2', V2_CANVAS_AT, {
    [`${V2_CANVAS}.width`]: REMOVED,
    [`${V2_CANVAS}.height`]: REMOVED,
    structures: [],
  }),

  // Behaviors
  fault('behavior-malformed', '0009-book', '$.behavior', { behavior: 'paged' }),
  fault('behavior-disjoint', '0009-book', '$.behavior', { behavior: ['paged', 'continuous'] }),
  fault('behavior-disjoint', '0008-rights', '$.items[0].behavior', {
    'items.0.behavior': ['facing-pages', 'non-paged'],
  }),
  fault('behavior-misplaced', '0008-rights', '$.items[0].behavior', { 'items.0.behavior': ['paged'] }),
  fault('behavior-misplaced', '0008-rights', '$.behavior', { behavior: ['hidden'] }),
  fault('behavior-misplaced', '0057-version-2', `${V2_CANVAS_AT}.viewingHint`, {
    [`${V2_CANVAS}.viewingHint`]: 'top',
  }),
  fault('behavior-unknown', '0009-book', '$.behavior', { behavior: ['paginated'] }),
  fault('sequence-nested', '0024-table-of-contents', '$.structures[0].items[0].behavior', {
    'structures.0.items.0.behavior': ['sequence'],
  }),
  fault('thumbnail-nav-without-thumbnail', 'whole', '$.structures[1].items[0]', {
    'structures.1.items.0.thumbnail': REMOVED,
  }),
  fault('viewing-direction-unknown', '0009-book', '$.viewingDirection', { viewingDirection: 'rtl' }),
  fault('time-mode-unknown', '0017-transcript-rendering', `${PAINTING_AT}.timeMode`, {
    [`${PAINTING}.timeMode`]: 'stretch',
  }),

  // Annotations
  fault('motivation-missing', '0008-rights', PAINTING_AT, { [`${PAINTING}.motivation`]: REMOVED }),
  fault('motivation-missing', '0057-version-2', `${V2_CANVAS_AT}.images[0]`, {
    [`${V2_CANVAS}.images.0.motivation`]: REMOVED,
  }),
  fault('motivation-not-painting', '0008-rights', `${PAINTING_AT}.motivation`, {
    [`${PAINTING}.motivation`]: 'supplementing',
  }),
  fault('motivation-not-painting', '0057-version-2', `${V2_CANVAS_AT}.images[0].motivation`, {
    [`${V2_CANVAS}.images.0.motivation`]: 'oa:commenting',
  }),
  fault('motivation-painting-misplaced', '0266-full-canvas-annotation', `${LINE_AT}.motivation`, {
    [`${LINE}.motivation`]: ['painting'],
  }),
  fault('motivation-painting-misplaced', 'version-2-list', '$.resources[0].motivation', {
    'resources.0.resource': { '@id': 'https://example.org/a.jpg', '@type': 'dctypes:Image' },
  }),
  fault('motivation-prefixed', '0266-full-canvas-annotation', `${LINE_AT}.motivation`, {
    [`${LINE}.motivation`]: 'oa:commenting',
  }),
  fault('motivation-unknown', '0266-full-canvas-annotation', `${LINE_AT}.motivation`, {
    [`${LINE}.motivation`]: ['transcribing'],
  }),
  fault('painting-without-body', '0008-rights', PAINTING_AT, { [`${PAINTING}.body`]: REMOVED }),
  fault('content-state-without-manifest', '0485-content-state-region', '$.target', {
    'target.partOf': REMOVED,
  }),
  fault('target-missing', '0266-full-canvas-annotation', LINE_AT, { [`${LINE}.target`]: REMOVED }),
  fault('target-elsewhere', '0283-missing-image', `${PAINTING_AT}.target`, {
    [`${PAINTING}.target`]: `${IIIF}/codex/canvas/3`,
  }),
  fault('target-elsewhere', 'whole', `${LINE_AT}.target`, { [`${LINE}.target`]: `${IIIF}/another/canvas/1` }),
  fault('target-elsewhere', 'whole', `${LINE_AT}.target`, {
    [`${LINE}.target`]: { id: `${IIIF}/another/canvas/1`, type: 'Canvas' },
  }),
  fault('target-elsewhere', 'whole', '$.annotations[0].items[0].target', {
    'annotations.0.items.0.target': `${IIIF}/another/manifest`,
  }),
  fault('target-elsewhere', '0057-version-2', `${V2_CANVAS_AT}.images[0].on`, {
    [`${V2_CANVAS}.images.0.on`]: `${IIIF}/ledger/canvas/01`,
  }),
  fault('target-twice', '0266-full-canvas-annotation', `${LINE_AT}.target[1]`, {
    [`${LINE}.target`]: [`${IIIF}/square/canvas/1`, `${IIIF}/square/canvas/1`],
  }),
  fault('target-malformed', '0266-full-canvas-annotation', `${LINE_AT}.target`, {
    [`${LINE}.target`]: { type: 'SpecificResource', selector: { type: 'PointSelector' } },
  }),

  // Parts
  fault('selector-outside', 'whole', `${LINE_AT}.target.selector.value`, {
    [`${LINE}.target.selector.value`]: 'xywh=100,100,9000,40',
  }),
  fault('selector-outside', 'whole', '$.items[0].annotations[0].items[1].target', {
    'items.0.annotations.0.items.1.target': `${IIIF}/whole/canvas/1#xywh=percent:60,20,50,5`,
  }),
  fault('selector-outside', '0231-transcripts', '$.items[0].annotations[0].items[1].target', {
    'items.0.annotations.0.items.1.target': `${IIIF}/interview/canvas/tape#t=3600,3700`,
  }),
  fault('selector-outside', '0261-polygon', `${LINE_AT}.target.selector.value`, {
    [`${LINE}.target.selector.value`]: '<svg><circle cx="1190" cy="100" r="50"/></svg>',
  }),
  fault('selector-outside', '0135-point', `${LINE_AT}.target.selector.x`, {
    [`${LINE}.target.selector.x`]: 3001,
  }),
  fault('selector-outside', '0025-article-index', '$.structures[0].items[0].items[0].selector.value', {
    'structures.0.items.0.items.0.selector.value': 'xywh=1500,0,600,900',
  }),
  fault('selector-outside', 'whole', '$.start.selector.t', { 'start.selector.t': 500 }),
  fault('selector-outside', '0057-version-2', `${V2_CANVAS_AT}.images[0].on`, {
    [`${V2_CANVAS}.images.0.on`]: `${IIIF}/ledger/canvas/1#xywh=0,0,5000,5000`,
  }),
  fault('selector-malformed', 'whole', `${LINE_AT}.target.selector.value`, {
    [`${LINE}.target.selector.value`]: 'xywh=100,100,900',
  }),
  fault('selector-malformed', 'whole', `${LINE_AT}.target.selector`, { [`${LINE}.target.selector`]: 7 }),
  fault('selector-malformed', '0231-transcripts', '$.items[0].annotations[0].items[1].target', {
    'items.0.annotations.0.items.1.target': `${IIIF}/interview/canvas/tape#t=6,3`,
  }),
  fault('selector-malformed', '0261-polygon', `${LINE_AT}.target.selector.value`, {
    [`${LINE}.target.selector.value`]: '<svg><path d="M0,0 L1,1">',
  }),
  fault('selector-decimal', 'whole', `${LINE_AT}.target.selector.value`, {
    [`${LINE}.target.selector.value`]: 'xywh=100.5,100,900,40',
  }),
  fault('selector-dimension', '0266-full-canvas-annotation', `${LINE_AT}.target`, {
    [`${LINE}.target`]: `${IIIF}/square/canvas/1#t=1,2`,
  }),
  fault('selector-type-unknown', '0135-point', `${LINE_AT}.target.selector`, {
    [`${LINE}.target.selector.type`]: 'DotSelector',
  }),
  fault('selector-conformance-missing', 'whole', `${LINE_AT}.target.selector`, {
    [`${LINE}.target.selector.conformsTo`]: REMOVED,
  }),

  // Content resources
  fault('format-invalid', '0008-rights', `${PAINTING_AT}.body.format`, {
    [`${PAINTING}.body.format`]: 'jpeg',
  }),
  fault('format-type-conflict', '0008-rights', `${PAINTING_AT}.body.format`, {
    [`${PAINTING}.body.format`]: 'text/html',
  }),
  fault('content-type-unknown', '0047-homepage', '$.homepage[0].type', {
    'homepage.0.type': 'foaf:Document',
  }),
  fault('language-not-list', '0047-homepage', '$.homepage[0].language', { 'homepage.0.language': 'en' }),
  fault('image-id-is-service', 'whole', `${PAINTING_AT}.body.id`, { [`${PAINTING}.body.id`]: IMAGE }),
  fault('image-id-is-service', '0057-version-2', `${V2_CANVAS_AT}.images[0].resource["@id"]`, {
    [`${V2_CANVAS}.images.0.resource.@id`]: 'https://images.example.org/iiif/2/ledger-1/info.json',
  }),
  fault('image-of-other-service', 'whole', `${PAINTING_AT}.body.id`, {
    [`${PAINTING}.body.id`]: 'https://images.example.org/iiif/3/whole-2/full/600,900/0/default.jpg',
  }),
  fault('image-request-unsupported', 'whole', `${PAINTING_AT}.body.id`, {
    [`${PAINTING}.body.id`]: `${IMAGE}/full/full/0/default.jpg`,
  }),
  fault('image-request-unsupported', '0057-version-2', `${V2_CANVAS_AT}.images[0].resource["@id"]`, {
    [`${V2_CANVAS}.images.0.resource.@id`]:
      'https://images.example.org/iiif/2/ledger-1/full/full/0/native.jpg',
  }),
  fault('painting-dimension', '0013-placeholder', `${PAINTING_AT}.body`, { 'items.0.duration': REMOVED }),
  fault('painting-dimension', '0017-transcript-rendering', `${PAINTING_AT}.body`, {
    [`${PAINTING}.body`]: { id: 'https://example.org/a.jpg', type: 'Image', format: 'image/jpeg' },
  }),
  fault('body-value-missing', '0266-full-canvas-annotation', `${LINE_AT}.body`, {
    [`${LINE}.body.value`]: REMOVED,
  }),
  fault('proportions-differ', '0008-rights', `${PAINTING_AT}.body`, {
    [`${PAINTING}.body.width`]: 1800,
    [`${PAINTING}.body.height`]: 1200,
  }),
  fault('format-missing', '0008-rights', `${PAINTING_AT}.body`, { [`${PAINTING}.body.format`]: REMOVED }),
  fault('language-missing', '0266-full-canvas-annotation', `${LINE_AT}.body`, {
    [`${LINE}.body.language`]: REMOVED,
  }),

  // Services
  fault('service-identity', 'legal-oddities', '$.service[0]', { 'service.0.id': REMOVED }),
  fault('service-id-invalid', '0005-image-service', `${PAINTING_AT}.body.service[0]`, {
    [`${PAINTING}.body.service.0.id`]: 'https://images.example.org/iiif/3/letter-1/info.json',
  }),
  fault('service-id-invalid', 'legal-oddities', '$.service[0]', { 'service.0.id': 'services/anything' }),
  fault('service-id-slash', '0005-image-service', `${PAINTING_AT}.body.service[0]`, {
    [`${PAINTING}.body.service.0.id`]: 'https://images.example.org/iiif/3/letter-1/',
  }),
  fault('image-service-profile', '0005-image-service', `${PAINTING_AT}.body.service[0]`, {
    [`${PAINTING}.body.service.0.profile`]: REMOVED,
  }),
  fault('image-service-context-missing', '0057-version-2', `${V2_CANVAS_AT}.images[0].resource.service`, {
    [`${V2_CANVAS}.images.0.resource.service.@context`]: REMOVED,
  }),
  fault('search-service-nesting', 'whole', '$.service[0]', {
    'service.0': { id: `${IIIF}/autocomplete`, type: 'AutoCompleteService2' },
  }),
  fault('search-service-nesting', 'whole', '$.service[0].service', {
    'service.0.service': [{ id: `${IIIF}/x`, type: 'ImageService3', profile: 'level2' }],
  }),
  fault('search-service-1-incomplete', 'whole', '$.service[1]', { 'service.1.profile': REMOVED }),
  fault('auth-service-incomplete', 'whole', '$.service[2]', { 'service.2.service': [] }),
  fault('auth-service-incomplete', 'whole', '$.service[2]', { 'service.2.errorHeading': REMOVED }),
  fault('auth-service-incomplete', 'whole', '$.service[2].service[0]', {
    'service.2.service.0.profile': 'login',
  }),
  fault('auth-service-incomplete', 'whole', '$.service[2].service[0]', {
    'service.2.service.0.label': REMOVED,
  }),
  fault('auth-service-incomplete', 'whole', '$.service[2].service[0]', { 'service.2.service.0.service': [] }),
  fault('physical-dimensions-invalid', 'whole', '$.items[0].service[0]', {
    'items.0.service.0.physicalUnits': 'verst',
  }),

  // Canvases, ranges, links
  fault('placeholder-nested', '0013-placeholder', '$.items[0].placeholderCanvas.accompanyingCanvas', {
    'items.0.placeholderCanvas.accompanyingCanvas': { id: `${IIIF}/film/canvas/x`, type: 'Canvas' },
  }),
  fault('range-unknown-canvas', '0024-table-of-contents', '$.structures[0].items[0].items[0]', {
    'structures.0.items.0.items.0.id': `${IIIF}/treatise/canvas/01`,
  }),
  fault('range-unknown-canvas', '0025-article-index', '$.structures[0].items[0].items[0]', {
    'structures.0.items.0.items.0.source.id': `${IIIF}/gazette/canvas/p1`,
  }),
  fault('range-unknown-canvas', '0057-version-2', '$.structures[1].canvases[0]', {
    'structures.1.canvases.0': `${IIIF}/ledger/canvas/2`,
  }),
  fault('range-unknown-range', '0057-version-2', '$.structures[0].ranges[0]', {
    'structures.0.ranges.0': `${IIIF}/ledger/range/9`,
  }),
  fault('range-cycle', '0024-table-of-contents', '$.structures[0].items[0].items[2]', {
    'structures.0.items.0.items.2': { id: `${IIIF}/treatise/range/0`, type: 'Range' },
  }),
  fault('range-cycle', '0057-version-2', '$.structures[0].ranges[0]', {
    'structures.0.ranges.0': `${IIIF}/ledger/range/0`,
  }),
  fault('start-unknown-canvas', '0202-start', '$.start', { 'start.id': `${IIIF}/diary/canvas/9` }),
  fault('start-unknown-canvas', '0057-version-2', '$.sequences[0].startCanvas', {
    'sequences.0.startCanvas': `${IIIF}/ledger/canvas/9`,
  }),
  fault('source-not-canvas', '0025-article-index', '$.structures[0].items[0].items[0]', {
    'structures.0.items.0.items.0.source': REMOVED,
  }),
  fault('see-also-twice', '0053-see-also', '$.seeAlso[1]', {
    'seeAlso.1.id': 'https://example.org/charter.mods.xml',
  }),
  fault('total-invalid', '0309-annotation-collection', '$.total', { total: 'many' }),
  fault('total-invalid', 'version-2-list', '$.startIndex', { startIndex: -1 }),
  fault('page-link-invalid', '0309-annotation-collection', '$.first', { first: 'page 1' }),
  fault('supplementary-unread', '0024-table-of-contents', '$.structures[0].supplementary', {
    'structures.0.supplementary': { id: `${IIIF}/treatise/texts/en`, type: 'AnnotationCollection' },
  }),

  // Extensions
  fault('text-granularity-malformed', 'whole', `${LINE_AT}.textGranularity`, {
    [`${LINE}.textGranularity`]: ['line'],
  }),
  fault('text-granularity-unknown', 'whole', `${LINE_AT}.textGranularity`, {
    [`${LINE}.textGranularity`]: 'verse',
  }),
  fault('text-granularity-motivation', 'whole', LINE_AT, { [`${LINE}.motivation`]: ['tagging'] }),
  fault('nav-place-malformed', '0154-nav-place', '$.navPlace', {
    navPlace: { type: 'Point', coordinates: [24, 57] },
  }),
  fault('nav-place-malformed', '0154-nav-place', '$.navPlace.features[0].geometry', {
    'navPlace.features.0.geometry.type': 'Spot',
  }),
  fault('nav-place-malformed', '0154-nav-place', '$.navPlace.features[0].geometry.coordinates', {
    'navPlace.features.0.geometry.coordinates': '24,57',
  }),
  fault('nav-place-malformed', '0154-nav-place', '$.navPlace.id', { 'navPlace.id': 'feature-collection-1' }),
  fault('nav-place-empty', '0154-nav-place', '$.navPlace.features', { 'navPlace.features': [] }),
  fault('nav-place-coordinates', '0154-nav-place', '$.navPlace.features[0].geometry.coordinates', {
    'navPlace.features.0.geometry.coordinates': [56.95, 124.1],
  }),

  // Search
  fault('search-collection-shared', 'search-2', '$.annotations[0].partOf', {
    'annotations.0.partOf.id': `${IIIF}/search/2/letter?q=bird`,
  }),
  fault('search-paging-incomplete', 'search-2', '$', { partOf: REMOVED }),
  fault('search-paging-incomplete', 'search-2', '$.partOf', { 'partOf.first': REMOVED }),
  fault('search-link-malformed', 'search-2', '$.next', { next: `${IIIF}/search/2/letter?q=bird&page=2` }),
  fault('search-link-malformed', 'search-2', '$.partOf.last', {
    'partOf.last': `${IIIF}/search/2/letter?q=bird&page=13`,
  }),
  fault('search-container-incomplete', 'search-1', '$.resources[0].on.within', {
    'resources.0.on': { '@id': `${IIIF}/letter/canvas/1`, within: { '@id': `${IIIF}/letter/manifest` } },
  }),
  fault('search-layer-untyped', 'search-1', '$.within', { 'within.@type': REMOVED }),
  fault('hit-malformed', 'search-1', '$.hits[0]', {
    'hits.0.annotations': [`${IIIF}/letter/texts/en/2`],
  }),
  fault('hit-malformed', 'search-1', '$.hits[0].before', { 'hits.0.before': ['Dear '] }),
  fault('ignored-malformed', 'search-2', '$.ignored', { ignored: 'user' }),
  fault('ignored-malformed', 'search-1', '$.within.ignored', { 'within.ignored': 'user' }),
  fault('search-annotation-referenced', 'search-1', '$.resources[1]', {
    'resources.1': `${IIIF}/letter/texts/en/2`,
  }),
  fault('search-context-order', 'search-1', '$["@context"]', {
    '@context': ['http://iiif.io/api/search/1/context.json', CONTEXT_2],
  }),
  fault('hit-malformed', 'search-1', '$.hits[0]', { 'hits.0.annotations': [] }),
  fault('terms-malformed', 'terms-2', '$.items[1]', { 'items.1.value': REMOVED }),
  fault('terms-malformed', 'terms-1', '$.terms[0]', { 'terms.0.url': REMOVED }),

  // info.json
  fault('info-context', 'image-3', '$["@context"]', {
    '@context': ['http://iiif.io/api/image/3/context.json', 'https://example.org/extension.json'],
  }),
  fault('info-context', 'image-2', '$["@context"]', { '@context': REMOVED }),
  fault('info-id', 'image-3', '$.id', { id: 'https://images.example.org/iiif/3/letter-1/info.json' }),
  fault('info-id', 'image-2', '$["@id"]', { '@id': 'letter-1' }),
  fault('info-type', 'image-3', '$.type', { type: 'ImageService' }),
  fault('info-type', 'image-2', '$["@type"]', { '@type': 'Image' }),
  fault('info-protocol', 'image-3', '$.protocol', { protocol: 'https://iiif.io/api/image' }),
  fault('info-profile', 'image-3', '$.profile', { profile: ['level2'] }),
  fault('info-profile', 'image-2', '$.profile', { profile: 'http://iiif.io/api/image/2/level2.json' }),
  fault('info-profile', 'image-1', '$.profile', { profile: 'level1' }),
  fault('info-size', 'image-3', '$.width', { width: '1200' }),
  fault('info-size', 'image-1', '$.height', { height: REMOVED }),
  fault('info-limits', 'image-3', '$.maxHeight', { maxWidth: REMOVED }),
  fault('info-limits', 'image-3', '$.maxArea', { maxArea: 0.5 }),
  fault('info-sizes', 'image-3', '$.sizes[0]', { 'sizes.0': '300,450' }),
  fault('info-sizes', 'image-3', '$.sizes[0]', { 'sizes.0': { width: 3000, height: 4500 } }),
  fault('info-sizes-proportions', 'image-3', '$.sizes[0]', { 'sizes.0': { width: 450, height: 300 } }),
  fault('info-tiles', 'image-3', '$.tiles[0]', { 'tiles.0.scaleFactors': [] }),
  fault('info-tiles', 'image-3', '$.tiles[1]', { 'tiles.1.height': 512 }),
  fault('info-tiles-repeated', 'image-3', '$.tiles[1].scaleFactors', { 'tiles.1.scaleFactors': [4, 8] }),
  fault('info-extras', 'image-3', '$.extraQualities', { extraQualities: 'gray' }),
  fault('info-extras', 'image-3', '$.preferredFormats', { preferredFormats: ['avif'] }),
  fault('info-upscaling-unlimited', 'image-3', '$.extraFeatures', {
    maxWidth: REMOVED,
    maxHeight: REMOVED,
    maxArea: REMOVED,
  }),

  // Version 2.1
  fault('sequence-missing', '0057-version-2', '$', { sequences: [], structures: [] }),
  fault('sequence-unlabelled', '0057-version-2', '$.sequences[1]', {
    'sequences.1': { '@id': `${IIIF}/2/ledger/sequence/other`, '@type': 'sc:Sequence' },
  }),
  fault('list-embedded', '0057-version-2', `${V2_CANVAS_AT}.otherContent[0].resources`, {
    [`${V2_CANVAS}.otherContent.0.resources`]: [],
  }),
  fault('words-malformed', '0057-version-2', '$.label', { label: { en: ['A ledger'] } }),
  fault('property-of-version-3', '0057-version-2', `${V2_CANVAS_AT}.type`, {
    [`${V2_CANVAS}.type`]: 'Canvas',
  }),

  // Recommendations
  fault('recommended-missing', '0024-table-of-contents', '$.structures[0]', {
    'structures.0.label': REMOVED,
  }),
  fault('image-without-service', '0008-rights', `${PAINTING_AT}.body`, {
    [`${PAINTING}.body.service`]: REMOVED,
  }),
  fault('collection-empty', '0032-collection', '$', { items: [] }),
];

function nested(depth: number): unknown {
  let inner: unknown = 'inmost';
  for (let level = 0; level < depth; level += 1) inner = [inner];
  return inner;
}
