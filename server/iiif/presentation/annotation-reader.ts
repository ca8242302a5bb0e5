import type { PublicUrls } from '../../http/public-urls.ts';
import { Failure } from '../../model/failure.ts';
import type { Segment } from '../../model/text.ts';
import type { Store, StoredDocument, StoredText } from '../../store/store.ts';
import {
  annotationsOf,
  annotationsOn,
  wordAnnotation,
  wordPlaces,
  type AnnotationSetting,
} from './annotation.ts';
import { readRendered } from './lookup.ts';
import type { TextAnnotation, TextMotivation } from './resource.ts';
import { singleAnnotation, singleWord, type SingleAnnotation } from './single-annotation.ts';

type Read = { segments: readonly Segment[]; setting: AnnotationSetting };

/** Reads what annotations are made of, as they are for one motivation and its URLs. */
export class AnnotationReader {
  readonly #store: Store;
  readonly #urls: PublicUrls;
  readonly #motivation: TextMotivation;

  constructor(store: Store, urls: PublicUrls, motivation: TextMotivation = 'supplementing') {
    this.#store = store;
    this.#urls = urls;
    this.#motivation = motivation;
  }

  /** What stands on a page. */
  async placed(document: StoredDocument, text: StoredText, page: string): Promise<Read> {
    const segments = await this.#store.segmentsOn(document.id, text.id, page);
    return { segments, setting: await this.#settingFor(document, text, segments, page) };
  }

  /** What stands on no page. */
  async unplaced(document: StoredDocument, text: StoredText): Promise<Read> {
    const segments = await this.#store.unplacedSegments(document.id, text.id);
    return { segments, setting: await this.#settingFor(document, text, segments, undefined) };
  }

  /**
   * The annotations of the n-th page of a text, from 0; what stands on no page comes last.
   * @throws Failure `page-not-found`
   */
  async onNthPage(
    document: StoredDocument,
    text: StoredText,
    number: number,
  ): Promise<{ items: TextAnnotation[]; setting: AnnotationSetting }> {
    const page = text.pages[number];
    if (page !== undefined) {
      const { segments, setting } = await this.placed(document, text, page);
      return { items: segments.flatMap((segment) => annotationsOn(page, segment, setting)), setting };
    }
    if (number === text.pages.length && text.unplacedCount > 0) {
      const { segments, setting } = await this.unplaced(document, text);
      return { items: segments.flatMap((segment) => annotationsOf(segment, setting)), setting };
    }
    throw new Failure('page-not-found', {
      message: 'The text has fewer pages',
      received: String(number),
    });
  }

  /**
   * One annotation by the last part of its URL. Comments have no words.
   * @throws Failure `segment-not-found`
   */
  async single(document: StoredDocument, text: StoredText, received: string): Promise<SingleAnnotation> {
    const { segment, part, number, setting } = await this.#find(document, text, received);
    const annotation =
      part === 'word' ? singleWord(segment, number, setting) : singleAnnotation(segment, number, setting);
    if (annotation === undefined) throw noAnnotation(received);
    return annotation;
  }

  /**
   * The same as it stands on its page, with an address for its target: what version 2.1 is made of.
   * @throws Failure `segment-not-found`
   */
  async listed(document: StoredDocument, text: StoredText, received: string): Promise<TextAnnotation> {
    const { segment, part, number, setting } = await this.#find(document, text, received);
    const place = wordPlaces(segment)[number - 1];
    const word = place === undefined ? undefined : wordAnnotation(segment, place, number, setting);
    const annotation = part === 'word' ? word : annotationsOf(segment, setting)[number - 1];
    if (annotation === undefined) throw noAnnotation(received);
    return annotation;
  }

  async #find(document: StoredDocument, text: StoredText, received: string) {
    const { segment: id, part, number } = readAnnotationId(received);
    const segment = await this.#store.segment(document.id, text.id, id);
    if (segment === undefined || (part === 'word' && this.#motivation === 'commenting')) {
      throw noAnnotation(received);
    }
    const setting = await this.#settingFor(document, text, [segment], segment.places[0]?.page);
    return { segment, part, number, setting };
  }

  /** For what names no segment. */
  setting(document: StoredDocument, text: StoredText): AnnotationSetting {
    return { document, text, rendered: new Map(), urls: this.#urls, motivation: this.#motivation };
  }

  async #settingFor(
    document: StoredDocument,
    text: StoredText,
    segments: readonly Segment[],
    page: string | undefined,
  ): Promise<AnnotationSetting> {
    const rendered = await readRendered(this.#store, document, text, segments, page);
    return { ...this.setting(document, text), rendered };
  }
}

/** `{segment}`, `{segment}.2` for its second place, `{segment}.w1` for its first word; a segment's id has no dot. */
function readAnnotationId(text: string): { segment: string; part: 'place' | 'word'; number: number } {
  const parts = /^([\w-]{1,128})(?:\.(?:([2-9]|[1-9]\d{1,5})|w([1-9]\d{0,5})))?$/.exec(text);
  if (parts?.[1] === undefined) throw noAnnotation(text);
  return parts[3] === undefined
    ? { segment: parts[1], part: 'place', number: Number(parts[2] ?? 1) }
    : { segment: parts[1], part: 'word', number: Number(parts[3]) };
}

function noAnnotation(received: string): Failure {
  return new Failure('segment-not-found', { message: 'The text has no such annotation', received });
}
