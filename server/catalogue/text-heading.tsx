import type { ReactElement } from 'react';
import type { TextRecord, TextStatus } from '../model/text.ts';
import { languageName, nameForm, plainWords, Words } from './words.tsx';
import { useMessages } from './interface.tsx';
import { roleWords } from './record-words.ts';
import type { Messages } from './messages/messages.ts';

/** What stands above a column: what the text is, in which language, by whom, and how far it can be trusted. */
export function TextHeading({ text }: { text: TextRecord }): ReactElement {
  const messages = useMessages();
  return (
    <>
      <span className="text-role">
        {messages.role[text.role]}
        <span className="text-language">{languageName(text.language, messages.language)}</span>
        <StatusWords text={text} />
      </span>
      {text.label === undefined ? null : <Words map={text.label} className="text-by" />}
      {text.contributors.length === 0 ? null : <span className="text-by">{madeBy(text, messages)}</span>}
    </>
  );
}

/** `Translated by machine, not reviewed`; of what people made, the status alone. */
export function StatusWords({ text }: { text: TextRecord }): ReactElement {
  const messages = useMessages();
  const origin = messages.origin[text.origin];
  const words =
    origin === undefined ? messages.status[text.status] : `${origin}, ${messages.machineStatus[text.status]}`;
  return (
    <span className="status">
      <span aria-hidden="true">{STATUS_MARK[text.status]}</span> {words}
    </span>
  );
}

const STATUS_MARK: Record<TextStatus, string> = { draft: '○', reviewed: '◐', published: '●' };

/** What tells a text from the others of its document: `English, A. Specimen`, `Notes, English`. */
export function textName(text: TextRecord, messages: Messages): string {
  const makers = text.contributors.map(({ name }) => nameForm(name, messages.language).value).join(', ');
  const label = text.label === undefined ? '' : plainWords(text.label, messages.language);
  const known = [makers, label, messages.origin[text.origin] ?? ''].find((words) => words !== '') ?? '';
  const role = text.role === 'translation' ? '' : messages.role[text.role];
  return [role, languageName(text.language, messages.language), known]
    .filter((words) => words !== '')
    .join(', ');
}

/** Names whose role is another one than the usual say so: `Translated by A. Specimen, B. Other (editor)`. */
function madeBy(text: TextRecord, messages: Messages): string {
  const names = text.contributors.map(({ name, role }) => {
    const usual = role === undefined || USUAL_ROLES.has(role.toLowerCase());
    return usual
      ? nameForm(name, messages.language).value
      : `${nameForm(name, messages.language).value} (${roleWords(role, messages.language)})`;
  });
  return `${messages.madeBy[text.role]} ${names.join(', ')}`;
}

const USUAL_ROLES = new Set(['transcriber', 'translator', 'author']);
