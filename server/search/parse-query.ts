import { Failure } from '../model/failure.ts';
import { FIELDS, type Field, type Query } from './query.ts';

export type ParsedQuery = {
  /** Absent where nothing is left to be looked for. */
  query?: Query;
  /** What was read otherwise than it may have been meant. */
  notes: readonly QueryNote[];
};

export type QueryNote =
  | { kind: 'quote-unclosed' | 'bracket-unmatched' | 'operator-alone' | 'only-excluded' }
  | { kind: 'field-unknown'; field: string };

const LONGEST = 1000;
const MOST_TERMS = 60;
/** Each is as many words as begin so. */
const MOST_PREFIXES = 8;
const DEEPEST = 20;

/**
 * Reads `words "a phrase" begin* a OR b -c NOT d (e f) kind:telegram =Exact`. Words are joined by AND; operators are
 * capitals. What makes no sense as an operator is passed over or read as words, and noted: a reader gets an answer.
 *
 * @throws Failure `search-too-long`, `search-too-complex`
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > LONGEST) {
    throw new Failure('search-too-long', {
      message: 'This is too much to search for',
      expected: `${LONGEST} characters at most`,
      received: String(text.length),
    });
  }
  const { lexemes, unclosed } = lex(text);
  if (lexemes.filter(({ kind }) => kind === 'term').length > MOST_TERMS) {
    throw new Failure('search-too-complex', {
      message: 'This search has too many words',
      expected: `${MOST_TERMS} at most`,
      received: String(lexemes.length),
    });
  }
  if (lexemes.filter((lexeme) => lexeme.kind === 'term' && lexeme.prefix).length > MOST_PREFIXES) {
    throw new Failure('search-too-complex', {
      message: 'This search has too many beginnings of words',
      expected: `${MOST_PREFIXES} at most`,
    });
  }
  const parser = new Parser(lexemes);
  const query = parser.whole();
  const notes: QueryNote[] = [...(unclosed ? [{ kind: 'quote-unclosed' } as const] : []), ...parser.notes];
  if (query === undefined) return { notes };
  if (!hasPositive(query)) return { notes: [...notes, { kind: 'only-excluded' }] };
  return { query, notes };
}

type Term = { kind: 'term'; text: string; quoted: boolean; exact: boolean; prefix: boolean; field?: string };
type Lexeme = Term | { kind: 'and' | 'or' | 'not' | 'open' | 'close' };

const QUOTES = '"“”„«»';
const LEXEME = new RegExp(
  [
    String.raw`\s+`,
    String.raw`(?<open>\()`,
    String.raw`(?<close>\))`,
    String.raw`(?<minus>-)(?=[^\s])`,
    String.raw`(?:(?<field>\p{L}+):)?(?<exact>=)?[${QUOTES}](?<quoted>[^${QUOTES}]*)(?<end>[${QUOTES}]|$)(?<star>\*)?`,
    String.raw`(?:(?<wordField>\p{L}+):(?=[^\s]))?(?<wordExact>=)?(?<word>[^\s()${QUOTES}]+)`,
    String.raw`.`,
  ].join('|'),
  'gsu',
);

function lex(text: string): { lexemes: Lexeme[]; unclosed: boolean } {
  const lexemes: Lexeme[] = [];
  let unclosed = false;
  for (const { groups = {} } of text.matchAll(LEXEME)) {
    if (groups.open !== undefined) lexemes.push({ kind: 'open' });
    else if (groups.close !== undefined) lexemes.push({ kind: 'close' });
    else if (groups.minus !== undefined) lexemes.push({ kind: 'not' });
    else if (groups.quoted !== undefined) {
      if (groups.end === '') unclosed = true;
      lexemes.push({
        kind: 'term',
        text: groups.quoted,
        quoted: true,
        exact: groups.exact !== undefined,
        prefix: groups.star !== undefined,
        ...(groups.field === undefined ? {} : { field: groups.field }),
      });
    } else if (groups.word !== undefined) {
      lexemes.push(wordLexeme(groups.word, groups.wordField, groups.wordExact !== undefined));
    }
  }
  return { lexemes, unclosed };
}

function wordLexeme(word: string, field: string | undefined, exact: boolean): Lexeme {
  if (field === undefined && !exact) {
    if (word === 'AND' || word === '&&') return { kind: 'and' };
    if (word === 'OR' || word === '||') return { kind: 'or' };
    if (word === 'NOT') return { kind: 'not' };
  }
  const prefix = word.length > 1 && word.endsWith('*');
  const text = prefix ? word.slice(0, -1) : word;
  return { kind: 'term', text, quoted: false, exact, prefix, ...(field === undefined ? {} : { field }) };
}

class Parser {
  readonly notes: QueryNote[] = [];
  readonly #lexemes: readonly Lexeme[];
  #at = 0;

  constructor(lexemes: readonly Lexeme[]) {
    this.#lexemes = lexemes;
  }

  whole(): Query | undefined {
    const parts: Query[] = [];
    while (this.#at < this.#lexemes.length) {
      const part = this.#or(0);
      if (part !== undefined) parts.push(part);
      // Only a bracket that was never opened is left over.
      if (this.#take('close')) this.#note('bracket-unmatched');
    }
    return joined('and', parts);
  }

  #or(depth: number): Query | undefined {
    const parts = [this.#and(depth)];
    while (this.#take('or')) {
      const part = this.#and(depth);
      if (part === undefined || parts[0] === undefined) this.#note('operator-alone');
      parts.push(part);
    }
    return joined('or', present(parts));
  }

  #and(depth: number): Query | undefined {
    const parts: (Query | undefined)[] = [];
    for (;;) {
      const next = this.#lexemes[this.#at]?.kind;
      if (next === undefined || next === 'or' || next === 'close') break;
      if (this.#take('and')) {
        const after = this.#lexemes[this.#at]?.kind;
        if (parts.length === 0 || after === undefined || after === 'or' || after === 'close')
          this.#note('operator-alone');
        continue;
      }
      parts.push(this.#not(depth));
    }
    return joined('and', present(parts));
  }

  #not(depth: number): Query | undefined {
    if (this.#take('not')) {
      let denied = true;
      while (this.#take('not')) denied = !denied;
      const part = this.#one(depth);
      if (part === undefined) {
        this.#note('operator-alone');
        return undefined;
      }
      return denied ? { kind: 'not', part } : part;
    }
    return this.#one(depth);
  }

  #one(depth: number): Query | undefined {
    const lexeme = this.#lexemes[this.#at];
    if (lexeme?.kind === 'open') {
      this.#at += 1;
      if (depth >= DEEPEST) {
        throw new Failure('search-too-complex', {
          message: 'This search is nested too deeply',
          expected: `${DEEPEST} brackets at most`,
        });
      }
      const inner = this.#or(depth + 1);
      if (!this.#take('close')) this.#note('bracket-unmatched');
      return inner;
    }
    if (lexeme?.kind !== 'term') return undefined;
    this.#at += 1;
    return this.#term(lexeme);
  }

  #term({ text, quoted, exact, prefix, field }: Term): Query | undefined {
    if (field !== undefined) {
      const known = FIELDS.find((name) => name === field.toLowerCase());
      if (known !== undefined) return fieldQuery(known, text);
      this.notes.push({ kind: 'field-unknown', field });
      // `Note:see` is two words that stand together, whatever was meant.
      return term(`${field} ${text}`, { prefix, exact, phrase: true });
    }
    return term(text, { prefix, exact, phrase: quoted });
  }

  #take(kind: Lexeme['kind']): boolean {
    if (this.#lexemes[this.#at]?.kind !== kind) return false;
    this.#at += 1;
    return true;
  }

  #note(kind: 'bracket-unmatched' | 'operator-alone'): void {
    if (!this.notes.some((note) => note.kind === kind)) this.notes.push({ kind });
  }
}

function term(
  text: string,
  { prefix, exact, phrase }: { prefix: boolean; exact: boolean; phrase: boolean },
): Query | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  return { kind: 'term', text, prefix, exact, phrase };
}

function fieldQuery(field: Field, value: string): Query | undefined {
  return value.trim() === '' ? undefined : { kind: 'field', field, value: value.trim() };
}

function present(parts: readonly (Query | undefined)[]): Query[] {
  return parts.flatMap((part) => part ?? []);
}

function joined(kind: 'and' | 'or', parts: readonly Query[]): Query | undefined {
  const [only] = parts;
  return parts.length <= 1 ? only : { kind, parts };
}

/** Everything but a word is never asked for: nobody wants all documents without it one by one. */
function hasPositive(query: Query): boolean {
  if (query.kind === 'not') return false;
  if (query.kind === 'and') return query.parts.some(hasPositive);
  if (query.kind === 'or') return query.parts.every(hasPositive);
  return true;
}
