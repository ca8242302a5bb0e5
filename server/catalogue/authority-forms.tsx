import type { ReactElement } from 'react';
import { allForms, type Authority, type NameForm } from '../model/authority.ts';
import { languageAttributes, languageName } from './words.tsx';
import { capitalised } from './kind-words.ts';
import { useMessages } from './interface.tsx';

/** All forms of a name by language and script, each with how it was made. */
export function AuthorityForms({ authority }: { authority: Authority }): ReactElement {
  const messages = useMessages();
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">{messages.forms}</h2>
      <dl className="record">
        {byLanguage(allForms(authority)).map(([language, forms]) => (
          <div key={language} className="field">
            <dt>
              {language === 'none'
                ? messages.languageUnknown
                : capitalised(languageName(language, messages.language))}
            </dt>
            {forms.map(({ form, scheme, note }) => (
              <dd key={`${scheme} ${form}`}>
                <span {...languageAttributes(language, messages.language)}>{form}</span>
                {scheme === undefined ? null : <span className="role"> {messages.scheme[scheme]}</span>}
                {note === undefined ? null : <span className="role"> ({note})</span>}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function byLanguage(forms: readonly NameForm[]): [string, NameForm[]][] {
  const groups = new Map<string, NameForm[]>();
  for (const form of forms) groups.set(form.language, [...(groups.get(form.language) ?? []), form]);
  // A language's romanisations follow its own script, wherever they were written down.
  const languages = [...groups.keys()].map(primary);
  return [...groups].sort(([a], [b]) => languages.indexOf(primary(a)) - languages.indexOf(primary(b)));
}

/** `ko` of `ko-Latn`. */
function primary(tag: string): string {
  return tag.split('-', 1).join('').toLowerCase();
}
