import { describe, expect, it } from 'vitest';
import { encodeContentState } from '../../../viewer/iiif/content-state-encoding.ts';
import { isDroppable } from '../../../viewer/state/droppable.ts';
import { readDropped } from '../../../viewer/state/dropped.ts';

const viewer = 'https://example.org/viewer';
const manifest = 'https://other.example/manifest';
const canvas = {
  id: 'https://other.example/c/1',
  type: 'Canvas',
  partOf: [{ id: manifest, type: 'Manifest' }],
};
const link = (content: string) => ({
  ...{ kind: 'link', link: `${viewer}?iiif-content=${encodeURIComponent(content)}` },
});

describe('what is dropped on the room', () => {
  it('is opened if it is an address or a content state, or a link to some viewer with either', () => {
    expect(readDropped(` ${manifest}\n`, { viewer })).toEqual(link(manifest));
    expect(readDropped(JSON.stringify(canvas), { viewer })).toEqual(link(encodeContentState(canvas)));
    const viewers = [
      `https://viewer.example/?iiif-content=${encodeContentState(canvas)}`,
      `https://viewer.example/?manifest=${manifest}&canvas=${canvas.id}`,
    ];
    for (const text of viewers) {
      expect(readDropped(text, { viewer })).toEqual(link(encodeContentState(canvas)));
    }
    expect(readDropped(`https://viewer.example/?iiif-content=${manifest}`, { viewer })).toEqual(
      link(manifest),
    );
  });

  it('is no concern of ours if it is any other text', () => {
    for (const text of [
      '',
      'Comrade Zales’ev!',
      'https://a.example and more',
      'javascript:alert(1)',
      'base64',
    ]) {
      expect(isDroppable(text), text).toBe(false);
    }
  });

  it('is refused if it names nothing that could be opened, or too much', () => {
    const refused = [
      '{',
      '{"id":"javascript:alert(1)","type":"Manifest"}',
      'https://viewer.example/?manifest=javascript:alert(1)',
      'https://viewer.example/?iiif-content=!!!',
      JSON.stringify({ ...canvas, label: 'a'.repeat(5000) }),
    ];
    for (const text of refused) {
      expect(isDroppable(text), text).toBe(true);
      expect(readDropped(text, { viewer }), text).toEqual({ kind: 'refused' });
    }
  });
});
