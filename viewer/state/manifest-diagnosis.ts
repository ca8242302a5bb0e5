import { useEffect, useState } from 'react';
import { say } from '../messages/messages.ts';

/** Milliseconds. */
const PATIENCE = 10_000;

/**
 * Why an address gave no manifest, as a sentence: Mirador keeps neither the status nor what came, so it is asked
 * once more. Undefined while that lasts, and where there is nothing to ask.
 *
 * @param address of a manifest that could not be had; undefined if none.
 */
export function useDiagnosis(address: string | undefined): string | undefined {
  const [found, setFound] = useState<{ address: string; reason: string }>();
  useEffect(() => {
    if (address === undefined) return undefined;
    let waiting = true;
    void diagnose(address, fetch).then((reason) => {
      if (waiting) setFound({ address, reason });
    });
    return () => {
      waiting = false;
    };
  }, [address]);
  return found?.address === address ? found?.reason : undefined;
}

/** Never rejects: what it cannot find out it says in general words. */
export async function diagnose(address: string, ask: typeof fetch): Promise<string> {
  const response = await ask(address, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => undefined);
  if (response === undefined) return say('manifestUnreachable');
  if (!response.ok) return say('manifestStatus', { status: response.status });
  const type = response.headers.get('content-type') ?? '';
  try {
    await response.json();
    return say('manifestUnreachable');
  } catch (error) {
    return error instanceof SyntaxError
      ? say('manifestNotJson', { type: type === '' ? '?' : type.slice(0, 80) })
      : say('manifestUnreachable');
  }
}
