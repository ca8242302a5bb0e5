import type { Segment } from '../model/text.ts';
import type { IndexedUnit } from '../store/search-index.ts';
import type { Sources } from './passages.ts';

/** The same sources for one question: an original and its translation are read once, though each asks for both. */
export function remembering({ store, index }: Sources): Sources {
  const segmentsOn = remembered((document: string, text: string, page: string): Promise<Segment[]> =>
    store.segmentsOn(document, text, page),
  );
  const unplacedSegments = remembered((document: string, text: string): Promise<Segment[]> =>
    store.unplacedSegments(document, text),
  );
  const unit = remembered((number: number): Promise<IndexedUnit | undefined> => index.unit(number));
  return {
    store: {
      segmentsOn,
      unplacedSegments,
      segment: (document, text, id) => store.segment(document, text, id),
      summary: (id) => store.summary(id),
      page: (document, id) => store.page(document, id),
    },
    index: { unit, units: (within) => index.units(within) },
  };
}

function remembered<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const answer = answers.get(key) ?? ask(...asked);
    answers.set(key, answer);
    return answer;
  };
}
