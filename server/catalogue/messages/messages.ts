import type { InterfaceLanguage } from '../../http/interface-language.ts';
import { english } from './en/messages.ts';
import { pseudoMessages } from './pseudo.ts';
import { russian } from './ru/messages.ts';

/** Every word of ours that the catalogue's pages say, in one language: what English has, each language has. */
export type Messages = Omit<typeof english, 'language'> & { language: InterfaceLanguage };

export function messagesIn(language: InterfaceLanguage): Messages {
  return MESSAGES[language];
}

const MESSAGES: Record<InterfaceLanguage, Messages> = {
  en: english,
  ru: russian,
  'qps-plocm': pseudoMessages(english),
};
