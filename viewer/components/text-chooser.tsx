import type { ReactElement } from 'react';
import { languageTag } from '../iiif/language-map.ts';
import type { Text } from '../iiif/text.ts';
import { languageName, say } from '../messages/messages.ts';
import { Icon } from './icon.tsx';

/** The head of a column: which text stands in it, and which could. */
export function TextChooser({
  label,
  texts,
  chosen,
  onChoose,
}: {
  label: string;
  texts: readonly Text[];
  chosen: Text | undefined;
  /** The text's key; null for none. */
  onChoose: (key: string | null) => void;
}): ReactElement {
  const name = chosen === undefined ? say('noText') : nameOf(chosen, texts);
  const [lead = '', ...rest] = name.split(/(?=, )/);
  return (
    <div className={`desk-chooser${chosen === undefined ? ' desk-chooser-empty' : ''}`}>
      {/* The whole name, on some lines; a select would cut it off after one, and lies over it unseen. */}
      <span className="desk-chooser-name" aria-hidden="true" lang={languageTag(chosen?.labelLanguage)}>
        <span className="desk-chooser-lead">{lead}</span>
        {rest.join('')}
      </span>
      <Icon name="down" />
      <select
        aria-label={label}
        title={name}
        value={chosen === undefined ? '' : String(texts.indexOf(chosen))}
        onChange={({ target }) =>
          onChoose(target.value === '' ? null : (texts[Number(target.value)]?.key ?? null))
        }
      >
        {texts.map((text, index) => (
          <option key={index} value={index} lang={languageTag(text.labelLanguage)}>
            {nameOf(text, texts)}
          </option>
        ))}
        <option value="">{say('noText')}</option>
      </select>
    </div>
  );
}

function nameOf(text: Text, texts: readonly Text[]): string {
  const number = texts.indexOf(text) + 1;
  if (text.label !== '') {
    const alone = texts.filter(({ label }) => label === text.label).length === 1;
    return alone || text.language === '' ? text.label : `${text.label}, ${languageName(text.language)}`;
  }
  if (text.language === '') return say('textNumber', { number });
  return say('textNumberIn', { number, language: languageName(text.language) });
}
