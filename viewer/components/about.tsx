import { useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { languageTag } from '../iiif/language-map.ts';
import { isTold, provenanceOf } from '../iiif/provenance.ts';
import { wordsOf } from '../iiif/plain-reference.ts';
import type { Text } from '../iiif/text.ts';
import { languageName, say } from '../messages/messages.ts';
import { useJsonAt } from '../state/json-at.ts';
import type { Reader } from '../state/reader.ts';
import {
  kindWords,
  linkWords,
  makerWords,
  originWords,
  revisionWords,
  statusMeaning,
} from '../state/text-words.ts';
import { nameOfText } from './text-name.ts';

/** Where the texts come from that stand beside the scan, and how far each can be trusted. */
export function About({ reader }: { reader: Reader }): ReactElement {
  const [reading] = useState(() => reader.whereabouts.reading.current());
  const shown = reading?.shown ?? [];
  if (shown.length === 0) return <p>{say('aboutNone')}</p>;
  return (
    <>
      {shown.map((text) => (
        <AboutText
          key={text.id}
          {...{ text, texts: reading?.texts ?? shown, language: reader.mount.language }}
        />
      ))}
    </>
  );
}

function AboutText({
  text,
  texts,
  language,
}: {
  text: Text;
  texts: readonly Text[];
  language: string;
}): ReactElement {
  const loaded = useJsonAt(text.collection);
  const json = loaded !== undefined && 'json' in loaded ? loaded.json : undefined;
  const told = useMemo(() => provenanceOf(json, language), [json, language]);
  const isWaiting = text.collection !== undefined && loaded === undefined;
  // Two translations into one language are told apart by who made them, which is what the text is chosen by.
  const isNamed = text.label !== '';
  const title =
    isNamed || told === undefined || !isTold(told) ? nameOfText(text, texts) : kindWords(told, text);
  return (
    <section className="desk-part">
      <h3 lang={isNamed ? languageTag(text.labelLanguage) : undefined}>{title}</h3>
      {isWaiting ? <p className="desk-waiting">{say('aboutLoading')}</p> : null}
      <dl className="desk-facts">
        {told === undefined || !isTold(told) ? (
          <>
            {text.language === '' ? null : <Fact label={say('language')}>{languageName(text.language)}</Fact>}
            {told?.metadata.map(({ label, value }, index) => (
              <Fact key={index} label={label.values.join(', ')} language={label.language}>
                <span lang={languageTag(value.language)}>{wordsOf(value)}</span>
              </Fact>
            ))}
          </>
        ) : (
          <>
            <Fact label={say('aboutMadeBy')}>{makerWords(told)}</Fact>
            <Fact label={say('aboutOrigin')}>{originWords(told)}</Fact>
            <Fact label={say('aboutStatus')}>{statusMeaning(told)}</Fact>
            <Fact label={say('aboutRevision')}>{revisionWords(told)}</Fact>
          </>
        )}
        <Fact label={say('aboutLinks')}>{linkWords(text)}</Fact>
        {told?.rights === undefined ? null : (
          <Fact label={say('aboutRights')}>
            <a href={told.rights} target="_blank" rel="noopener noreferrer">
              {told.rights.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
            </a>
          </Fact>
        )}
      </dl>
      {!isWaiting && told === undefined ? <p className="desk-copy-hint">{say('aboutUntold')}</p> : null}
    </section>
  );
}

function Fact({
  label,
  language,
  children,
}: {
  label: string;
  language?: string;
  children: ReactNode;
}): ReactElement | null {
  if (children === undefined) return null;
  return (
    <div className="desk-fact">
      <dt lang={languageTag(language)}>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
