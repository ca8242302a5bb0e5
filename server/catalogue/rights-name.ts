import type { Messages } from './messages/messages.ts';

/** What a rights URI is called; undefined for one that we do not know, which is then shown itself. */
export function rightsName(uri: string, messages: Messages): string | undefined {
  const statement = /^https?:\/\/rightsstatements\.org\/(?:vocab|page)\/([A-Za-z-]+)\//.exec(uri)?.[1];
  if (statement !== undefined) {
    return Object.entries(messages.rightsStatement).find(([code]) => code === statement)?.[1];
  }
  const creative = /^https?:\/\/creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/.exec(uri);
  if (creative === null) return undefined;
  const [, kind, code = '', version = ''] = creative;
  if (kind === 'licenses') return `CC ${code.toUpperCase()} ${version}`;
  return code === 'zero' ? messages.publicDomainBy(`CC0 ${version}`) : messages.publicDomain;
}
