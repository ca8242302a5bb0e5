import type { ReactElement, ReactNode } from 'react';
import { directionOf } from '../../../viewer/iiif/direction.ts';
import type { PublicUrls } from '../../http/public-urls.ts';
import type { TextRecord, TextRole } from '../../model/text.ts';
import type { DocumentResult, Passage } from '../../search/search.ts';
import { StatusWords, textName } from '../text-heading.tsx';
import { languageName, plainWords } from '../words.tsx';
import { cropAround } from './crop-region.ts';
import { insistingOn } from './exact-form.ts';
import { ScanCrop } from './scan-crop.tsx';
import { searchParameters, type SearchRequest } from './search-request.ts';
import { hitWords, Snippet } from './snippet.tsx';
import { useMessages } from '../interface.tsx';
import type { Messages } from '../messages/messages.ts';

/** The counterpart may be a paragraph of a page: its beginning shows what it is. */
const LONGEST_COUNTERPART = 420;

/** Words of a text with the hit marked, the same in the other language beside them, and both on the paper. */
export function FoundPassage({
  passage,
  result,
  request,
  urls,
}: {
  passage: Passage;
  result: DocumentResult;
  request: SearchRequest;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const { search } = messages;
  const { page, text, segment, counterpart, snippet, places } = passage;
  const href =
    page === undefined
      ? urls.documentPage(result.document)
      : urls.readSegment(result.document, page.id, text, segment);
  const crop = page === undefined ? undefined : cropAround(places, page);
  const words = hitWords(snippet);
  const described = (id: string) => result.texts.find((known) => known.id === id);
  const hit = (
    <Side
      key="hit"
      {...passage}
      about={described(text)}
      below={<WrittenAs passage={passage} request={request} urls={urls} />}
    >
      <Snippet parts={snippet} />
    </Side>
  );
  const other =
    counterpart === undefined ? null : (
      <Side key="other" {...counterpart} about={described(counterpart.text)}>
        {counterpart.value.length > LONGEST_COUNTERPART ? (
          shortened(counterpart.value, messages)
        ) : (
          <Snippet parts={counterpart.snippet} />
        )}
      </Side>
    );
  return (
    <div className="passage">
      <p className="passage-leaf">
        <a
          href={href}
          {...(page === undefined
            ? {}
            : {
                'aria-label': search.readHere(page.folio, plainWords(result.record.title, messages.language)),
              })}
        >
          {page === undefined ? search.unplaced : search.leaf(page.folio)}
        </a>
      </p>
      {page?.image === undefined || crop === undefined ? null : (
        // The link before it is the same: once is enough for the keyboard.
        <a className="passage-scan" href={href} tabIndex={-1}>
          <ScanCrop
            crop={crop}
            image={page.image}
            alt={words === '' ? search.cropOfPlace(page.folio) : search.cropOf(page.folio, words)}
            urls={urls}
          />
        </a>
      )}
      {/* The original first, as everywhere, whichever of the two was hit. */}
      <div className="passage-texts">{isOriginal(passage.role) ? [hit, other] : [other, hit]}</div>
    </div>
  );
}

function Side({
  role,
  language,
  about,
  below,
  children,
}: {
  role: TextRole;
  language: string;
  about: TextRecord | undefined;
  below?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const messages = useMessages();
  return (
    <div className="passage-side">
      <p className="passage-label">
        {about?.role === 'translation'
          ? textName(about, messages)
          : `${messages.role[role]}, ${languageName(language, messages.language)}`}
        {about === undefined ? null : <StatusWords text={about} />}
      </p>
      <p className="passage-words" lang={language} dir={directionOf(language)}>
        {children}
      </p>
      {below}
    </div>
  );
}

/** Where the words are not what was typed: what they are, and how to insist on them. */
function WrittenAs({
  passage: { forms, language },
  request,
  urls,
}: {
  passage: Passage;
  request: SearchRequest;
  urls: PublicUrls;
}): ReactElement | null {
  const messages = useMessages();
  const others = forms.filter(({ kind }) => kind !== 'word').slice(0, 3);
  const { search } = messages;
  const [first] = others;
  if (first === undefined) return null;
  return (
    <p className="passage-written">
      {search.written[first.kind]}:{' '}
      {others.map(({ form }, index) => (
        <span key={form}>
          {index === 0 ? null : ', '}
          <a
            href={urls.searchPage(searchParameters(insistingOn(form, request)))}
            rel="nofollow"
            title={search.formTitle(form)}
            lang={language}
          >
            <bdi>{form}</bdi>
          </a>
        </span>
      ))}
    </p>
  );
}

function isOriginal(role: TextRole): boolean {
  return role === 'transcription';
}

function shortened(value: string, messages: Messages): string {
  const cut = value.slice(0, LONGEST_COUNTERPART);
  const space = cut.lastIndexOf(' ');
  // Chinese has no spaces; half of a pair of surrogates must not be left over.
  const whole = space > LONGEST_COUNTERPART / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return whole + messages.search.shorter;
}
