/** Whether a text that is dropped looks like an address or a content state, and is not any other words. */
export function isDroppable(text: string): boolean {
  return /^\s*(?:https?:\/\/\S+\s*$|\{)/i.test(text);
}
