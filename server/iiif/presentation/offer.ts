import type { Request, Router } from 'express';
import { sendDescription } from './description-response.ts';
import { formFor, type PresentationVersion, type Versions } from './form.ts';
import type { KeptDescriptions, MadeDescription, Moved } from './kept-descriptions.ts';

/** What a path names. */
export type Parameters = Record<string, string>;

export type Make = (parameters: Parameters, version: PresentationVersion) => Promise<MadeDescription | Moved>;

/** Makes a path answer with a description, in whichever of its versions is asked for. */
export type Offer = (path: string, versions: Versions, make: Make) => void;

/** What is offered on a router is made once, and kept. */
export function offerOn(router: Router, kept: KeptDescriptions): Offer {
  return (path, versions, make) => {
    router.get(path, async (request, response) => {
      const parameters = readParameters(request);
      const form = formFor(request.headers.accept, versions);
      const key = JSON.stringify([path, form.version, parameters]);
      const written = await kept.get(key, () => make(parameters, form.version));
      if ('movedTo' in written) response.redirect(308, written.movedTo);
      else await sendDescription(request, response, { written, form, json: () => kept.json(written) });
    });
  };
}

/** Only wildcards have lists for values, and no path here has one. */
function readParameters(request: Request): Parameters {
  return Object.fromEntries(
    Object.entries(request.params).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}
