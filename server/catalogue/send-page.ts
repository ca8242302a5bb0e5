import type { Request, Response } from 'express';
import type { FunctionComponent } from 'react';
import { addressIn, languageCookie, negotiateLanguage } from '../http/interface-language.ts';
import type { PublicUrls } from '../http/public-urls.ts';
import type { Interface } from './interface.tsx';
import { renderPage } from './layout.tsx';
import { messagesIn } from './messages/messages.ts';

export type PageServices = {
  urls: PublicUrls;
  /** Whether the language of tests may be asked for. */
  pseudoLocale?: boolean | undefined;
};

/** Sends a page in the language that the request asks for. */
export function sendPage<Props extends object>(
  request: Request,
  response: Response,
  services: PageServices,
  page: FunctionComponent<Props>,
  props: Props,
): void {
  const html = renderPage(interfaceFor(request, response, services), page, props);
  // Pages change with the archive: browsers keep them, but ask with the ETag whether they still hold. It is made of
  // the page's bytes, so that of another language is another one.
  response.set('Cache-Control', 'no-cache').type('html').send(html);
}

/** The interface for a request, told to whoever keeps the answer and, where the address chose it, to the browser. */
export function interfaceFor(
  request: Request,
  response: Response,
  { urls, pseudoLocale = false }: PageServices,
): Interface {
  const { language, chosen } = negotiateLanguage(
    {
      parameter: request.query.lang,
      cookie: request.get('cookie'),
      accept: request.get('accept-language'),
    },
    { pseudo: pseudoLocale },
  );
  response.vary('Accept-Language, Cookie').set('Content-Language', language);
  if (chosen) response.append('Set-Cookie', languageCookie(language, urls.base));
  return { messages: messagesIn(language), address: urls.base + addressIn(undefined, request.originalUrl) };
}
