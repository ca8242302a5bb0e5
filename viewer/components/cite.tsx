import { useId, useMemo, useState, type ReactElement } from 'react';
import { citationsAddress, citationsIn, plainCitation } from '../iiif/citations.ts';
import { htmlCitation } from '../iiif/evidence-sheet.ts';
import { plainReference } from '../iiif/plain-reference.ts';
import { say } from '../messages/messages.ts';
import { useJsonAt } from '../state/json-at.ts';
import type { Reader } from '../state/reader.ts';
import { contentStateOf } from '../iiif/destination.ts';
import { contentLink, readLink, type Shareable } from '../state/share-links.ts';
import { CitationChooser, useChosenCitation } from './citation-chooser.tsx';
import { CopyButtons } from './copy-buttons.tsx';
import { ExtentChoice } from './extent-choice.tsx';
import { OfferedList } from './offered-list.tsx';

type Extent = 'document' | 'page' | 'line';

const EXTENTS = { document: 'shareDocument', page: 'sharePage', line: 'shareLine' } as const;

/** How to cite the document, the page or the line, in the styles that the archive writes. */
export function Cite({ reader }: { reader: Reader }): ReactElement {
  const { manifest, canvas, whereabouts } = reader;
  const group = useId();
  // While the dialog stands open, nothing behind it changes.
  const [line] = useState(() => whereabouts.line.current());
  const [extent, setExtent] = useState<Extent>(line === undefined ? 'page' : 'line');
  const notes = {
    document: manifest.title?.values.join(', ') ?? '',
    page: canvas.label,
    line: line?.words ?? say('shareLineNone'),
  };
  return (
    <>
      <fieldset className="desk-extents">
        <legend>{say('citeWhat')}</legend>
        {(['document', 'page', 'line'] as const).map((name) => (
          <ExtentChoice
            key={name}
            {...{ group, name: say(EXTENTS[name]), isChosen: extent === name }}
            isOffered={name !== 'line' || line !== undefined}
            onChoose={() => setExtent(name)}
          >
            {notes[name]}
          </ExtentChoice>
        ))}
      </fieldset>
      <Written
        reader={reader}
        page={extent === 'document' ? undefined : canvas.id}
        annotation={extent === 'line' ? line?.annotation : undefined}
      />
    </>
  );
}

function Written({
  reader,
  page,
  annotation,
}: {
  reader: Reader;
  page: string | undefined;
  annotation: string | undefined;
}): ReactElement | null {
  const { manifest } = reader;
  const { offers } = manifest;
  const address =
    offers.citations === undefined
      ? undefined
      : citationsAddress(offers.citations, { canvas: page, annotation });
  const loaded = useJsonAt(address);
  const { language } = reader.mount;
  const read = useMemo(
    () => citationsIn(loaded !== undefined && 'json' in loaded ? loaded.json : undefined, language),
    [loaded, language],
  );
  const [chosen, choose] = useChosenCitation(read.citations);
  if (address !== undefined && loaded === undefined)
    return <p className="desk-waiting">{say('citationsLoading')}</p>;
  if (chosen === undefined) {
    const plain = plainReference(
      manifest,
      page === undefined ? undefined : reader.canvas,
      linkTo(reader, page, annotation),
    );
    return (
      <>
        <p className="desk-copy-hint">{say(address === undefined ? 'citationsNone' : 'citationsFailed')}</p>
        <p className="desk-citation-words" dir="auto">
          {plain}
        </p>
        <CopyButtons
          label={say('copy')}
          forms={[{ name: say('citation'), words: say('copy'), copied: { plain } }]}
        />
      </>
    );
  }
  const copied = { plain: plainCitation(chosen), html: htmlCitation(chosen) };
  return (
    <>
      <CitationChooser citations={read.citations} chosen={chosen} onChoose={choose} />
      <CopyButtons label={say('copy')} forms={[{ name: say('citation'), words: say('copy'), copied }]} />
      {read.downloads.length === 0 ? null : (
        <section className="desk-part" aria-label={say('citeReferenceManagers')}>
          <h3>{say('citeReferenceManagers')}</h3>
          <OfferedList offered={read.downloads} />
        </section>
      )}
    </>
  );
}

/** The shortest address that leads there. */
export function linkTo(
  { mount, canvas }: Reader,
  page: string | undefined,
  annotation: string | undefined,
): string {
  const { manifest } = mount;
  const shared: Shareable =
    page === undefined
      ? { kind: 'manifest', manifest }
      : annotation === undefined
        ? { kind: 'canvas', manifest, canvas: canvas.id }
        : { kind: 'annotation', manifest, canvas: canvas.id, annotation };
  return readLink(shared, mount) ?? contentLink(contentStateOf(shared), mount);
}
