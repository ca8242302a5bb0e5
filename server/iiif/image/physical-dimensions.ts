/** How large a pixel is on paper: the Physical Dimensions service 1.0, which rulers in viewers go by. */
export type PhysicalDimensions = {
  '@context': string;
  id: string;
  type: 'Service';
  profile: string;
  /** Of one pixel of the full image, in `physicalUnits`. */
  physicalScale: number;
  physicalUnits: 'mm';
};

const PROFILE = 'http://iiif.io/api/annex/services/physdim';

/**
 * @param service public URL of the image service that it stands in.
 * @param resolution in pixels per inch.
 */
export function physicalDimensions(service: string, resolution: number): PhysicalDimensions {
  return {
    '@context': `${PROFILE}/1/context.json`,
    // All is said here; the id is there because services of version 3 have one.
    id: `${service}#physical-dimensions`,
    type: 'Service',
    profile: PROFILE,
    physicalScale: Number((25.4 / resolution).toPrecision(6)),
    physicalUnits: 'mm',
  };
}
