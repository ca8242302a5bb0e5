import { describe, expect, it } from 'vitest';
import { checked } from '../../../viewer/state/requests.ts';

const url = 'https://example.org/';
const manifest = {
  type: 'Manifest',
  items: [{ id: 'c', type: 'Canvas', items: [] }],
  partOf: [{ id: 'top' }],
};

describe('what servers answer', () => {
  it('becomes a failure with a reason where it is no manifest', () => {
    const outcome = (manifestJson: unknown) =>
      checked(url, { type: 'mirador/RECEIVE_MANIFEST', manifestId: url, manifestJson });
    expect(outcome(null)).toMatchObject({
      type: 'mirador/RECEIVE_MANIFEST_FAILURE',
      error: 'not-iiif',
      manifestId: url,
    });
    expect(outcome({ type: 'Collection' })).toMatchObject({ error: 'collection' });
    expect(outcome(manifest)).toMatchObject({
      type: 'mirador/RECEIVE_MANIFEST',
      manifestJson: { type: 'Manifest' },
    });
  });

  it('loses what would make the viewer fetch the collection around a document', () => {
    expect(checked(url, { type: 'mirador/RECEIVE_MANIFEST', manifestJson: manifest })).not.toHaveProperty(
      'manifestJson.partOf',
    );
  });

  it('is no image description without an id and a sane size', () => {
    const good = { json: { id: url, width: 10, height: 10 }, response: {} };
    expect(checked(url, good)).toBe(good);
    for (const json of [
      null,
      [],
      'x',
      {},
      { id: url },
      { id: url, width: 1e12, height: 1 },
      { id: url, width: 0, height: 1 },
    ]) {
      expect(checked(url, { json, response: {} })).toHaveProperty('error');
    }
  });

  it('is no annotation page where it is no object', () => {
    expect(checked(url, { type: 'mirador/RECEIVE_ANNOTATION', annotationJson: null })).toMatchObject({
      type: 'mirador/RECEIVE_ANNOTATION_FAILURE',
    });
  });
});
