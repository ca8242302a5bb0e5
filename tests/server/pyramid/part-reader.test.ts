import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PartReader } from '../../../server/pyramid/part-reader.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let descriptor = 0;

beforeEach(() => {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, '0123456789');
  descriptor = openSync(path, 'r');
});

afterEach(() => closeSync(descriptor));

/** A disk that takes `takes` ms for each read on the spot, by a clock of its own. */
function diskThat(disk: { takes: number }) {
  const state = { now: 0, onTheSpot: 0 };
  const reader = new PartReader(
    (_descriptor, buffer, at) => {
      state.onTheSpot += 1;
      state.now += disk.takes;
      return buffer.write('spot', at);
    },
    () => state.now,
  );
  return { reader, state };
}

describe('PartReader', () => {
  it('fills the buffer from a place on, and says how much there was', async () => {
    const buffer = Buffer.from('........');
    expect(await new PartReader().read(descriptor, buffer, 2, 7)).toBe(3);
    expect(buffer.toString()).toBe('..789...');
  });

  it('reads on the spot for as long as that is quick', async () => {
    const { reader, state } = diskThat({ takes: 0.02 });
    for (let turn = 0; turn < 50; turn += 1) await reader.read(descriptor, Buffer.alloc(4), 0, 0);
    expect(state.onTheSpot).toBe(50);
  });

  it('hands over to other threads once a read was slow, and tries again later', async () => {
    const disk = { takes: 12 };
    const { reader, state } = diskThat(disk);
    const buffer = Buffer.alloc(4);
    await reader.read(descriptor, buffer, 0, 0);
    for (let turn = 0; turn < 20; turn += 1) {
      expect(await reader.read(descriptor, buffer, 0, 3)).toBe(4);
      expect(buffer.toString()).toBe('3456');
    }
    expect(state.onTheSpot).toBe(1);
    disk.takes = 0.02;
    state.now += 1000;
    await reader.read(descriptor, buffer, 0, 0);
    await reader.read(descriptor, buffer, 0, 0);
    expect(state.onTheSpot).toBe(3);
  });

  it('passes on what the file system says, in either way', async () => {
    const closed = openSync(join(temporaryFolder()), 'r');
    await expect(new PartReader().read(closed, Buffer.alloc(4), 0, 0)).rejects.toThrow('EISDIR');
    const { reader } = diskThat({ takes: 5 });
    await reader.read(closed, Buffer.alloc(4), 0, 0);
    await expect(reader.read(closed, Buffer.alloc(4), 0, 0)).rejects.toThrow('EISDIR');
    closeSync(closed);
  });
});
