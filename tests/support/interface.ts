import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { InterfaceContext, type Interface } from '../../server/catalogue/interface.tsx';
import { messagesIn } from '../../server/catalogue/messages/messages.ts';
import type { InterfaceLanguage } from '../../server/http/interface-language.ts';

/** A page's interface in a language, at an address where nothing is asked. */
export function interfaceIn(language: InterfaceLanguage): Interface {
  return { messages: messagesIn(language), address: 'https://example.org/archive/' };
}

/** A part of a page as markup, in the language of the page. */
export function markupIn(language: InterfaceLanguage, element: ReactElement): string {
  return renderToStaticMarkup(createElement(InterfaceContext, { value: interfaceIn(language) }, element));
}
