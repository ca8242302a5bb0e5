import { Fragment, type ReactElement, type ReactNode } from 'react';
import { directionOf } from '../../viewer/iiif/direction.ts';
import { wordDiff, type Run } from '../language/word-diff.ts';
import type { Segment } from '../model/text.ts';
import type { StoredCollection, StoredDocument, StoredText } from '../store/store.ts';
import type { Site } from './assets.ts';
import { Breadcrumb } from './breadcrumb.tsx';
import type { Comparison } from './compare-choice.ts';
import { wordsOf, type ComparedRow } from './comparison.ts';
import { Layout } from './layout.tsx';
import { TextHeading, textName } from './text-heading.tsx';
import { PrintedFoot } from './print-parts.tsx';
import { plainWords, Words } from './words.tsx';
import { ownWords } from './document-language.ts';
import { useMessages } from './interface.tsx';

/** Two translations, sentence by sentence, with the words of the original that they render. Reads without a script. */
export function ComparePage({
  site,
  path,
  document,
  comparison,
}: {
  site: Site;
  path: readonly StoredCollection[];
  document: StoredDocument;
  /** Undefined where there are no two translations of one original. */
  comparison: Comparison | undefined;
}): ReactElement {
  const messages = useMessages();
  const { urls } = site;
  return (
    <Layout
      site={site}
      title={messages.compareTitle(plainWords(document.record.title, messages.language))}
      head={<link rel="canonical" href={urls.compare(document.id)} />}
    >
      <article className="compare">
        <Breadcrumb path={path} urls={urls} />
        <header className="opening">
          <h1>{messages.compareHeading}</h1>
          <p className="lead">
            <a href={urls.documentPage(document.id)}>
              <Words map={document.record.title} />
            </a>
          </p>
        </header>
        {comparison === undefined ? (
          <p className="empty">{messages.nothingToCompare}</p>
        ) : (
          <>
            <Chooser comparison={comparison} action={urls.compare(document.id)} />
            <Summary comparison={comparison} />
            <ComparedTable {...{ document, comparison, site }} />
            <Pager comparison={comparison} address={(query) => urls.compare(document.id, query)} />
            <p className="compare-json">
              <a href={urls.compareJson(document.id, queryOf(comparison, comparison.page))}>
                {messages.compareJson}
              </a>
            </p>
          </>
        )}
        <PrintedFoot
          address={urls.compare(
            document.id,
            comparison === undefined ? {} : queryOf(comparison, comparison.page),
          )}
        />
      </article>
    </Layout>
  );
}

