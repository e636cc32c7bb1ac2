import type { ReactNode } from 'react'
import type { AccompanimentView, ProgressView } from '#src/contract/accompaniments.ts'
import type { Questionnaire } from '#src/questionnaire/questionnaire.ts'
import { usePathParameter } from '#client/app/path-parameter.ts'
import { useAccompaniment, useProgress, useQuestionnaire } from '#client/app/queries.ts'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import { useTargetField } from '#client/shell/use-target-field.ts'
import { useOpened, type Opened } from './opened.ts'
import './opened.css'

/** A page of an accompaniment: waits for all it needs, says what failed, then shows it and stops at the field named. */
export function OpenedPage({ children }: { readonly children: (opened: Opened) => ReactNode }) {
  const id = usePathParameter('id')
  const view = useAccompaniment(id)
  const questionnaire = useQuestionnaire(view.data)
  const progress = useProgress(id)
  const failed = [view, questionnaire, progress].find((query) => query.isError && query.data === undefined)

  if (failed !== undefined) {
    return (
      <ErrorState
        error={failed.error}
        onRetry={() => void Promise.all([view.refetch(), questionnaire.refetch(), progress.refetch()])}
      />
    )
  }
  if (view.data === undefined || questionnaire.data === undefined || progress.data === undefined) return <Loading />
  return (
    <Ready view={view.data} questionnaire={questionnaire.data} progress={progress.data}>
      {children}
    </Ready>
  )
}

function Ready({ view, questionnaire, progress, children }: ReadyProps) {
  useTargetField(true)
  return children(useOpened(view, questionnaire, progress))
}

type ReadyProps = {
  readonly view: AccompanimentView
  readonly questionnaire: Questionnaire
  readonly progress: ProgressView
  readonly children: (opened: Opened) => ReactNode
}
