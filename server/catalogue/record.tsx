import type { ReactElement, ReactNode } from 'react';
import type { Agent, DocumentDate } from '../model/document.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { AuthorityKind } from '../model/authority.ts';
import type { AuthorityReference, StoredDocument, StoredText } from '../store/store.ts';
import { dateRoleWords, kindWords, levelName, roleWords, shownDate } from './record-words.ts';
import { NameList } from './name-list.tsx';
import { RequiredStatementWords, RightsLink } from './rights-words.tsx';
import { inReadingOrder } from './text-choice.ts';
import { StatusWords, textName } from './text-heading.tsx';
import { languageAttributes, languageName, nameForm, otherForms, Paragraphs, Words } from './words.tsx';
import { useLanguage, useMessages } from './interface.tsx';

/** Everything in the record, term by term, then who made it possible and what must be said with it. */
export function Record({
  document,
  described,
  urls,
}: {
  document: StoredDocument;
  /** The people and places that have pages of their own. */
  described: readonly AuthorityReference[];
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const { record, texts } = document;
  const pageOf = (kind: AuthorityKind, id: string) =>
    described.some((one) => one.kind === kind && one.id === id) ? urls.authorityPage(kind, id) : undefined;
  const { field } = messages;
  return (
    <section aria-labelledby="record">
      <h2 id="record">{messages.record}</h2>
      <dl className="record">
        <Field
          term={field.kind}
          values={record.kind === undefined ? [] : [kindWords(record.kind, messages.language)]}
        />
        {groupByRole(record.dates).map(([role, dates]) => (
          <Field
            key={role}
            term={role === '' ? field.date : dateRoleWords(role, messages.language)}
            values={dates.map((date) => (
              <DateWords key={date.edtf} date={date} />
            ))}
          />
        ))}
        <Agents term={field.creators} agents={record.creators} kind="person" pageOf={pageOf} />
        <Agents term={field.recipients} agents={record.recipients} kind="person" pageOf={pageOf} />
        <Agents term={field.contributors} agents={record.contributors} kind="person" pageOf={pageOf} />
        <Agents term={field.people} agents={record.people} kind="person" pageOf={pageOf} />
        <Agents term={field.places} agents={record.places} kind="place" pageOf={pageOf} />
        <Field
          term={field.subjects}
          values={record.subjects.map((subject, index) => (
            <Words key={index} map={subject} />
          ))}
        />
        <Field
          term={field.languages}
          values={record.languages.map((tag) => languageName(tag, messages.language))}
        />
        <Field
          term={field.repository}
          values={
            record.reference?.repository === undefined
              ? []
              : [<NameWithForms key="repository" name={record.reference.repository} />]
          }
        />
        {(record.reference?.levels ?? []).map(({ name, value }, index) => (
          <Field key={index} term={levelName(name, messages.language)} values={[value]} />
        ))}
        <Field
          term={field.identifiers}
          values={record.identifiers.map(({ scheme, value }) => `${scheme}: ${value}`)}
        />
        <Field
          term={field.classification}
          values={record.classification === undefined ? [] : [<Words key="it" map={record.classification} />]}
        />
        <Field
          term={field.texts}
          values={inReadingOrder(texts).map((text) => (
            <TextLine key={text.id} text={text} />
          ))}
        />
        <Field
          term={field.rights}
          values={record.rights === undefined ? [] : [<RightsLink key="rights" uri={record.rights} />]}
        />
        <Field term={field.updated} values={[<Day key="updated" time={document.updated} />]} />
      </dl>
      {record.donors.length === 0 && record.requiredStatement === undefined ? null : (
        <div className="statements">
          {record.requiredStatement === undefined ? null : (
            <RequiredStatementWords statement={record.requiredStatement} />
          )}
          {record.donors.length === 0 ? null : (
            <div className="statement">
              <p className="statement-label">{messages.support}</p>
              {record.donors.map((donor, index) => (
                <Paragraphs key={index} map={donor} />
              ))}
            </div>
          )}
        </div>
      )}
    </section>
  );
}

function Field({ term, values }: { term: string; values: readonly ReactNode[] }): ReactElement | null {
  if (values.length === 0) return null;
  return (
    <div className="field">
      <dt>{term}</dt>
      {values.map((value, index) => (
        <dd key={index}>{value}</dd>
      ))}
    </div>
  );
}

function Agents({
  term,
  agents,
  kind,
  pageOf,
}: {
  term: string;
  agents: readonly Agent[];
  kind: AuthorityKind;
  pageOf: (kind: AuthorityKind, id: string) => string | undefined;
}): ReactElement | null {
  return (
    <Field
      term={term}
      values={agents.map(({ name, role, id }, index) => (
        <NameWithForms
          key={index}
          name={name}
          role={role}
          page={id === undefined ? undefined : pageOf(kind, id)}
        />
      ))}
    />
  );
}

/** A name, its role, and the other forms that the record has of it: in other languages, scripts, spellings. */
function NameWithForms({
  name,
  role,
  page,
}: {
  name: Agent['name'];
  role?: string | undefined;
  /** Address of the page of whoever is named. */
  page?: string | undefined;
}): ReactElement {
  const language = useLanguage();
  const shown = nameForm(name, language);
  return (
    <>
      {page === undefined ? (
        <span {...languageAttributes(shown.language, language)}>{shown.value}</span>
      ) : (
        <a href={page} {...languageAttributes(shown.language, language)}>
          {shown.value}
        </a>
      )}
      {role === undefined ? null : <span className="role"> ({roleWords(role, language)})</span>}
      <NameList names={otherForms(name, language)} as="span" className="other-forms" />
    </>
  );
}

function DateWords({ date }: { date: DocumentDate }): ReactElement {
  const messages = useMessages();
  return (
    <>
      <Words map={shownDate(date, messages.language)} />
      {date.calendar === 'gregorian' ? null : (
        <span className="role"> ({messages.calendar(date.calendar)})</span>
      )}
    </>
  );
}

function groupByRole(dates: readonly DocumentDate[]): [string, DocumentDate[]][] {
  const groups = new Map<string, DocumentDate[]>();
  for (const date of dates) {
    const role = date.role ?? '';
    groups.set(role, [...(groups.get(role) ?? []), date]);
  }
  return [...groups];
}

/** One text of the document: what, by whom, how far, under which terms, in which revision. */
function TextLine({ text }: { text: StoredText }): ReactElement {
  const messages = useMessages();
  return (
    <>
      {text.role === 'translation' ? `${messages.role[text.role]}, ` : ''}
      {textName(text, messages)}{' '}
      <span className="text-facts">
        <StatusWords text={text} />
        <span>
          {messages.revision(text.revision)}, <Day time={text.updated} />
        </span>
        {text.rights === undefined ? null : <RightsLink uri={text.rights} />}
      </span>
    </>
  );
}

/** @param time ISO 8601. */
function Day({ time }: { time: string }): ReactElement {
  const { day } = useMessages();
  const date = new Date(time);
  return <time dateTime={time}>{Number.isNaN(date.getTime()) ? time : day(date)}</time>;
}
