import { ConnectedIIIFAuthentication, ConnectedPrimaryWindow } from 'mirador';
import type { ReactElement } from 'react';
import type { Canvas } from '../iiif/manifest.ts';
import { languageTag } from '../iiif/language-map.ts';
import type { Statement } from '../iiif/statement.ts';
import { say } from '../messages/messages.ts';
import { StatementLine } from './statement-line.tsx';

/** Mirador's scan, or what there is to say instead of it. */
export function ScanPane({
  windowId,
  canvas,
  failed,
  placeless,
  statement,
}: {
  windowId: string;
  canvas: Canvas;
  /** Why there is no image where there should be one. */
  failed: string | undefined;
  /** The row that is pinned has no place here. */
  placeless: boolean;
  statement: Statement | undefined;
}): ReactElement {
  return (
    <section className={`desk-scan${canvas.hasScan ? '' : ' desk-scan-missing'}`} aria-label={say('scan')}>
      <ConnectedIIIFAuthentication windowId={windowId} />
      <div className="desk-scan-view">
        <ConnectedPrimaryWindow
          windowId={windowId}
          view="single"
          isFetching={false}
          className="desk-mirador"
        />
        {canvas.hasScan ? null : <MissingLeaf canvas={canvas} />}
        {failed === undefined ? null : <p className="desk-scan-note">{failed}</p>}
        <p role="status" className={placeless ? 'desk-scan-status' : 'desk-unseen'}>
          {placeless ? say('placeUnknown') : ''}
        </p>
      </div>
      {statement === undefined ? null : <StatementLine statement={statement} />}
    </section>
  );
}

/** A blank sheet of the leaf's proportions, which says that it is one. */
function MissingLeaf({ canvas }: { canvas: Canvas }): ReactElement {
  const { summary, width, height } = canvas;
  const known = width > 0 && height > 0;
  return (
    <div className="desk-missing">
      <div className="desk-sheet" style={{ aspectRatio: known ? `${width} / ${height}` : '210 / 297' }}>
        <p className="desk-sheet-folio">{canvas.label}</p>
        <p lang={languageTag(summary?.language)}>{summary?.values.join(' ') ?? say('leafNotHeld')}</p>
      </div>
    </div>
  );
}
