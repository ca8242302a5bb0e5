import type { ReactElement } from 'react';
import type { Agent } from '../model/document.ts';
import { NameList } from './name-list.tsx';
import { languageAttributes, nameForm, otherForms } from './words.tsx';

/** A name, its role, and the other forms that the record has of it: in other languages, scripts, spellings. */
export function NameWithForms({
  name,
  role,
  page,
}: {
  name: Agent['name'];
  role?: string | undefined;
  /** Address of the page of whoever is named. */
  page?: string | undefined;
}): ReactElement {
  const shown = nameForm(name);
  return (
    <>
      {page === undefined ? (
        <span {...languageAttributes(shown.language)}>{shown.value}</span>
      ) : (
        <a href={page} {...languageAttributes(shown.language)}>
          {shown.value}
        </a>
      )}
      {role === undefined ? null : <span className="role"> ({role})</span>}
      <NameList names={otherForms(name)} as="span" className="other-forms" />
    </>
  );
}
