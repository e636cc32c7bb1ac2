import { IconPresentation, IconScale } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { awarenessSections } from '#src/questionnaire/sections/read-sections.ts'
import { can } from '#src/access/can.ts'
import { paths } from '#client/app/paths.ts'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import type { Opened } from '#client/opened/opened.ts'
import { OpenedPage } from '#client/opened/opened-page.tsx'
import { GoLink } from '#client/shell/go-link.tsx'
import { PageTitle } from '#client/shell/page-title.tsx'
import { GroupResults } from './group-results.tsx'
import { quizKey, useQuiz } from './quiz-api.ts'
import { RoundPanel } from './round-panel.tsx'
import { awarenessTexts as t } from './texts-fr.ts'
import './awareness.css'

/** The quiz of cases: two passings, the debate, what the group knew and knows. */
export default function AwarenessPage() {
  return <OpenedPage>{(opened) => <Page opened={opened} />}</OpenedPage>
}

function Page({ opened }: { readonly opened: Opened }) {
  const { quiz: cases, legalGrounds } = awarenessSections(opened.questionnaire)
  const quiz = useQuiz(opened.id)
  const queries = useQueryClient()
  const back = { to: paths.page(opened.id, 'home'), label: opened.view.structure.name }
  if (cases.length === 0)
    return (
      <div className="page">
        <PageTitle title={t.title} back={back}>
          {t.none}
        </PageTitle>
      </div>
    )
  if (quiz.isError) return <ErrorState error={quiz.error} onRetry={() => void quiz.refetch()} />
  if (quiz.data === undefined) return <Loading lines={8} />
  const mayLead = can(opened.view.role, 'lead-awareness') && !opened.view.frozen

  return (
    <div className="page">
      <PageTitle
        title={t.title}
        back={back}
        action={
          <GoLink className="btn" to={paths.debate(opened.id)}>
            <IconPresentation size={20} aria-hidden />
            {t.debate}
          </GoLink>
        }
      >
        {t.lead}
      </PageTitle>
      <div className="quiz-rounds">
        {quiz.data.rounds.map((round) => (
          <RoundPanel
            key={round.round}
            accompanimentId={opened.id}
            round={round}
            mayLead={mayLead}
            mayOpen={!quiz.data.rounds.some(({ status }) => status === 'open')}
            onChanged={() => queries.invalidateQueries({ queryKey: quizKey(opened.id) })}
          />
        ))}
      </div>
      <GroupResults results={quiz.data.results} cases={cases} />
      {legalGrounds.length > 0 && (
        <p>
          <GoLink className="act" to={paths.law(opened.id)}>
            <IconScale size={20} aria-hidden />
            {t.law}
          </GoLink>
        </p>
      )}
    </div>
  )
}
