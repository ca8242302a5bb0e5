import type { ReactElement } from 'react';
import type { Agent, DocumentDate } from '../model/document.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { AuthorityKind } from '../model/authority.ts';
import type { AuthorityReference, StoredDocument } from '../store/store.ts';
import { Field } from './field.tsx';
import { dateRoleWords, kindWords, levelName, shownDate } from './record-words.ts';
import { NameWithForms } from './name-with-forms.tsx';
import { RecordSearches } from './record-searches.ts';
import { RequiredStatementWords, RightsLink } from './rights-words.tsx';
import { DateTime, Day } from './time-words.tsx';
import { languageName, Paragraphs, Words } from './words.tsx';
import { useMessages } from './interface.tsx';

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
  const { record } = document;
  const searches = new RecordSearches(urls);
  const pageOf = (kind: AuthorityKind, agent: Agent) => {
    const { id } = agent;
    return id !== undefined && described.some((one) => one.kind === kind && one.id === id)
      ? urls.authorityPage(kind, id)
      : searches.naming(kind, agent);
  };
  const { field, document: words } = messages;
  return (
    <section aria-labelledby="record">
      <h2 id="record">{messages.record}</h2>
      <dl className="record">
        <Field
          term={field.kind}
          values={
            record.kind === undefined
              ? []
              : [<a href={searches.kind(record.kind)}>{kindWords(record.kind, messages.language)}</a>]
          }
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
            <NameWithForms key={index} name={subject} page={searches.subject(subject)} />
          ))}
        />
        <Field
          term={field.languages}
          values={record.languages.map((tag) => (
            <a key={tag} href={searches.language(tag)}>
              {languageName(tag, messages.language)}
            </a>
          ))}
        />
        <Field
          term={field.repository}
          values={
            record.reference?.repository === undefined
              ? []
              : [
                  <NameWithForms
                    key="repository"
                    name={record.reference.repository}
                    page={searches.repository(record.reference.repository)}
                  />,
                ]
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
          values={
            record.classification === undefined
              ? []
              : [<NameWithForms key="it" name={record.classification} />]
          }
        />
        <Field
          term={field.rights}
          values={record.rights === undefined ? [] : [<RightsLink key="rights" uri={record.rights} />]}
        />
        <Field term={words.access} values={[words.accessWords[record.access]]} />
        <Field term={words.formerly} values={record.formerly} />
        <Field term={words.published} values={[<Day key="published" time={document.created} />]} />
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

function Agents({
  term,
  agents,
  kind,
  pageOf,
}: {
  term: string;
  agents: readonly Agent[];
  kind: AuthorityKind;
  /** Its own page, else what else names it. */
  pageOf: (kind: AuthorityKind, agent: Agent) => string | undefined;
}): ReactElement | null {
  return (
    <Field
      term={term}
      values={agents.map((agent, index) => (
        <NameWithForms key={index} name={agent.name} role={agent.role} page={pageOf(kind, agent)} />
      ))}
    />
  );
}

function DateWords({ date }: { date: DocumentDate }): ReactElement {
  const messages = useMessages();
  return (
    <>
      <DateTime date={date}>
        <Words map={shownDate(date, messages.language)} />
      </DateTime>
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
