import type { Authority } from '../model/authority.ts';
import type { DocumentRecord } from '../model/document.ts';
import { namings } from '../model/naming.ts';
import { roleWords } from './record-words.ts';
import type { Messages } from './messages/messages.ts';

/** As what a record names somebody: `Creator (sender), mentioned (Minister of Transport)`. */
export function namedAs(
  record: DocumentRecord,
  { kind, id }: Pick<Authority, 'kind' | 'id'>,
  messages: Messages,
): string {
  const parts = namings(record)
    .filter((naming) => naming.kind === kind && naming.id === id)
    .map(({ field, role }, index) => {
      const word = messages.named[field];
      const own =
        role === undefined || role.toLowerCase() === word.toLowerCase()
          ? ''
          : ` (${roleWords(role, messages.language)})`;
      return `${index === 0 ? word : word.toLowerCase()}${own}`;
    });
  return [...new Set(parts)].join(', ');
}
