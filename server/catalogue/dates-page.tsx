import type { ReactElement } from 'react';
import type { PublicUrls } from '../http/public-urls.ts';
import type { YearsAnswer } from '../search/search.ts';
import type { Site } from './assets.ts';
import { AuthorityBreadcrumb } from './authority-breadcrumb.tsx';
import { Layout } from './layout.tsx';
import { useMessages } from './interface.tsx';

type Year = YearsAnswer['years'][number];

/** How many documents there are of each year, in decades; each year leads to its documents in their order. */
export function DatesPage({ site, answer }: { site: Site; answer: YearsAnswer }): ReactElement {
  const messages = useMessages();
  const { urls } = site;
  const { years, longer, undated } = answer;
  const most = years.reduce((highest, { documents }) => Math.max(highest, documents), 1);
  return (
    <Layout site={site} title={messages.dates.heading} head={<link rel="canonical" href={urls.dates()} />}>
      <AuthorityBreadcrumb urls={urls} />
      <header className="opening">
        <h1>{messages.dates.heading}</h1>
        <p className="lead">{years.length === 0 ? messages.dates.none : messages.dates.lead}</p>
      </header>
      {decadesOf(years).map(({ decade, years: own }) => (
        <section key={decade} className="decade" aria-labelledby={`from-${decade}`}>
          <h2 id={`from-${decade}`}>{messages.dates.decade(decade)}</h2>
          <ol className="year-list">
            {own.map((year) => (
              <YearEntry key={year.year} year={year} most={most} urls={urls} />
            ))}
          </ol>
        </section>
      ))}
      {longer === 0 && undated === 0 ? null : (
        <section className="decade" aria-labelledby="otherwise">
          <h2 id="otherwise">{messages.dates.otherwise}</h2>
          <div>
            {longer === 0 ? null : <p>{messages.dates.longer(longer)}</p>}
            {undated === 0 ? null : (
              <p>
                {messages.dates.undated(undated)} <a href={urls.undated()}>{messages.dates.undatedLink}</a>
              </p>
            )}
            <p className="hint">{messages.dates.otherwiseHelp}</p>
          </div>
        </section>
      )}
    </Layout>
  );
}

/** The bar only repeats the number. It is a picture, for the pages' policy lets no style stand in markup. */
function YearEntry({
  year: { year, documents },
  most,
  urls,
}: {
  year: Year;
  most: number;
  urls: PublicUrls;
}): ReactElement {
  const messages = useMessages();
  const parameters = new URLSearchParams({ year, sort: 'oldest' });
  return (
    <li>
      <a href={urls.searchPage(parameters)}>{year}</a>
      <svg className="year-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(0.5, (100 * documents) / most).toFixed(1)} height="1" />
      </svg>
      <span className="year-count">{messages.dates.documents(documents)}</span>
    </li>
  );
}

function decadesOf(years: readonly Year[]): { decade: string; years: Year[] }[] {
  const decades = new Map<string, Year[]>();
  for (const year of years) {
    const decade = String(10 * Math.floor(Number(year.year) / 10));
    const known = decades.get(decade);
    if (known === undefined) decades.set(decade, [year]);
    else known.push(year);
  }
  return [...decades].map(([decade, own]) => ({ decade, years: own }));
}
