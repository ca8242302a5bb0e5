import { createContext, useContext } from 'react';
import type { InterfaceLanguage } from '../http/interface-language.ts';
import type { Messages } from './messages/messages.ts';

/** What a request's page is made for: its language, and where it stands. */
export type Interface = {
  messages: Messages;
  /** The page's own whole address, without the choice of a language. */
  address: string;
};

/** There is no usual one: a page that forgot to say which language it is in would pass for English. */
export const InterfaceContext = createContext<Interface | undefined>(undefined);

export function useInterface(): Interface {
  const found = useContext(InterfaceContext);
  if (found === undefined) throw new Error('rendered outside of a page, in no language');
  return found;
}

/** Every word of ours, in the language of the page. */
export function useMessages(): Messages {
  return useInterface().messages;
}

export function useLanguage(): InterfaceLanguage {
  return useInterface().messages.language;
}
