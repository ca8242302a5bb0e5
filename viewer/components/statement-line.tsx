import { useEffect, useRef, useState, type ReactElement } from 'react';
import { directionOf } from '../iiif/direction.ts';
import { languageTag } from '../iiif/language-map.ts';
import { isHtml, type Statement } from '../iiif/statement.ts';
import { say } from '../messages/messages.ts';
import { InlineHtml } from './inline-html.tsx';

/** What the holder of a document asks to be shown with it, quietly under the scan. */
export function StatementLine({ statement }: { statement: Statement }): ReactElement {
  const { label, value, rights } = statement;
  const [open, setOpen] = useState(false);
  const [cut, setCut] = useState(false);
  const folded = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = folded.current;
    if (element === null || open) return undefined;
    const observer = new ResizeObserver(() => setCut(element.scrollHeight > element.clientHeight + 2));
    observer.observe(element);
    return () => observer.disconnect();
  }, [open, statement]);
  return (
    <footer className="desk-statement">
      <div
        ref={folded}
        className={`desk-statement-words${open ? '' : ' desk-statement-folded'}`}
        // A link may lie in what is cut off. Under a pointer nothing moves: it would miss what it presses.
        onFocus={({ currentTarget, target }) => {
          if (!cut || !target.matches(':focus-visible')) return;
          currentTarget.scrollTop = 0;
          setOpen(true);
        }}
      >
        {value === undefined ? null : (
          <span className="desk-statement-part">
            <span lang={languageTag(label?.language)}>{label?.values.join(', ') ?? say('attribution')}</span>
            {': '}
            <span lang={languageTag(value.language)} dir={directionOf(value.language)}>
              {value.values.map((words, index) => (
                <span key={index}>
                  {index === 0 ? '' : ' · '}
                  {isHtml(words) ? <InlineHtml html={words} /> : words}
                </span>
              ))}
            </span>
          </span>
        )}
        {rights === undefined ? null : (
          <span className="desk-statement-part">
            {say('rights')}
            {': '}
            <a href={rights} rel="noopener noreferrer" target="_blank">
              {rights.replace(/^https?:\/\//i, '').replace(/\/$/, '')}
            </a>
          </span>
        )}
      </div>
      {cut ? (
        <button
          type="button"
          className="desk-statement-more"
          aria-expanded={open}
          // The bar has a button of the same word.
          aria-label={say(open ? 'lessOfStatement' : 'moreOfStatement')}
          onClick={() => setOpen(!open)}
        >
          {say(open ? 'less' : 'more')}
        </button>
      ) : null}
    </footer>
  );
}
