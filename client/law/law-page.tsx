import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import type { LegalGround } from '#src/questionnaire/sections/awareness.ts'
import { fullDay } from '#client/app/dates.ts'
import { paths } from '#client/app/paths.ts'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { lawTexts as t } from './texts-fr.ts'
import './law.css'

/** The grounds the law protects, explained to someone who is no jurist, each with the day its text was read. */
export default function LawPage() {
  return <OpenedPage>{(opened) => <Law opened={opened} />}</OpenedPage>
}

function Law({ opened }: { readonly opened: Opened }) {
  const [search, setSearch] = useState('')
  const { legalGrounds } = awarenessSections(opened.questionnaire)
  const wanted = folded(search.trim())
  const found = legalGrounds.filter((ground) => folded(textOf(ground)).includes(wanted))

  return (
    <div className="page">
      <PageTitle
        title={t.title(legalGrounds.length)}
        documentTitle={t.documentTitle}
        back={{ to: paths.page(opened.id, 'home'), label: opened.view.structure.name }}
      >
        {t.lead}
      </PageTitle>
      <TextInput
        type="search"
        className="law-search"
        label={t.search}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <p className="small muted" role="status">
        {found.length === 0 ? t.none(search.trim()) : t.found(found.length)}
      </p>
      <dl className="law">
        {found.map(({ id, title, definition, example, legalBasis }) => (
          <div key={id} id={id}>
            <dt>{title}</dt>
            <dd>
              <p>{definition}</p>
              {example !== undefined && (
                <p className="muted">
                  {t.example} : {example}
                </p>
              )}
              <details>
                <summary>{legalBasis.map(({ reference }) => reference).join(' ; ')}</summary>
                <ul>
                  {legalBasis.map(({ rule, reference, validity }) => (
                    <li key={reference}>
                      {rule}{' '}
                      <span className="small muted">
                        {reference}, {t.readOn(fullDay(validity.readOn))}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function textOf({ title, definition, example = '', legalBasis }: LegalGround): string {
  return [title, definition, example, ...legalBasis.flatMap(({ rule, reference }) => [rule, reference])].join(' ')
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLocaleLowerCase('fr')
}
