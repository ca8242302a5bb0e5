import { useId, useState, type ReactElement } from 'react';
import { citationIn, isStyle, type Citation } from '../iiif/citations.ts';
import { directionOf } from '../iiif/direction.ts';
import { languageTag } from '../iiif/language-map.ts';
import { say, spokenLanguage } from '../messages/messages.ts';
import { rememberedStyle, rememberStyle } from '../state/citation-style.ts';
import { CitationWords } from './citation-words.tsx';

/** The citation in the style that is chosen, which is remembered; in the usual one of the interface's language until then. */
export function useChosenCitation(
  citations: readonly Citation[],
): [Citation | undefined, choose: (style: string) => void] {
  const [style, setStyle] = useState(rememberedStyle);
  const choose = (chosen: string) => {
    if (!isStyle(chosen)) return;
    setStyle(chosen);
    rememberStyle(chosen);
  };
  return [citationIn(citations, style, spokenLanguage()), choose];
}

/** Which style, and the citation in it. */
export function CitationChooser({
  citations,
  chosen,
  onChoose,
}: {
  citations: readonly Citation[];
  chosen: Citation;
  onChoose: (style: string) => void;
}): ReactElement {
  const field = useId();
  return (
    <div className="desk-citation">
      <div className="desk-citation-style">
        <label htmlFor={field}>{say('citationStyle')}</label>
        <select id={field} value={chosen.style} onChange={({ target }) => onChoose(target.value)}>
          {citations.map(({ style, name, language }) => (
            <option key={style} value={style} lang={languageTag(language)}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p
        className="desk-citation-words"
        lang={languageTag(chosen.language)}
        dir={directionOf(chosen.language)}
      >
        <CitationWords runs={chosen.runs} />
      </p>
    </div>
  );
}
