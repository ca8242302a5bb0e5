import type { ReactElement, ReactNode } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { CountedUnit, Linkage } from '../model/linkage.ts';
import type { TextSource } from '../model/text.ts';
import type { StoredDocument, StoredText } from '../store/store.ts';
import { Field } from './field.tsx';
import { leavesNotHeld } from './leaves-not-held.ts';
import { BarPatterns, CoverageWords, LinkWords, StretchList } from './linkage-words.tsx';
import { useMessages } from './interface.tsx';
import type { Messages } from './messages/messages.ts';
import { NameWithForms } from './name-with-forms.tsx';
import { RevisionList } from './revision-list.tsx';
import { RightsLink } from './rights-words.tsx';
import { inReadingOrder } from './text-choice.ts';
import { unitIn, type TextFacts } from './text-facts.ts';
import { StatusWords, textName } from './text-heading.tsx';

/** Each text of the document: where it comes from, how far it goes, how far it can be trusted, how it became what it is. */
export function TextDetails({
  document,
  facts,
  urls,
}: {
  document: StoredDocument;
  facts: TextFacts;
  urls: PublicUrls;
}): ReactElement | null {
  const words = useMessages().document;
  if (document.texts.length === 0) return null;
  return (
    <section className="texts" aria-labelledby="texts">
      <h2 id="texts">{words.texts}</h2>
      <BarPatterns />
      {inReadingOrder(document.texts).map((text) => (
        <OneText key={text.id} {...{ text, document, facts, urls }} />
      ))}
    </section>
  );
}

function OneText({
  text,
  document,
  facts,
  urls,
}: {
  text: StoredText;
  document: StoredDocument;
  facts: TextFacts;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const words = messages.document;
  const revisions = facts.revisions.get(text.id) ?? [];
  const unit = unitIn(facts.linkages, text, document.texts);
  const original = document.texts.find(({ id }) => id === text.translationOf);
  const heading = `about-${text.id}`;
  return (
    <article className="text-details" aria-labelledby={heading}>
      <h3 id={heading}>
        <a href={`${urls.documentText(document.id, text.id)}#text`}>{nameWithRole(text, messages)}</a>
        <StatusWords text={text} />
      </h3>
      <dl className="record">
        <Field term={words.makers[text.role]} values={makersOf(text, words)} />
        <Field
          term={words.origin}
          values={[
            words.originWords[text.origin],
            ...(original === undefined
              ? []
              : [
                  <>
                    {text.role === 'notes' ? words.notesOn : words.madeFrom}{' '}
                    <a href={`#about-${original.id}`}>{nameWithRole(original, messages)}</a>
                  </>,
                ]),
            ...sourcesOf(text.sources ?? [], words),
          ]}
        />
        <Field term={words.extent} values={extentOf(text, unit, words)} />
        {text.role === 'translation' ? (
          <LinkageFields {...{ text, original, document, linkage: facts.linkages.get(text.id), urls }} />
        ) : null}
        <Field
          term={messages.field.rights}
          values={[text.rights === undefined ? words.ownRights : <RightsLink uri={text.rights} />]}
        />
        <Field
          term={words.revisions}
          values={
            revisions.length === 0
              ? []
              : [
                  <RevisionList
                    revisions={revisions}
                    shown={text.revision}
                    unit={unit}
                    addressOf={(revision) => urls.plainTextRevision(document.id, text.id, revision)}
                  />,
                ]
          }
        />
      </dl>
    </article>
  );
}

/** How much of the original it renders, how the two are linked, and what either has that the other has not. */
function LinkageFields({
  text,
  original,
  document,
  linkage,
  urls,
}: {
  text: StoredText;
  original: StoredText | undefined;
  document: StoredDocument;
  linkage: Linkage | undefined;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const words = messages.document;
  if (original === undefined) return <Field term={words.coverage} values={[words.noOriginal]} />;
  if (linkage === undefined || Object.values(linkage.linked).every((count) => count === 0)) {
    return <Field term={words.coverage} values={[words.nothingLinked]} />;
  }
  const lost = leavesNotHeld(document, messages);
  const { untranslated, added } = linkage;
  const places = { linkage, document, text, urls };
  return (
    <>
      <Field
        term={words.coverage}
        values={[
          <CoverageWords linkage={linkage} />,
          ...(lost.count === 0 ? [] : [words.leavesLost(lost.folios, lost.count)]),
        ]}
      />
      <Field term={words.links} values={[<LinkWords linkage={linkage} />]} />
      <Field
        term={words.untranslated}
        values={
          untranslated.count === 0 ? [] : [<StretchList {...places} stretches={untranslated} of={original} />]
        }
      />
      <Field
        term={words.added}
        values={
          added.count === 0
            ? []
            : [
                <>
                  <span className="technical-use">{words.addedWords}</span>
                  <StretchList {...places} stretches={added} of={text} />
                </>,
              ]
        }
      />
    </>
  );
}

function nameWithRole(text: StoredText, messages: Messages): string {
  const name = textName(text, messages);
  return text.role === 'translation' ? `${messages.role[text.role]}, ${name}` : name;
}

/** Of what a machine made nobody need be named. */
function makersOf(text: StoredText, words: Messages['document']): ReactNode[] {
  if (text.contributors.length > 0) {
    return text.contributors.map(({ name, role }, index) => (
      <NameWithForms key={index} name={name} role={role} />
    ));
  }
  return text.origin === 'human' ? [words.nobodyNamed] : [];
}

function extentOf(text: StoredText, unit: CountedUnit, words: Messages['document']): ReactNode[] {
  return [
    words.extentWords(text.segmentCount, unit, text.pages.length),
    ...(text.unplacedCount === 0 ? [] : [words.unplaced(text.unplacedCount)]),
  ];
}

const FILES_NAMED = 4;

/** `HTML: translation.en.html`, the formats in the order in which they come. */
function sourcesOf(sources: readonly TextSource[], words: Messages['document']): ReactNode[] {
  const formats = [...new Set(sources.map(({ format }) => format))];
  return formats.map((format) => {
    const files = sources.filter((source) => source.format === format).map(({ file }) => file);
    const rest = files.length - FILES_NAMED;
    return (
      <>
        {words.readFrom(words.format[format])}{' '}
        <span className="file-names" translate="no">
          {files.slice(0, FILES_NAMED).join(', ')}
        </span>
        {rest > 0 ? ` ${words.moreFiles(rest)}` : ''}
      </>
    );
  });
}
