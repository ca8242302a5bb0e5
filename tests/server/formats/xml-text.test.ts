import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../server/formats/xml-reader.ts';
import { escapeXml } from '../../../server/formats/xml-text.ts';

/** What a reader finds in an attribute and between tags, or why it finds nothing. */
function read(text: string) {
  const found = { attribute: '', text: '' };
  const fault = readXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`, {
    open: (_name, { b = '' }) => {
      found.attribute = b;
    },
    close: () => undefined,
    text: (part) => {
      found.text += part;
    },
  });
  return fault ?? found;
}

describe('escapeXml', () => {
  it.each(['<b>&amp;"\'', ']]>', '<!-- --><![CDATA[', '𝄞 é \u00a0', '&#0;'])('keeps %j as it is', (text) => {
    expect(read(text)).toEqual({ attribute: text, text });
  });

  it.each(['\0', '\u0008', '\f', '\u001b', '\ud800', '\udc00', '\uffff', '\ufffe'])(
    'has %j replaced, which XML cannot have',
    (character) => {
      expect(read(`a${character}b`)).toEqual({ attribute: 'a\ufffdb', text: 'a\ufffdb' });
    },
  );

  it('makes well-formed XML of anything', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
        (a, b) => {
          expect(read(a + b)).toHaveProperty('text');
        },
      ),
    );
  });
});
