import { ConnectedIIIFAuthentication, ConnectedPrimaryWindow } from 'mirador';
import { useContext, useId, useMemo, type ReactElement } from 'react';
import type { Canvas } from '../iiif/manifest.ts';
import { languageTag } from '../iiif/language-map.ts';
import { segmentsOf, type Row } from '../iiif/rows.ts';
import type { Statement } from '../iiif/statement.ts';
import type { Text } from '../iiif/text.ts';
import { languageName, say } from '../messages/messages.ts';
import { ImageAlternativeContext } from '../state/image-alternative.ts';
import { useOwnName } from '../state/own-room.ts';
import { RoomContext } from '../state/room-context.ts';
import { StatementLine } from './statement-line.tsx';

/** A page's name, and all its texts. */
type ReadablePage = { folio: string; texts: readonly Text[] };

/** Mirador's scan, or what there is to say instead of it. */
export function ScanPane({
  windowId,
  canvas,
  pages,
  hasScan,
  failed,
  picked,
  placeless,
  statement,
}: {
  windowId: string;
  canvas: Canvas;
  /** What can be read of each page that is shown: of one, or of two side by side. */
  pages: readonly ReadablePage[];
  /** Whether there is one of any page that is shown. */
  hasScan: boolean;
  /** Why there is no image where there should be one. */
  failed: string | undefined;
  /** The row that the reader has picked by its place on the scan. */
  picked: Row | undefined;
  /** The row that is pinned has no place here. */
  placeless: boolean;
  statement: Statement | undefined;
}): ReactElement {
  const { shown } = useContext(RoomContext);
  const named = useOwnName();
  const textId = useId();
  const folio = pages.map((page) => page.folio).join(', ');
  // Whoever does not see the scan has its words in the texts beside it, or here where those are put away.
  const hasNoText = pages.every(({ texts }) => texts.length === 0);
  const isAlone = shown.length === 0 && !hasNoText;
  const alternative = useMemo(
    () => ({
      name: say(hasNoText ? 'scanOf' : isAlone ? 'scanOfBefore' : 'scanOfBeside', { folio }),
      details: isAlone ? textId : undefined,
    }),
    [hasNoText, isAlone, folio, textId],
  );
  return (
    <section className={`desk-scan${hasScan ? '' : ' desk-scan-missing'}`} aria-label={named(say('scan'))}>
      <ConnectedIIIFAuthentication windowId={windowId} />
      <div className="desk-scan-view">
        <ImageAlternativeContext.Provider value={alternative}>
          <ConnectedPrimaryWindow
            windowId={windowId}
            view={pages.length > 1 ? 'book' : 'single'}
            isFetching={false}
            className="desk-mirador"
          />
        </ImageAlternativeContext.Provider>
        {isAlone ? (
          <div id={textId} className="desk-unseen">
            {pages.map((page, index) => (
              <PageText key={index} {...page} />
            ))}
          </div>
        ) : null}
        {hasScan ? null : <MissingLeaf canvas={canvas} />}
        {failed === undefined ? null : <p className="desk-scan-note">{failed}</p>}
        <PickedWords row={picked} />
        <p role="status" className={placeless ? 'desk-scan-status' : 'desk-unseen'}>
          {placeless ? say('placeUnknown') : ''}
        </p>
      </div>
      {statement === undefined ? null : <StatementLine statement={statement} />}
    </section>
  );
}

/** Whoever picks a row among the texts hears it, for it has the focus; of one that is picked on the scan it is told. */
function PickedWords({ row }: { row: Row | undefined }): ReactElement {
  return (
    <p role="status" className="desk-unseen">
      {row === undefined ? null : (
        <>
          {say('pickedOnScan')}
          {segmentsOf(row).map(({ value, lang, dir }, index) => (
            <span key={index} lang={languageTag(lang)} dir={dir}>{` ${value}`}</span>
          ))}
        </>
      )}
    </p>
  );
}

/** The words of the page for those who hear it. */
function PageText({ folio, texts }: ReadablePage): ReactElement {
  return (
    <div role="group" aria-label={say('pageText', { folio })}>
      {texts.map(({ key, label, labelLanguage, language, dir, segments }) => (
        <div key={key}>
          <p lang={languageTag(labelLanguage)}>{label === '' ? languageName(language) : label}</p>
          <div lang={languageTag(language)} dir={dir}>
            {segments.map((segment, index) => (
              <p key={index} lang={languageTag(segment.lang)} dir={segment.dir}>
                {segment.value}
              </p>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** A blank sheet of the leaf's proportions, which says that it is one. */
function MissingLeaf({ canvas }: { canvas: Canvas }): ReactElement {
  const { summary, width, height } = canvas;
  const proportion = width > 0 && height > 0 ? width / height : 210 / 297;
  return (
    <div className="desk-missing">
      <div className="desk-sheet" style={{ aspectRatio: proportion, '--proportion': proportion }}>
        <p className="desk-sheet-folio">{canvas.label}</p>
        <p lang={languageTag(summary?.language)}>{summary?.values.join(' ') ?? say('leafNotHeld')}</p>
      </div>
    </div>
  );
}
