import sharp from 'sharp';

// libvips keeps opened files by name and would go on giving the old pixels of one that was replaced.
sharp.cache(false);
// One thread for each image: several images at once use the cores better than several threads on one, and
// every thread keeps its own strip of the picture in memory.
sharp.concurrency(1);

/** The image library with its process-wide settings made: everything imports it from here. */
export { sharp };
