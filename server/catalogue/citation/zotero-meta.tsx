import type { ReactElement } from 'react';
import { capitalised } from '../kind-words.ts';
import { madeOn } from './cited-date.ts';
import { citedDetails } from './cited-details.ts';
import { citedFrom, type CitedSource } from './cited.ts';
import { invertedName } from './cited-name.ts';
import { itemPlace } from './item-place.ts';
import { isPersonalCommunication } from './personal-communication.ts';

/**
 * What Zotero's "Embedded Metadata" reads: its own namespace and Dublin Core. There is no `citation_author`, for Highwire's
 * authors would replace these and drop the translator. Zotero's letter has no translator and its manuscript no recipient:
 * where there is a translator to lose, it is a manuscript. Not covered: Zotero divides every creator of two words at the
 * last space, `Kim Il Sung` too; from the RIS it takes such a name whole.
 */
export function ZoteroMeta({ source }: { source: CitedSource }): ReactElement {
  return (
    <>
      <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/" />
      <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/" />
      <link rel="schema.Z" href="http://www.zotero.org/namespaces/export#" />
      {metaOf(source).map(({ name, content, language }, index) => (
        <meta key={index} name={name} content={content} lang={language} />
      ))}
    </>
  );
}

type Meta = { name: string; content: string; language?: string | undefined };

function metaOf(source: CitedSource): Meta[] {
  const cited = citedFrom(source, 'en');
  const { record } = source.document;
  const { summary, keywords } = citedDetails(record);
  const translators = cited.translation?.translators ?? [];
  const isLetter = isPersonalCommunication(cited.kind) && translators.length === 0;
  const kind = cited.kind === undefined ? undefined : capitalised(cited.kind);
  const language = cited.title.language === 'none' ? undefined : cited.title.language;
  const metas: (Meta | { name: string; content: undefined })[] = [
    { name: 'Z.itemType', content: isLetter ? 'letter' : 'manuscript' },
    { name: isLetter ? 'Z.letterType' : 'Z.manuscriptType', content: kind },
    { name: 'Z.archive', content: cited.repository?.value },
    ...translators.map((name) => ({ name: 'Z.translators', content: invertedName(name) })),
    ...(isLetter
      ? cited.recipients.map((name) => ({ name: 'Z.recipients', content: invertedName(name) }))
      : []),
    { name: 'DC.title', content: cited.title.value, language },
    ...cited.creators.map((name) => ({ name: 'DC.creator', content: invertedName(name) })),
    { name: 'DC.date', content: madeOn(record.dates)?.edtf },
    { name: 'DC.language', content: cited.languages[0] },
    { name: 'DC.type', content: kind },
    // Zotero takes it for the place in the archive.
    { name: 'DC.coverage', content: itemPlace(cited) },
    { name: 'DC.identifier', content: cited.address },
    // DC.description would stand a second time in Zotero's "Extra".
    { name: 'DCTERMS.abstract', content: summary },
    ...keywords.map((content) => ({ name: 'DC.subject', content })),
    { name: 'DC.rights', content: source.text?.rights ?? record.rights },
  ];
  return metas.flatMap((meta) => (meta.content === undefined || meta.content === '' ? [] : [meta]));
}
