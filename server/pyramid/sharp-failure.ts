import { Failure } from '../model/failure.ts';

/**
 * What an error of the image library says about a source file, for the person who put it there. The library
 * throws plain errors: only their words tell a bad file from a full disk, and those words are libvips' own.
 */
export function sharpFailure(file: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const words = error instanceof Error ? error.message : String(error);
  if (/too large for the .* format/i.test(words)) {
    return new Failure(
      'image-file-too-large',
      {
        place: file,
        message: 'This image is longer than the 65,500 pixels that one may be; cut it into parts',
      },
      { cause: error },
    );
  }
  if (/exceeds pixel limit/i.test(words)) {
    return new Failure(
      'image-file-too-large',
      { place: file, message: 'This image has more pixels than the setting DIPTYCH_MAX_PIXELS allows' },
      { cause: error },
    );
  }
  if (
    /no space left|disk quota|file too large|unable to (?:write|open .* for write)|write (?:error|failed)/i.test(
      words,
    )
  ) {
    return new Failure(
      'write-failed',
      {
        place: file,
        message: `The pyramid of this image could not be written (${withoutPath(firstLine(words))}); see that the disk has room`,
      },
      { cause: error },
    );
  }
  if (/input file is missing|permission denied|no such file/i.test(words)) {
    return new Failure(
      'file-unreadable',
      { place: file, message: 'This image cannot be read; see that it is there and that it may be read' },
      { cause: error },
    );
  }
  // A TIFF file in CIELab: the library knows what it is, and then trips over it.
  if (/bad labq format/i.test(words)) {
    return new Failure(
      'image-file-unsupported',
      {
        place: file,
        message: 'Images in CIELab with 8 bits cannot be read. Save it in RGB, with its profile',
      },
      { cause: error },
    );
  }
  return new Failure(
    'image-file-damaged',
    {
      place: file,
      message: `This image is damaged (${firstLine(words)}). Scan it again or take an earlier copy`,
    },
    { cause: error },
  );
}

/** The temporary name that was written to tells nobody anything. */
function withoutPath(words: string): string {
  return words.replace(/^\/\S+: /, '');
}

/** libvips joins everything that it noticed, often the same many times over. */
function firstLine(words: string): string {
  const [first = ''] = words.split('\n');
  return first.replace(/^Input (?:file|buffer) (?:has|contains) /, '').slice(0, 160);
}
