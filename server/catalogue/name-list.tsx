import { Fragment, type ReactElement } from 'react';
import { languageAttributes } from './words.tsx';
import { useLanguage } from './interface.tsx';

/**
 * Names in a row, each in its own language. What parts them stands between the names and not in them: inside
 * one that is written from right to left it would come out on the wrong side.
 */
export function NameList({
  names,
  as: Element,
  className,
}: {
  names: readonly { language: string; value: string }[];
  as: 'p' | 'span';
  className: string;
}): ReactElement | null {
  const shown = useLanguage();
  if (names.length === 0) return null;
  return (
    <Element className={className}>
      {names.map(({ language, value }, index) => (
        <Fragment key={index}>
          {index === 0 ? null : <span aria-hidden="true">{'\u2002·\u2002'}</span>}
          <span {...languageAttributes(language, shown)}>{value}</span>
        </Fragment>
      ))}
    </Element>
  );
}
