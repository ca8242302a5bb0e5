import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../../server/catalogue/messages/messages.ts';
import { signedHtml } from '../../../server/catalogue/signed-html.ts';

const english = messagesIn('en');

describe('signedHtml', () => {
  it('says in words what is struck, added and uncertain, and where that ends', () => {
    const heard = signedHtml(
      '<del>ten <b>big</b></del><br/><ins>two</ins> <span class="uncertain">boats</span>',
      english,
    );
    expect(heard.replace(/<[^>]+>/g, '')).toBe(
      'struck out: ten big (end)added: two (end) uncertain reading: boats (end)',
    );
    for (const sign of ['struck', 'added', 'uncertain']) expect(heard).toContain(`class="sign-${sign}"`);
  });

  it('leaves markup alone that is no sign, and keeps the attributes of what is one', () => {
    const html = 'a <b>b</b> <a href="https://e.org/?a&amp;b">c</a> &lt;del&gt;<br/>';
    expect(signedHtml(html, english)).toBe(html);
    expect(signedHtml('<span class="gap" lang="ru">[…]</span>', english)).toMatch(
      /^<span class="sign-gap" lang="ru">/,
    );
  });

  it('says it in the language of the page, whatever the language of the words', () => {
    const heard = signedHtml('<del>ten</del>', messagesIn('ru'));
    expect(heard).toContain('<span class="sign-words" lang="ru">зачёркнуто: </span>ten');
    expect(heard).toContain('<span class="sign-words" lang="ru"> (конец)</span></del>');
  });
});
