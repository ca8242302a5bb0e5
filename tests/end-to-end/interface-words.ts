import type { Page } from 'playwright-core';

/** What the page says in a language: texts and what is read out of attributes, where nothing says another language. */
export function interfaceWords(page: Page, language: string): Promise<string[]> {
  return page.evaluate((own) => {
    const words: string[] = [];
    const isOwn = (element: Element | null) => element?.closest('[lang]')?.getAttribute('lang') === own;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (isOwn(node.parentElement)) words.push((node.textContent ?? '').trim());
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'aria-description', 'title', 'alt', 'placeholder']) {
        const value = element.getAttribute(name);
        if (value !== null && isOwn(element)) words.push(value.trim());
      }
    }
    return words.filter((text) => text !== '');
  }, language);
}
