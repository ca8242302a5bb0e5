import type { ReactElement } from 'react';
import { languageTag } from '../iiif/language-map.ts';
import { say } from '../messages/messages.ts';
import type { Panes } from '../state/panes.ts';
import { withPane } from '../state/preferences.ts';
import { Icon } from './icon.tsx';
import { leadOf, nameOfText } from './text-name.ts';

/** More toggles than this are a menu, which is there for it. */
const MOST = 3;

/** A quick way between panes: each is there or not. */
export function PaneToggles({ panes }: { panes: Panes }): ReactElement {
  const { preferences, prefer, texts, columns, choose } = panes;
  const keys = columns.map(({ key }) => key);
  const shown = preferences.texts ? keys : [];
  const offered = texts.length <= MOST ? texts : texts.filter(({ key }) => keys.includes(key)).slice(0, MOST);
  const leads = offered.map((text) => leadOf(nameOfText(text, texts)).lead);
  return (
    <div className="desk-toggles" role="group" aria-label={say('panes')}>
      <Toggle
        isShown={preferences.scan}
        onToggle={(isShown) => prefer(withPane(preferences, 'scan', isShown))}
        name={say('scan')}
      />
      {offered.map((text, index) => {
        const full = nameOfText(text, texts);
        const lead = leads[index] ?? full;
        const isAlone = leads.filter((other) => other === lead).length === 1;
        return (
          <Toggle
            key={text.key}
            isShown={shown.includes(text.key)}
            onToggle={(isShown) => {
              // In the order in which the document names them, so that a text that comes back stands where it stood.
              const next = isShown
                ? texts.flatMap(({ key }) => (key === text.key || shown.includes(key) ? [key] : []))
                : shown.filter((key) => key !== text.key);
              const change = withPane(preferences, 'texts', next.length > 0);
              if (next.length > 0) choose(next, change);
              else prefer(change);
            }}
            name={isAlone ? lead : full}
            title={full}
            lang={languageTag(text.labelLanguage)}
          />
        );
      })}
    </div>
  );
}

function Toggle({
  name,
  title,
  lang,
  isShown,
  onToggle,
}: {
  name: string;
  title?: string;
  lang?: string | undefined;
  isShown: boolean;
  onToggle: (isShown: boolean) => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="desk-toggle"
      aria-pressed={isShown}
      {...{ title, lang }}
      onClick={() => onToggle(!isShown)}
    >
      <span className="desk-toggle-mark">
        <Icon name={isShown ? 'shown' : 'hidden'} />
      </span>
      <span className="desk-toggle-name">{name}</span>
    </button>
  );
}
