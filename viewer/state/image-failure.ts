import { idOf, isRecord, recordsOf } from '../iiif/json.ts';
import { canvasRecords } from '../iiif/manifest.ts';
import type { RoomState } from './room-state.ts';

/** The address of an image service of the canvas that is shown which did not answer as one; undefined if all did. */
export function imageFailure({ manifest, canvasId, imageInfos }: RoomState): string | undefined {
  if (!isRecord(manifest?.json)) return undefined;
  const canvas = canvasRecords(manifest.json).find((record) => idOf(record) === canvasId);
  const paintings = [
    ...recordsOf(canvas?.items).flatMap((page) => recordsOf(page.items).map(({ body }) => body)),
    ...recordsOf(canvas?.images).map(({ resource }) => resource),
  ];
  const services = paintings.filter(isRecord).flatMap(({ service }) => recordsOf(service).map(idOf));
  return services.find((id) => id !== undefined && imageInfos[id]?.error !== undefined);
}
