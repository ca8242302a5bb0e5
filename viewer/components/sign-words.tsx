import type { ReactElement, ReactNode } from 'react';
import type { SignedForm } from '../iiif/legend.ts';
import type { Sign } from '../iiif/signs.ts';
import { say, spokenLanguage, type MessageKey } from '../messages/messages.ts';

/** What is heard before the words of a sign. */
const BEFORE: Readonly<Record<Sign, MessageKey>> = {
  struck: 'signStruck',
  added: 'signAdded',
  uncertain: 'signUncertain',
  gap: 'signGap',
  noteref: 'signNoteref',
};

/** Signs of which it must be heard where they end; the others are one word each. */
const ENDED: ReadonlySet<Sign> = new Set(['struck', 'added', 'uncertain']);

/** The words of a sign between what is heard of it: few programs read aloud what `del` and `ins` mean. */
export function spoken(sign: Sign, children: readonly ReactNode[]): readonly ReactNode[] {
  return [
    <Heard key="before">{`${say(BEFORE[sign])}: `}</Heard>,
    ...children,
    ENDED.has(sign) ? <Heard key="after">{` (${say('signEnd')})`}</Heard> : null,
  ];
}

const LABELS: Readonly<Record<SignedForm, MessageKey>> = {
  stamp: 'formStamp',
  marginalia: 'formMarginalia',
  footnote: 'formFootnote',
};

/** What a block is, said where it begins: of a footnote only to those who do not see its rule and its size. */
export function FormLabel({ form }: { form: SignedForm }): ReactElement {
  if (form === 'footnote') return <Heard>{`${say(LABELS[form])}: `}</Heard>;
  return (
    <span className="form-label" lang={spokenLanguage()} dir="auto">
      {say(LABELS[form])}
    </span>
  );
}

function Heard({ children }: { children: string }): ReactElement {
  return (
    <span className="sign-words" lang={spokenLanguage()}>
      {children}
    </span>
  );
}
