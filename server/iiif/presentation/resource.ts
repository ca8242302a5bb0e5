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
import type { Granularity } from '../../model/text.ts';

// Where @iiif/presentation-3 2.2.3 lags: it wants `items` of everything that is only pointed to, knows one
// motivation of a closed list, and has no room for extensions' terms.

/** Something described at its own URL: Presentation API 3.0 §5, "a reference has at least id and type". */
export type Pointer<Type extends string> = { id: string; type: Type; label?: InternationalString };

export type Context = { '@context'?: string | string[] };

export type Homepage = Pointer<'Text'> & { format: 'text/html' };

export type Provider = Omit<ResourceProvider, 'homepage'> & { homepage: Homepage[] };

type Replaced = 'items' | 'structures' | 'annotations' | 'partOf' | 'homepage' | 'provider' | '@context';

type Linked = Context & { homepage?: Homepage[]; provider?: Provider[] };

export type ManifestResource = Omit<Manifest, Replaced> &
  Linked & {
    items: CanvasResource[];
    structures?: RangeResource[];
    annotations?: Pointer<'AnnotationPage'>[];
    partOf?: Pointer<'Collection'>[];
  };

export type CanvasResource = Context &
  Omit<Canvas, Replaced> & {
    items: PaintingPage[];
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
export type TextPage = Omit<AnnotationPage, Replaced> &
  Context & { items: TextAnnotation[]; partOf: Pointer<'AnnotationCollection'>[] };

export type TextAnnotation = Context & {
  id: string;
  type: 'Annotation';
  motivation: ['supplementing'];
  textGranularity: Granularity;
  body: { type: 'TextualBody'; value: string; language: string; format: 'text/plain' | 'text/html' };
  /** A canvas with `#xywh=`, a bare canvas, or the manifest when no page is known. */
  target: string;
  provides?: ['translation'];
  renders?: string[];
  confidence?: number;
  origin?: string;
};

/** A text: Presentation API 3.0 §5.8. */
export type TextCollection = Context & {
  id: string;
  type: 'AnnotationCollection';
  label: InternationalString;
  metadata: MetadataItem[];
  rights?: string;
  origin: string;
  partOf: Pointer<'Manifest'>[];
  first?: Pointer<'AnnotationPage'>;
  last?: Pointer<'AnnotationPage'>;
};

export type CollectionResource = Omit<Collection, Replaced> &
  Linked & {
    items: CollectionMember[];
    partOf?: Pointer<'Collection'>[];
  };

export type CollectionMember =
  (Pointer<'Manifest'> & Pick<Manifest, 'thumbnail' | 'navDate'>) | Pointer<'Collection'>;
