import { type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { say } from '../messages/messages.ts';
import { LEAST_PART, MOST_PART, type Preferences } from '../state/preferences.ts';
import { useStacked } from '../state/narrow.ts';
import { Splitter } from './splitter.tsx';

/** Scan and texts share the desk as the reader likes it, with a divider between them that can be moved. */
export function Spread({
  preferences,
  prefer,
  isScanless,
  scan,
  texts,
}: {
  preferences: Preferences;
  prefer: (change: Partial<Preferences>) => void;
  /** A sheet that only says that it is blank needs less room. */
  isScanless: boolean;
  scan: ReactNode;
  texts: ReactNode;
}): ReactElement {
  const isStacked = useStacked();
  const side = isStacked ? 'top' : preferences.side;
  const part = side === 'top' ? preferences.above : preferences.beside;
  const isDivided = preferences.scan && preferences.texts;
  const panes = [
    preferences.scan ? (
      <div key="scan" className="desk-part desk-part-scan">
        {scan}
      </div>
    ) : null,
    isDivided ? (
      <Splitter
        key="splitter"
        direction={side === 'top' ? 'across' : 'along'}
        label={say('splitScan')}
        // From the start of the reading direction: of the first pane, whichever that is.
        value={side === 'right' ? 1 - part : part}
        bounds={{ least: LEAST_PART, most: MOST_PART }}
        areaAround={(divider) => divider.parentElement?.getBoundingClientRect()}
        onMove={(value) =>
          prefer(side === 'top' ? { above: value } : { beside: side === 'right' ? 1 - value : value })
        }
        onReset={() => prefer(side === 'top' ? { above: 0.4 } : { beside: 0.5 })}
      />
    ) : null,
    preferences.texts ? (
      <div key="texts" className="desk-part desk-part-texts">
        {texts}
      </div>
    ) : null,
  ];
  // In the order in which they are seen, for those who go by keys or hear the page.
  const ordered = side === 'right' ? panes.toReversed() : panes;
  const style: CSSProperties = { '--part': `${part * 100}%` };
  return (
    <div
      className={`desk-spread desk-spread-${side}${isDivided ? '' : ' desk-spread-single'}${isScanless ? ' desk-panes-scanless' : ''}`}
      style={style}
    >
      {ordered}
    </div>
  );
}
