import type { ReactElement } from 'react';
import type { Agent } from '../model/document.ts';
import { useLanguage } from './interface.tsx';
import { NameList } from './name-list.tsx';
import { roleWords } from './record-words.ts';
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
