import Viewer from '@samvera/clover-iiif/viewer';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

// A page's script, not TypeScript because Clover's types do not say what its module gives: Clover as React components, with its panel of information open.
const place = document.getElementById('viewer');
const subject = new URLSearchParams(location.search).get('subject');
if (place !== null && subject !== null)
  createRoot(place).render(
    createElement(Viewer, {
      iiifContent: subject,
      options: {
        canvasHeight: '600px',
        informationPanel: { open: true, renderAnnotation: true },
      },
    }),
  );
