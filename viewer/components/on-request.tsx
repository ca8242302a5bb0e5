import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { say } from '../messages/messages.ts';
import { FailurePane } from './failure-pane.tsx';

/** What comes sooner is not announced: nobody could read it. Milliseconds. */
const PATIENCE = 400;

/** A component that fetches itself; `fetchAhead` has it drawn at once when it is wanted. */
export type OnRequest<Props> = ComponentType<Props> & { fetchAhead: () => void };

/**
 * A part of the room whose script is not in the first one, but fetched when it is first shown. Where it does not come,
 * that is said in its place, and the rest of the room stays as it is.
 */
export function onRequest<Props extends object>(load: () => Promise<ComponentType<Props>>): OnRequest<Props> {
  const fetched: { part?: ComponentType<Props> } = {};
  const fetchPart = async () => {
    fetched.part ??= await load();
  };

  function Requested(props: Props): ReactElement {
    const [state, setState] = useState<'waiting' | 'late' | 'failed' | 'here'>('waiting');
    const isAsked = state !== 'failed' && fetched.part === undefined;
    useEffect(() => {
      if (!isAsked) return undefined;
      let isShown = true;
      const become = (next: 'late' | 'failed' | 'here') => {
        if (isShown) setState(next);
      };
      const timer = window.setTimeout(() => become('late'), PATIENCE);
      void fetchPart()
        .then(() => become('here'))
        .catch(() => become('failed'))
        .finally(() => window.clearTimeout(timer));
      return () => {
        isShown = false;
        window.clearTimeout(timer);
      };
    }, [isAsked]);

    const { part: Part } = fetched;
    if (Part !== undefined) return <Part {...props} />;
    if (state === 'failed')
      return (
        <FailurePane
          what={say('partFailed')}
          why={say('partFailedWhy')}
          onAgain={() => setState('waiting')}
        />
      );
    return (
      <p role="status" className="desk-waiting">
        {state === 'late' ? say('partLoading') : ''}
      </p>
    );
  }

  return Object.assign(Requested, {
    // It is asked for again, and missed aloud, when it is shown.
    fetchAhead: () => void fetchPart().catch(() => undefined),
  });
}
