import type { ReactElement } from 'react';
import { directionOf } from '../iiif/direction.ts';
import { languageTag } from '../iiif/language-map.ts';
import type { Column } from '../iiif/canvas-texts.ts';
import type { Text } from '../iiif/text.ts';
import { say } from '../messages/messages.ts';
import { Icon } from './icon.tsx';
import { leadOf, nameOfColumn, nameOfText } from './text-name.ts';

/** The head of a column: which text stands in it, and which could. */
export function TextChooser({
  label,
  texts,
  column,
  onChoose,
}: {
  label: string;
  texts: readonly Text[];
  column: Column;
  /** The text's key; null for none. */
  onChoose: (key: string | null) => void;
}): ReactElement {
  const name = nameOfColumn(column, texts);
  const { lead, rest } = leadOf(name);
  const index = texts.findIndex(({ key }) => key === column.key);
  const language = texts[index]?.labelLanguage;
  return (
    <div className="desk-chooser">
      {/* The whole name, on some lines; a select would cut it off after one, and lies over it unseen. */}
      <span
        className="desk-chooser-name"
        aria-hidden="true"
        lang={languageTag(language)}
        dir={language === undefined ? undefined : directionOf(language)}
      >
        <span className="desk-chooser-lead">{lead}</span>
        {rest}
      </span>
      <Icon name="down" />
      <select
        data-tool="chooser"
        aria-label={label}
        title={name}
        value={String(index)}
        onChange={({ target }) =>
          onChoose(target.value === '' ? null : (texts[Number(target.value)]?.key ?? column.key))
        }
      >
        {index === -1 ? <option value={-1}>{name}</option> : null}
        {texts.map((text, number) => (
          <option key={text.key} value={number} lang={languageTag(text.labelLanguage)}>
            {nameOfText(text, texts)}
          </option>
        ))}
        <option value="">{say('noText')}</option>
      </select>
    </div>
  );
}
