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

/** The address of a plain image that OpenSeadragon was given and could not load, by what it says of the failure. */
export function failedAddress(failure: unknown): string | undefined {
  const options = isRecord(failure) ? failure.options : undefined;
  const source = isRecord(options) ? options.tileSource : undefined;
  return isRecord(source) && typeof source.url === 'string' ? source.url : undefined;
}

/** Mirador lets the promise of such an image reject with nobody to hear: it is said in the room instead. */
export function hushFailedImages(): () => void {
  const onRejection = (event: PromiseRejectionEvent) => {
    if (failedAddress(event.reason) !== undefined) event.preventDefault();
  };
  window.addEventListener('unhandledrejection', onRejection);
  return () => window.removeEventListener('unhandledrejection', onRejection);
}