function Chooser({ comparison, action }: { comparison: Comparison; action: string }): ReactElement {
  const messages = useMessages();
  const { left, right, choices, order } = comparison;
  const select = (name: 'left' | 'right', label: string, chosen: StoredText) => (
    <label>
      <span>{label}</span>
      <select name={name} defaultValue={chosen.id}>
        {choices.map((text) => (
          <option key={text.id} value={text.id}>
            {textName(text, messages)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form className="compare-form" action={action} method="get">
      {select('left', messages.compareLeft, left)}
      {select('right', messages.compareRight, right)}
      <label>
        <span>{messages.compareOrder}</span>
        <select name="order" defaultValue={order}>
          <option value="reading">{messages.compareReading}</option>
          <option value="difference">{messages.compareDifference}</option>
        </select>
      </label>
      <button className="button" type="submit">
        {messages.compareShow}
      </button>
    </form>
  );
}

function Summary({ comparison }: { comparison: Comparison }): ReactElement {
  const messages = useMessages();
  const { left, right, total } = comparison;
  const words = left.language === right.language ? messages.compareExplained : messages.compareOtherLanguage;
  return (
    <p className="compare-summary">
      {messages.passagesCount(total)} {words}
    </p>
  );
}

function ComparedTable({
  document,
  comparison,
  site,
}: {
  document: StoredDocument;
  comparison: Comparison;
  site: Site;
}): ReactElement {
  const messages = useMessages();
  const { original, left, right, rows } = comparison;
  return (
    <table role="table" className="compare-table">
      <caption className="unseen">{messages.compareHeading}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[original, left, right].map((text) => (
            <th key={text.id} role="columnheader" scope="col">
              <TextHeading text={text} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.number} {...{ row, document, comparison, site }} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  row,
  document,
  comparison: { original, left, right, words },
  site: { urls },
}: {
  row: ComparedRow;
  document: StoredDocument;
  comparison: Comparison;
  site: Site;
}): ReactElement {
  const messages = useMessages();
  const both = row.left.length > 0 && row.right.length > 0;
  const runs =
    both && left.language === right.language
      ? wordDiff(wordsOf(row.left), wordsOf(row.right), left.language)
      : undefined;
  const [first] = row.original;
  const page = words.get(first?.segment ?? '')?.places[0]?.page;
  const folio = document.pages.find(({ id }) => id === page)?.folio;
  return (
    <tr role="row" id={`row-${row.number + 1}`}>
      <Cell text={original}>
        {row.original.length === 0 ? (
          <Remark>{messages.compareNoOriginal}</Remark>
        ) : (
          <>
            {row.original.map(({ segment, start, end }, index) => (
              <Fragment key={index}>
                {index === 0 ? '' : ' '}
                {words.get(segment)?.value.slice(start, end)}
              </Fragment>
            ))}
            {page === undefined || folio === undefined || first === undefined ? null : (
              <>
                {' '}
                <a
                  className="compare-place"
                  {...ownWords(messages.language)}
                  href={urls.readSegment(document.id, page, original.id, first.segment)}
                  title={messages.folioMark(folio)}
                >
                  {messages.folio(folio)}
                </a>
              </>
            )}
          </>
        )}
      </Cell>
      <Cell text={left}>
        <Side segments={row.left} runs={runs?.left} isSilent={row.left.length === 0} />
      </Cell>
      <Cell text={right}>
        <Side segments={row.right} runs={runs?.right} isSilent={row.right.length === 0} />
        {row.difference === undefined ? null : (
          <p className="compare-share" {...ownWords(messages.language)}>
            {row.difference === 0 ? messages.sameWords : messages.differentWords(row.difference)}
          </p>
        )}
      </Cell>
    </tr>
  );
}

function Cell({ text, children }: { text: StoredText; children: ReactNode }): ReactElement {
  const messages = useMessages();
  return (
    <td role="cell" lang={text.language} dir={directionOf(text.language)}>
      {/* Seen where the columns stand under each other, and their heads are far away. */}
      <span className="compare-name" {...ownWords(messages.language)} aria-hidden="true">
        {text.role === 'translation' ? textName(text, messages) : messages.role[text.role]}
      </span>
      {children}
    </td>
  );
}

function Remark({ children }: { children: ReactNode }): ReactElement {
  const messages = useMessages();
  return (
    <span className="remark" {...ownWords(messages.language)}>
      {children}
    </span>
  );
}

function Side({
  segments,
  runs,
  isSilent,
}: {
  segments: readonly Segment[];
  runs: readonly Run[] | undefined;
  isSilent: boolean;
}): ReactElement {
  const messages = useMessages();
  if (isSilent) return <Remark>{messages.notTranslated}</Remark>;
  if (runs === undefined) return <>{wordsOf(segments)}</>;
  return (
    <>
      {runs.map(({ text, differs }, index) =>
        differs ? (
          <mark key={index} className="differs">
            {text}
          </mark>
        ) : (
          <Fragment key={index}>{text}</Fragment>
        ),
      )}
    </>
  );
}

type Query = Record<string, string>;

export function queryOf({ left, right, order }: Comparison, page: number): Query {
  return {
    ...{ left: left.id, right: right.id },
    ...(order === 'difference' ? { order } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}

function Pager({
  comparison,
  address,
}: {
  comparison: Comparison;
  address: (query: Query) => string;
}): ReactElement | null {
  const messages = useMessages();
  const { page, pages } = comparison;
  if (pages === 1) return null;
  return (
    <nav className="pager" aria-label={messages.comparePages}>
      {page === 1 ? null : (
        <a href={address(queryOf(comparison, page - 1))} rel="prev">
          {messages.previous}
        </a>
      )}
      <span>{messages.pageOf(page, pages)}</span>
      {page === pages ? null : (
        <a href={address(queryOf(comparison, page + 1))} rel="next">
          {messages.next}
        </a>
      )}
    </nav>
  );
}
