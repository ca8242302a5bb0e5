import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Keys walk over many rows, and browsers refuse an address that changes at each: it is told once the reader stays so
 * long. Milliseconds.
 */
const STAY = 300;

/**
 * Tells which line the reader has chosen, by its annotation, and when it is let go; nothing before the first is chosen,
 * which a link may lead to.
 */
export function useChosenLine(annotation: string | undefined, tell: () => void): void {
  const hasBeenChosen = useRef(false);
  const onStay = useEffectEvent(tell);
  useEffect(() => {
    if (annotation !== undefined) hasBeenChosen.current = true;
    if (!hasBeenChosen.current) return undefined;
    const timer = window.setTimeout(onStay, STAY);
    return () => window.clearTimeout(timer);
  }, [annotation]);
}
