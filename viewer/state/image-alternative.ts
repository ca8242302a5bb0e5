import type { OsdViewer } from 'mirador';
import { createContext } from 'react';

/** What stands for the image of the page where it is not seen: its name, and the id of the text that says more. */
export type ImageAlternative = { name: string; details: string | undefined };

export const ImageAlternativeContext = createContext<ImageAlternative>({ name: '', details: undefined });

/**
 * Names the picture that OpenSeadragon draws, and keeps it named: Mirador gives it a name and a description of its own
 * in the same moment. @returns what ends that.
 */
export function nameImage({ canvas, element }: OsdViewer, { name, details }: ImageAlternative): () => void {
  // The section around it would read out every word of the tools as they change.
  element.setAttribute('aria-live', 'off');
  // Its name is empty (`configuration.ts`), for it is no landmark; for some who hear the page an empty name makes it one.
  element.removeAttribute('aria-label');
  const image = canvas.firstElementChild;
  if (image === null) return () => undefined;
  const wanted = { role: 'img', 'aria-label': name, 'aria-details': details, 'aria-describedby': undefined };
  const settle = () => {
    for (const [attribute, value] of Object.entries(wanted)) {
      if (value === undefined) image.removeAttribute(attribute);
      else if (image.getAttribute(attribute) !== value) image.setAttribute(attribute, value);
    }
  };
  settle();
  const observer = new MutationObserver(settle);
  observer.observe(image, { attributeFilter: Object.keys(wanted) });
  return () => observer.disconnect();
}
