import type { ReactElement } from 'react';
import type { Column } from '../iiif/canvas-texts.ts';
import type { Text } from '../iiif/text.ts';
import { languageTag } from '../iiif/language-map.ts';
import { say } from '../messages/messages.ts';
import type { Panes } from '../state/panes.ts';
import { useHeldHead, type HeadTool } from '../state/held-head.ts';
import { partOf, withPart } from '../state/weights.ts';
import { Icon } from './icon.tsx';
import { Splitter, type Area } from './splitter.tsx';
import { TextChooser } from './text-chooser.tsx';
import { nameOfColumn, nameOfText } from './text-name.ts';

/** The heads of the columns: which text stands in each, ways to move it, to hide it, and to set another beside it. */
export function ColumnHeads({
  panes: { texts, preferences, prefer },
  columns,
  onChoose,
}: {
  panes: Panes;
  columns: readonly Column[];
  onChoose: (keys: readonly string[]) => void;
}): ReactElement {
  const keys = columns.map(({ key }) => key);
  const others = texts.filter(({ key }) => !keys.includes(key));
  const { weights } = preferences;
  const { heads, hold } = useHeldHead(keys);
  const choose = (next: readonly string[], held: string | undefined, tool?: HeadTool) => {
    hold(held, tool);
    onChoose(next);
  };
  const hide = (index: number) => {
    const next = without(keys, index);
    choose(next, next[Math.min(index, next.length - 1)]);
  };
  const add = <AddText {...{ texts, others }} onAdd={(key) => choose([...keys, key], key)} />;
  return (
    <div className="desk-heads" ref={heads}>
      <div className="desk-head-columns">
        {columns.map((column, index) => (
          <div key={column.key} className="desk-head" data-column={column.key}>
            <TextChooser
              label={say('columnText', { number: index + 1 })}
              {...{ texts, column }}
              onChoose={(key) => (key === null ? hide(index) : choose(withKeyAt(keys, index, key), key))}
            />
            <div className="desk-head-tools">
              {index === 0 ? null : (
                <HeadButton
                  icon="back"
                  name={say('columnBack', { text: nameOfColumn(column, texts) })}
                  onPress={() => choose(swapped(keys, index - 1), column.key, 'back')}
                />
              )}
              {index === columns.length - 1 ? null : (
                <HeadButton
                  icon="forward"
                  name={say('columnOn', { text: nameOfColumn(column, texts) })}
                  onPress={() => choose(swapped(keys, index), column.key, 'forward')}
                />
              )}
              <HeadButton
                icon="close"
                name={say('columnHide', { text: nameOfColumn(column, texts) })}
                onPress={() => hide(index)}
              />
              {index === columns.length - 1 ? add : null}
            </div>
            {index === columns.length - 1 ? null : (
              <Splitter
                direction="along"
                label={say('splitColumns', { number: index + 1 })}
                value={partOf(weights, index)}
                bounds={{ least: 0.15, most: 0.85 }}
                areaAround={pairAround}
                onMove={(part) => prefer({ weights: withPart(weights, index, part) })}
                onReset={() => prefer({ weights: withPart(weights, index, 0.5) })}
              />
            )}
          </div>
        ))}
      </div>
      {columns.length === 0 ? <div className="desk-head-tools">{add}</div> : null}
    </div>
  );
}

/** Sets another text beside those that are shown; nothing where there is none. */
function AddText({
  texts,
  others,
  onAdd,
}: {
  texts: readonly Text[];
  /** Those that are not shown. */
  others: readonly Text[];
  onAdd: (key: string) => void;
}): ReactElement | null {
  if (others.length === 0) return null;
  return (
    <div className="desk-head-add" title={say('columnAdd')}>
      <Icon name="plus" />
      <select
        data-tool="add"
        aria-label={say('columnAdd')}
        value=""
        onChange={({ target }) => {
          const text = others[Number(target.value)];
          if (target.value !== '' && text !== undefined) onAdd(text.key);
        }}
      >
        <option value="">{say('columnAdd')}</option>
        {others.map((text, index) => (
          <option key={text.key} value={index} lang={languageTag(text.labelLanguage)}>
            {nameOfText(text, texts)}
          </option>
        ))}
      </select>
    </div>
  );
}

function HeadButton({
  icon,
  name,
  onPress,
}: {
  icon: 'back' | 'forward' | 'close';
  name: string;
  onPress: () => void;
}): ReactElement {
  return (
    <button
      type="button"
      className="desk-head-button"
      data-tool={icon}
      title={name}
      aria-label={name}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

function without(keys: readonly string[], index: number): readonly string[] {
  return keys.filter((_, number) => number !== index);
}

/** With another text in a column; where that stands in another one already, the two change places. */
function withKeyAt(keys: readonly string[], index: number, key: string): readonly string[] {
  const own = keys[index];
  return keys.map((before, number) => (number === index ? key : before === key ? (own ?? key) : before));
}

/** A column and the one after it change places. */
function swapped(keys: readonly string[], index: number): readonly string[] {
  const [one, other] = [keys[index], keys[index + 1]];
  return keys.map((key, number) =>
    number === index ? (other ?? key) : number === index + 1 ? (one ?? key) : key,
  );
}

/** The head that a divider stands in, and the one after it. */
function pairAround(divider: HTMLElement): Area | undefined {
  const head = divider.parentElement;
  const [one, other] = [head?.getBoundingClientRect(), head?.nextElementSibling?.getBoundingClientRect()];
  if (one === undefined || other === undefined) return undefined;
  const left = Math.min(one.left, other.left);
  return { left, top: one.top, width: Math.max(one.right, other.right) - left, height: one.height };
}
