import type { ReactElement } from 'react';
import type { Site } from './assets.ts';
import { Layout } from './layout.tsx';
import { useMessages } from './interface.tsx';

/** Asks for the address of a manifest of another archive. */
export function ManifestFormPage({ site }: { site: Site }): ReactElement {
  const messages = useMessages();
  return (
    <Layout site={site} title={messages.manifestForm}>
      <header className="opening">
        <h1>{messages.manifestForm}</h1>
        <p className="lead">{messages.manifestFormLead}</p>
      </header>
      <form className="manifest-form" method="get" action={site.urls.viewer()}>
        <label htmlFor="manifest">{messages.manifestAddress}</label>
        <input
          id="manifest"
          name="manifest"
          type="url"
          required
          maxLength={4096}
          autoComplete="url"
          spellCheck={false}
          aria-describedby="manifest-example"
        />
        <button className="button" type="submit">
          {messages.open}
        </button>
        <p id="manifest-example" className="hint">
          {messages.manifestExample}
        </p>
      </form>
    </Layout>
  );
}
