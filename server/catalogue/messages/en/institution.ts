/** Every word of ours that the catalogue says around an institution's own. */
export const institutionMessages = {
  imprint: 'Imprint',
  /** Beside the name of an institution, which leads to its own site. */
  site: 'Published by',
};
