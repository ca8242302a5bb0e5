import type { ReactElement } from 'react';
import type { Accent, Institution } from '../model/institution.ts';
import type { Site } from './assets.ts';
import { styleVersion } from './institution-styles.ts';
import { MarkedParagraphs } from './marked-words.tsx';
import { useMessages } from './interface.tsx';
import { Words } from './words.tsx';

/** Between these the logo's height and width are kept on the page, in CSS pixels. */
const LOGO = { height: 36, width: 220 };

/** The institution's logo; its name stands beside it, so there is nothing more to be said of the picture. */
export function InstitutionLogo({ site: { urls, institution } }: { site: Site }): ReactElement | null {
  const logo = institution?.logo;
  if (logo === undefined) return null;
  const scale = Math.min(LOGO.height / logo.height, LOGO.width / logo.width);
  return (
    <img
      className="masthead-logo"
      src={urls.institutionLogo(logo.hash)}
      alt=""
      width={Math.max(1, Math.round(logo.width * scale))}
      height={Math.max(1, Math.round(logo.height * scale))}
    />
  );
}

/** Its own words at the foot of every page, and where it is at home. */
export function InstitutionFooter({ institution }: { institution: Institution }): ReactElement | null {
  const messages = useMessages();
  const { footer, link, name } = institution;
  if (footer === undefined && link === undefined) return null;
  return (
    <div className="colophon-institution">
      {footer === undefined ? null : <MarkedParagraphs words={footer} />}
      {link === undefined ? null : (
        <p>
          {messages.institution.site}{' '}
          <a href={link}>
            <Words map={name} />
          </a>
        </p>
      )}
    </div>
  );
}

/** Its colours, after the style sheets that they are put in place of. */
export function InstitutionStyles({ site: { urls, institution } }: { site: Site }): ReactElement | null {
  const accent = institution?.accent;
  return accent === undefined ? null : (
    <link rel="stylesheet" href={urls.institutionStyles(styleVersion(accent))} />
  );
}

/** Where its imprint stands, on the site or elsewhere. */
export function imprintAddress({ urls, institution }: Site): string | undefined {
  const imprint = institution?.imprint;
  if (imprint === undefined) return undefined;
  return imprint.kind === 'address' ? imprint.url : urls.imprint();
}

/** What is our red in the browser's tab is the institution's. */
export function iconAccent({ institution }: Site): Accent['light'] {
  return institution?.accent?.light ?? '#8e2f1f';
}
