import { useMemo, useState, type ReactElement } from 'react';
import { cropAddress, croppedBox, withMargin } from '../iiif/canvas-image.ts';
import { citationsAddress, citationsIn } from '../iiif/citations.ts';
import {
  evidenceOf,
  markedWhole,
  type Evidence as Quoted,
  type Marked,
  type Passage,
} from '../iiif/evidence.ts';
import {
  htmlEvidence,
  markdownEvidence,
  plainEvidence,
  type EvidenceSheet,
  type Fact,
} from '../iiif/evidence-sheet.ts';
import { languageTag } from '../iiif/language-map.ts';
import { unionOf } from '../iiif/lit-boxes.ts';
import { wordsOf } from '../iiif/plain-reference.ts';
import { precisionOf, type QuotedPlace } from '../iiif/quoted-place.ts';
import { isTold, provenanceOf } from '../iiif/provenance.ts';
import type { Box, Text } from '../iiif/text.ts';
import { languageName, say } from '../messages/messages.ts';
import { useJsonAt } from '../state/json-at.ts';
import type { Reader } from '../state/reader.ts';
import { provenanceWords, roleWords } from '../state/text-words.ts';
import { CitationChooser, useChosenCitation } from './citation-chooser.tsx';
import { linkTo } from './cite.tsx';
import { CopyButtons } from './copy-buttons.tsx';
import { CopyField } from './copy-field.tsx';

/**
 * Words of a text with all that vouches for them: what they render, the part of the scan, where that is kept, who made
 * the text, a citation, a link.
 *
 * @param marked what the reader has selected; without any it is the row that they are in.
 */
export function Evidence({ reader, marked }: { reader: Reader; marked: readonly Marked[] }): ReactElement {
  // While the dialog stands open, nothing behind it changes.
  const [quoted] = useState(() => quotedBy(reader, marked));
  return quoted === undefined ? <p>{say('evidenceNone')}</p> : <Sheet reader={reader} quoted={quoted} />;
}

function quotedBy({ whereabouts }: Reader, marked: readonly Marked[]): Quoted | undefined {
  const reading = whereabouts.reading.current();
  if (reading === undefined) return undefined;
  const { shown, texts, meant } = reading;
  const ordered = [...shown, ...texts.filter((text) => !shown.some(({ id }) => id === text.id))];
  return evidenceOf(marked, ordered) ?? evidenceOf(markedWhole(meant), ordered);
}

function Sheet({ reader, quoted }: { reader: Reader; quoted: Quoted }): ReactElement {
  const { manifest, canvas, mount } = reader;
  const { language } = mount;
  const { quotation, counterpart } = quoted;
  const [annotation] = quotation.annotations;
  const address =
    manifest.offers.citations === undefined
      ? undefined
      : citationsAddress(manifest.offers.citations, { canvas: canvas.id, annotation });
  const answer = useJson(address);
  const cited = useMemo(() => citationsIn(answer.json, language), [answer.json, language]);
  const [citation, choose] = useChosenCitation(cited.citations);
  const own = useProvenance(quotation.text, language);
  const other = useProvenance(counterpart?.text, language);
  const box = boxOf(quoted);
  const crop =
    canvas.image === undefined || box === undefined
      ? undefined
      : cropAddress(canvas.image, withMargin(box, canvas));
  const shown =
    canvas.image === undefined || box === undefined
      ? undefined
      : croppedBox(canvas.image, withMargin(box, canvas));
  const picture =
    crop === undefined ? undefined : { label: say('evidenceScan', { folio: canvas.label }), address: crop };

  const sheet: EvidenceSheet = {
    quotation,
    counterpart:
      counterpart === undefined ? undefined : { ...counterpart, label: counterpartLabel(counterpart) },
    picture,
    facts: [
      ...placeFacts(reader, cited.shelfmark),
      ...textFacts(quotation.text, own.told),
      ...(counterpart === undefined ? [] : textFacts(counterpart.text, other.told)),
    ],
    citation,
    link: { label: say('shareLink'), address: linkTo(reader, canvas.id, annotation) },
  };
  // Half of it copied would be worse than none: what is on its way is waited for.
  const isWaiting = answer.isWaiting || own.isWaiting || other.isWaiting;
  return (
    <>
      <Quotation quote={quotation} />
      {sheet.counterpart === undefined ? null : (
        <section className="desk-counterpart">
          <h3>{sheet.counterpart.label}</h3>
          <Quotation quote={sheet.counterpart} />
        </section>
      )}
      {picture === undefined ? (
        <p className="desk-copy-hint">{say(canvas.hasScan ? 'placeUnknown' : 'leafNotHeld')}</p>
      ) : (
        <Crop picture={picture} shown={shown} places={placesOf(quoted)} />
      )}
      {isWaiting ? (
        <p className="desk-waiting">{say('evidenceLoading')}</p>
      ) : (
        <>
          <dl className="desk-facts">
            {sheet.facts.map(({ label, value, language: tag }, index) => (
              <div key={index} className="desk-fact">
                <dt>{label}</dt>
                <dd lang={languageTag(tag)}>{value}</dd>
              </div>
            ))}
          </dl>
          {citation === undefined ? (
            <p className="desk-copy-hint">
              {say(address === undefined ? 'citationsNone' : 'citationsFailed')}
            </p>
          ) : (
            <CitationChooser citations={cited.citations} chosen={citation} onChoose={choose} />
          )}
          <CopyField label={sheet.link.label} value={sheet.link.address} />
          <div className="desk-copy-all">
            <span aria-hidden="true">{say('evidenceCopy')}</span>
            <CopyButtons
              label={say('evidenceCopy')}
              forms={[
                { name: say('formatPlain'), copied: { plain: plainEvidence(sheet) } },
                { name: 'HTML', copied: { plain: plainEvidence(sheet), html: htmlEvidence(sheet) } },
                { name: 'Markdown', copied: { plain: markdownEvidence(sheet) } },
              ]}
            />
          </div>
        </>
      )}
    </>
  );
}

