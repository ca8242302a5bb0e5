import type { ReactElement } from 'react';
import { addressIn, INTERFACE_LANGUAGES } from '../http/interface-language.ts';
import { useInterface } from './interface.tsx';

/** Each by its own name, so that whoever reads no other language finds it. */
const NAMES: Record<(typeof INTERFACE_LANGUAGES)[number], string> = { en: 'English', ru: 'Русский' };

/** The same page in the other languages: plain links, which keep the address with its query. */
export function LanguageSwitch(): ReactElement {
  const { messages, address } = useInterface();
  return (
    <nav className="language-switch" aria-label={messages.languages}>
      <ul>
        {INTERFACE_LANGUAGES.map((language) => (
          <li key={language}>
            <a
              href={addressIn(language, address)}
              lang={language}
              dir="ltr"
              hrefLang={language}
              // For crawlers there is one address of the page, which its canonical link names.
              rel="nofollow"
              {...(language === messages.language ? { 'aria-current': 'true' as const } : {})}
            >
              {NAMES[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
