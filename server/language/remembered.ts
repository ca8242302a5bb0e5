/**
 * A pure function of a text that remembers its last answers: words come again and again. When it has remembered `most` of them it
 * forgets them all, which is cheaper than to know which were asked for least.
 */
export function remembered<Value>(make: (text: string) => Value, most = 10_000): (text: string) => Value {
  const answers = new Map<string, { value: Value }>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known.value;
    const value = make(text);
    if (text.length > LONGEST) return value;
    if (answers.size >= most) answers.clear();
    answers.set(text, { value });
    return value;
  };
}

/** What is longer is no word, and a hostile page of such must not be kept. */
const LONGEST = 64;
