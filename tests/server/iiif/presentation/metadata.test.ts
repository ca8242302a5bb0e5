import { describe, expect, it } from 'vitest';
import { documentMetadata, literal } from '../../../../server/iiif/presentation/metadata.ts';
import { record, storedDocument } from '../../../support/stored-document.ts';
import { telegram } from '../../../support/telegram.ts';

const { record: full, texts } = storedDocument(telegram());

/** The pairs as a reader of one language sees them, who is shown values of no language too. */
function shown(language: 'en' | 'ru'): string[] {
  return documentMetadata(full, texts).map(({ label, value }) => {
    const label_ = (label[language] ?? label.none ?? []).join();
    return `${label_}: ${(value[language] ?? value.none ?? value.en ?? []).join('; ')}`;
  });
}

describe('metadata', () => {
  it('says in English all that the record knows, levels in the order of the archive', () => {
    expect(shown('en')).toEqual([
      'Kind: Telegram',
      'Date sent: 7 October 1950',
      'Date received: October 1950 (approximately)',
      'Date (filed): 195X',
      'Creator: Pak Il-u',
      'Recipient: Filippov',
      'Editor: A. Specimen',
      'Contributor (stamp reader): B. Specimen',
      'People: Kim',
      'People: Shtykov',
      'Places: Pyongyang',
      'Subjects: Supply; Railways',
      'Language: Russian; Traditional Chinese',
      'Repository: Specimen Archive',
      'Fond: 5',
      'Opis (inventory): 918795',
      'Delo (file): 121',
      'Listi (leaves): 705-708',
      'Korob: 9',
      'ARK: /12345/x1',
      'Classification: Top secret',
      'Texts: Transcription, Russian, reviewed; ' +
        'Translation, English, A. Specimen (translator), published; ' +
        'Draft by machine, English, machine translation, draft; Notes, English, reviewed',
      'Support: Made possible by the Specimen Fund',
    ]);
  });

  it('says it in Russian, and loses nobody who is named in no language', () => {
    const lines = shown('ru');
    expect(lines).toContain('Вид документа: Телеграмма');
    expect(lines).toContain('Дата получения: октябрь 1950 г. (приблизительно)');
    expect(lines).toContain('Автор: Пак Ир У');
    expect(lines).toContain('Персоналии: Ким');
    expect(lines).toContain('Персоналии: Shtykov');
    expect(lines).toContain('Язык: русский; китайский, традиционное письмо');
    expect(lines).toContain('Опись: 918795');
  });

  it('is empty for a record that has only a title', () => {
    expect(documentMetadata(record(), [])).toEqual([]);
  });

  it('keeps a language that has no name, and one that is no tag, as it is', () => {
    const [languages] = documentMetadata(record({ languages: ['qaa', 'x_y'] }), []);
    expect(languages?.value.en).toEqual(['qaa', 'x_y']);
  });
});

describe('literal', () => {
  it('escapes only what a viewer would take for HTML', () => {
    expect(literal({ en: ['a < b > c', ' <script>x</script> ', '<5>'] })).toEqual({
      en: ['a < b > c', '<span>&lt;script&gt;x&lt;/script&gt;</span>', '<span>&lt;5&gt;</span>'],
    });
  });
});
