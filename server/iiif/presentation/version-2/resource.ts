import type { Words } from '../../words-of-version-2.ts';

/** Something of which only its address and what it is are told: §4.1. */
export type Link = {
  '@id': string;
  '@type'?: string;
  label?: Words;
  format?: string;
  profile?: string;
  width?: number;
  height?: number;
  service?: ImageService;
};

export type Metadata = { label: Words; value: Words };

/** What any resource may say of itself: §3. */
export type Properties = {
  label?: Words;
  description?: Words;
  metadata?: Metadata[];
  thumbnail?: Link;
  attribution?: Words;
  license?: string;
  logo?: Link;
  viewingDirection?: string;
  viewingHint?: string;
  navDate?: string;
  related?: Link | Link[];
  rendering?: Link | Link[];
  seeAlso?: Link | Link[];
  service?: SearchService | SearchService[];
  within?: string | string[];
};

export type ManifestResource = Properties & {
  '@id': string;
  '@type': 'sc:Manifest';
  label: Words;
  structures?: RangeResource[];
  sequences: [Sequence];
};

export type Sequence = {
  '@type': 'sc:Sequence';
  canvases: CanvasResource[];
};

export type CanvasResource = Properties & {
  '@id': string;
  '@type': 'sc:Canvas';
  label: Words;
  width: number;
  height: number;
  images: ImageAnnotation[];
  otherContent?: ListLink[];
};

export type ListLink = { '@id': string; '@type': 'sc:AnnotationList'; label?: Words };

export type ImageAnnotation = {
  '@id': string;
  '@type': 'oa:Annotation';
  motivation: 'sc:painting';
  resource: ImageResource;
  on: string;
};

export type ImageResource = {
  '@id': string;
  '@type': 'dctypes:Image';
  format: string;
  width: number;
  height: number;
  service: ImageService;
};

export type RangeResource = Properties & {
  '@id': string;
  '@type': 'sc:Range';
  label: Words;
  ranges?: string[];
  canvases?: string[];
  startCanvas?: string;
};

export type AnnotationList = {
  '@id': string;
  '@type': 'sc:AnnotationList';
  label?: Words;
  within?: LayerLink;
  next?: string;
  prev?: string;
  resources: TextAnnotation[];
};

export type LayerLink = { '@id': string; '@type': 'sc:Layer'; label?: Words };

export type TextAnnotation = {
  '@id': string;
  '@type': 'oa:Annotation';
  motivation: 'sc:painting' | 'oa:commenting';
  resource: { '@type': 'cnt:ContentAsText'; format: string; language: string; chars: string };
  on: string;
};

export type LayerResource = Properties & {
  '@id': string;
  '@type': 'sc:Layer';
  label: Words;
  first?: string;
  last?: string;
  otherContent?: string[];
};

export type CollectionResource = Properties & {
  '@id': string;
  '@type': 'sc:Collection';
  label: Words;
  members?: CollectionMember[];
  collections?: CollectionMember[];
  manifests?: CollectionMember[];
};

export type CollectionMember = Pick<Properties, 'thumbnail' | 'navDate' | 'viewingHint'> & {
  '@id': string;
  '@type': 'sc:Collection' | 'sc:Manifest';
  label: Words;
};

export type ImageService = {
  '@context': string;
  '@id': string;
  profile: string;
  width?: number;
  height?: number;
  sizes?: unknown[];
  tiles?: unknown[];
};

export type SearchService = { '@context': string; service?: SearchPart } & SearchPart;

export type SearchPart = { '@id': string; profile: string };
