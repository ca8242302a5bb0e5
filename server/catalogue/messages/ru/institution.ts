import type { Messages } from '../messages.ts';

/** Every word of ours that the catalogue says around an institution's own. */
export const institutionMessages: Messages['institution'] = {
  imprint: 'Выходные данные',
  site: 'Издатель:',
};
