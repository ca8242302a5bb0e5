import type {
  AnnotationPage,
  Canvas,
  Collection,
  ImageService3,
  InternationalString,
  Manifest,
  MetadataItem,
  Range,
  ResourceProvider,
} from '@iiif/presentation-3';
import type {
  Granularity,
  LinkOrigin,
  SegmentForm,
  TextOrigin,
  TextRole,
  TextStatus,
} from '../../model/text.ts';
import type { SearchServices } from '../search-services.ts';

// Where @iiif/presentation-3 2.2.3 lags: it wants `items` of everything that is only pointed to, knows one
// motivation of a closed list, and has no room for extensions' terms.

/** Something described at its own URL: Presentation API 3.0 §5, "a reference has at least id and type". */
export type Pointer<Type extends string> = { id: string; type: Type; label?: InternationalString };

export type Context = { '@context'?: string | string[] };

export type Homepage = Pointer<'Text'> & { format: 'text/html' };

/** Something to be opened in place of the resource (§3.3.2): a text to be saved, or a page of ours by its profile. */
export type Rendering = Required<Pointer<'Text'>> & { format: string; language?: [string]; profile?: string };

/** The same for programs, in a format with a profile (§3.3.1). */
export type SeeAlso = Required<Pointer<'Dataset'>> & { format: string; profile?: string };

export type Provider = Omit<ResourceProvider, 'homepage'> & { homepage: Homepage[] };

type Replaced =
  | 'items'
  | 'structures'
  | 'annotations'
  | 'partOf'
  | 'homepage'
  | 'rendering'
  | 'seeAlso'
  | 'provider'
  | 'service'
  | '@context';

type Linked = Context & { homepage?: Homepage[]; provider?: Provider[] };

export type ManifestResource = Omit<Manifest, Replaced> &
  Linked & {
    items: CanvasResource[];
    rendering?: Rendering[];
    seeAlso?: SeeAlso[];
    service?: SearchServices;
    structures?: RangeResource[];
    annotations?: Pointer<'AnnotationPage'>[];
    partOf?: Pointer<'Collection'>[];
  };

export type CanvasResource = Context &
  Omit<Canvas, Replaced> & {
    items: PaintingPage[];
    seeAlso?: SeeAlso[];
    annotations?: Pointer<'AnnotationPage'>[];
    partOf?: Pointer<'Manifest'>[];
  };

export type RangeResource = Context &
  Omit<Range, Replaced> & {
    items: (RangeResource | Pointer<'Canvas'>)[];
    partOf?: Pointer<'Manifest'>[];
  };

export type PaintingPage = Omit<AnnotationPage, Replaced> & Context & { items: PaintingAnnotation[] };

export type PaintingAnnotation = Context & {
  id: string;
  type: 'Annotation';
  motivation: 'painting';
  body: ImageBody;
  /** A canvas, or its part that the scan is put on. */
  target: string;
};

/** A scan as one picture, the largest there is, with the service that gives all others. */
export type ImageBody = {
  id: string;
  type: 'Image';
  format: 'image/jpeg';
  width: number;
  height: number;
  service: [ImageService3];
};

/** One page of a text: the annotations that stand on one canvas, or on none. */
export type TextPage<Target = string> = Omit<AnnotationPage, Replaced> &
  Context & {
    items: TextAnnotation<Target>[];
    partOf: Pointer<'AnnotationCollection'>[];
    service?: Finer<'AnnotationPage'>[];
  };

/**
 * The same text in finer detail, by the fragment of our context that names which. As a service, since that is the one
 * way from a page of annotations to something for programs that the official schema knows and that parsers survive:
 * one URI as `seeAlso` and as a page makes the Vault of @iiif/helpers take it for two things.
 */
export type Finer<Type extends string> = Required<Pointer<Type>> & { profile: string };

/** The array is Presentation 4.0's; `painting` alone is sent as a string. */
export type TextMotivation = 'supplementing' | 'commenting';

export type TextAnnotation<Target = string> = Context & {
  id: string;
  type: 'Annotation';
  motivation: [TextMotivation];
  textGranularity?: Exclude<Granularity, 'sentence'>;
  body: TextualBody;
  /** A canvas with `#xywh=`, a bare canvas, or the manifest when no page is known. */
  target: Target;
  provides?: ['translation'];
  renders?: string[];
  linkedBy?: LinkOrigin;
  form?: SegmentForm;
  block?: string;
  confidence?: number;
  origin?: string;
  partOf?: Pointer<'AnnotationPage' | 'AnnotationCollection'>[];
};

export type TextualBody = {
  type: 'TextualBody';
  value: string;
  language: string;
  format: 'text/plain' | 'text/html';
  /** Said where a language is written from right to left: who knows no languages takes it for the other. */
  textDirection?: 'rtl';
};

/** A canvas that says which manifest has it: an annotation alone would not lead there. */
export type CanvasWithin = { id: string; type: 'Canvas'; partOf: Pointer<'Manifest'>[] };

export type Selector =
  | { type: 'FragmentSelector'; conformsTo: 'http://www.w3.org/TR/media-frags/'; value: string }
  | { type: 'SvgSelector'; value: string };

/** A part of a canvas. Several selectors say the same, each as exactly as it can (Web Annotation Data Model §4). */
export type SpecificTarget<Source = string> = {
  type: 'SpecificResource';
  source: Source;
  selector: Selector | Selector[];
};

/** Who made a text; `role` in the record's own word. */
export type Contributor = { type: 'Agent'; label: InternationalString; role?: string };

/** A text: Presentation API 3.0 §5.8. */
export type TextCollection = Context & {
  id: string;
  type: 'AnnotationCollection';
  label: InternationalString;
  metadata: MetadataItem[];
  rights?: string;
  // The same for programs, in the terms of our context.
  role: TextRole;
  origin: TextOrigin;
  status: TextStatus;
  contributor?: Contributor[];
  translationOf?: string;
  revision: number;
  /** ISO 8601: since when its words are as they are. */
  revised: string;
  partOf: Pointer<'Manifest' | 'AnnotationCollection'>[];
  /** Absent when there are none: the official schema wants more than 0. */
  total?: number;
  first?: Pointer<'AnnotationPage'>;
  last?: Pointer<'AnnotationPage'>;
  service?: Finer<'AnnotationCollection'>[];
};

export type CollectionResource = Omit<Collection, Replaced> &
  Linked & {
    items: CollectionMember[];
    /** None of a part: what is searched is the whole collection. */
    service?: SearchServices;
    partOf?: Pointer<'Collection'>[];
  };

export type CollectionMember =
  | (Pointer<'Manifest'> & Pick<Manifest, 'thumbnail' | 'navDate'>)
  | (Pointer<'Collection'> & Pick<Collection, 'thumbnail'>);