function Quotation({ quote }: { quote: Pick<Passage, 'words' | 'language' | 'dir'> }): ReactElement {
  return (
    <blockquote className="desk-quotation" lang={languageTag(quote.language)} dir={quote.dir}>
      {quote.words}
    </blockquote>
  );
}

/** The part of the scan, with a mark around the words. What is copied is the scan itself, without the mark. */
function Crop({
  picture,
  shown,
  places,
}: {
  picture: { label: string; address: string };
  /** What of the canvas is in it. */
  shown: Box | undefined;
  places: readonly QuotedPlace[];
}): ReactElement {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p className="desk-copy-hint">{say('imageFailed', { address: picture.address })}</p>;
  return (
    <div>
      <a className="desk-crop" href={picture.address} target="_blank" rel="noopener noreferrer">
        <span className="desk-crop-scan">
          <img src={picture.address} alt={picture.label} onError={() => setBroken(true)} />
          {shown === undefined ? null : (
            <svg
              className={`desk-crop-marks desk-crop-${precisionOf(places)}`}
              viewBox={[shown.x, shown.y, shown.width, shown.height].join(' ')}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              {places.map(({ ring }, index) => (
                <polygon key={index} points={ring.map(({ x, y }) => `${x},${y}`).join(' ')} />
              ))}
            </svg>
          )}
        </span>
      </a>
      <p className="desk-copy-hint">{say(MARKED[precisionOf(places)])}</p>
    </div>
  );
}

const MARKED = { exact: 'markedExactly', share: 'markedAbout', whole: 'markedPassage' } as const;

function useJson(address: string | undefined): { json: unknown; isWaiting: boolean } {
  const loaded = useJsonAt(address);
  return {
    json: loaded !== undefined && 'json' in loaded ? loaded.json : undefined,
    isWaiting: address !== undefined && loaded === undefined,
  };
}

function useProvenance(text: Text | undefined, language: string) {
  const { json, isWaiting } = useJson(text?.collection);
  const told = useMemo(() => provenanceOf(json, language), [json, language]);
  return { told, isWaiting };
}

/** Where the words stand; of a text that does not say, where what they render stands. */
function boxOf({ quotation, counterpart }: Quoted): Box | undefined {
  return unionOf(quotation.boxes.length > 0 ? quotation.boxes : (counterpart?.boxes ?? []));
}

/** Of the words whose box the crop shows. */
function placesOf({ quotation, counterpart }: Quoted): readonly QuotedPlace[] {
  return quotation.boxes.length > 0 ? quotation.places : (counterpart?.places ?? []);
}

function counterpartLabel({ relation, language }: NonNullable<Quoted['counterpart']>): string {
  const word = say(
    ({ renders: 'original', rendered: 'roleTranslation', beside: 'evidenceBeside' } as const)[relation],
  );
  return language === '' ? word : `${word}, ${languageName(language)}`;
}

/** More of a foreign record than this nobody wants beside a quotation. */
const MOST_FIELDS = 8;
const LONGEST_FIELD = 200;

/** The shelfmark with its leaf; of an archive that gives none, what its record says. */
function placeFacts({ manifest, canvas }: Reader, shelfmark: Reader['manifest']['title']): Fact[] {
  if (shelfmark !== undefined) return [{ label: say('shelfmark'), value: wordsOf(shelfmark), language: '' }];
  const { title, statement, metadata } = manifest;
  const record = metadata
    .map(({ label, value }) => ({
      label: label.values.join(', '),
      value: wordsOf(value),
      language: value.language,
    }))
    .filter(({ value }) => value.length <= LONGEST_FIELD)
    .slice(0, MOST_FIELDS);
  const required = statement?.value;
  return [
    ...(title === undefined
      ? []
      : [{ label: say('shareDocument'), value: wordsOf(title), language: title.language }]),
    { label: say('page'), value: canvas.label, language: '' },
    ...record,
    ...(required === undefined
      ? []
      : [
          {
            label: statement?.label?.values.join(', ') ?? say('attribution'),
            value: wordsOf(required),
            language: required.language,
          },
        ]),
  ];
}

/** Who made the text and how far it is; else its label, which is where other archives say so. */
function textFacts({ label, labelLanguage }: Text, told: ReturnType<typeof provenanceOf>): Fact[] {
  const words = told === undefined || !isTold(told) ? '' : provenanceWords(told);
  if (told !== undefined && words !== '') return [{ label: roleWords(told), value: words, language: '' }];
  return label === '' ? [] : [{ label: say('text'), value: label, language: labelLanguage }];
}
