import { useLocation, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { applicableCriteria } from '#src/accompaniment/dossier.ts'
import { usePathParameter } from '#client/app/path-parameter.ts'
import { canWrite } from '#client/accompaniment/can-write.ts'
import { paths } from '#client/app/paths.ts'
import { useAccompaniment, useQuestionnaire } from '#client/app/queries.ts'
import { useShortcut } from '#client/app/shortcuts.ts'
import { ErrorState, Loading } from '#client/feedback/states.tsx'
import type { Level } from '#src/questionnaire/questionnaire.ts'
import { CriterionHelp } from './criterion-help.tsx'
import { CriterionList } from './criterion-list.tsx'
import { CriterionQuestion } from './criterion-question.tsx'
import { CriterionFooter } from './criterion-footer.tsx'
import { assessmentTexts as t } from './texts-fr.ts'
import './assessment.css'

/** The self-assessment, one criterion at a time; the fragment of the address says which. */
export default function PositioningPage() {
  const id = usePathParameter('id')
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const accompaniment = useAccompaniment(id)
  const questionnaire = useQuestionnaire(accompaniment.data)
  const title = useRef<HTMLHeadingElement>(null)
  const moving = useRef(false)
  const choose = useRef<(level: Level) => void>(() => {})
  const [listOpen, setListOpen] = useState(false)
  const onReady = useCallback((act: (level: Level) => void) => {
    choose.current = act
  }, [])

  const criteria =
    questionnaire.data && accompaniment.data
      ? applicableCriteria(questionnaire.data, accompaniment.data.structure.kinds)
      : []
  const entries = accompaniment.data?.entries ?? {}
  const wanted = decodeURIComponent(hash).replace(/^(criterion|comment)\//, '')
  const firstOpen = criteria.findIndex((criterion) => (entries[`criterion/${criterion.id}`]?.value ?? null) === null)
  const found = criteria.findIndex((criterion) => criterion.id === wanted)
  const index = found >= 0 ? found : Math.max(0, firstOpen)
  const criterion = criteria[index]

  // The first criterion left blank is where one starts; once there, answering it must not move the page.
  const target = criterion?.id
  useEffect(() => {
    // While leaving for another page, this one is still mounted and must not call the reader back.
    if (target !== undefined && wanted !== target && pathname === paths.page(id, 'positioning')) {
      void navigate({ to: paths.page(id, 'positioning'), hash: `criterion/${target}`, replace: true })
    }
  }, [id, wanted, target, pathname, navigate])

  // The title of the next criterion takes the focus, once it is there: it is read out, and the keys still work.
  useEffect(() => {
    if (!moving.current) return
    moving.current = false
    window.scrollTo(0, 0)
    title.current?.focus({ preventScroll: true })
  }, [target])

  function go(step: 1 | -1): void {
    const next = criteria[index + step]
    if (next === undefined) {
      if (step === 1) void navigate({ to: paths.page(id, 'home') })
      return
    }
    void navigate({ to: paths.page(id, 'positioning'), hash: `criterion/${next.id}` })
    moving.current = true
  }

  useShortcut(['1', '2', '3', '4'], (key) => {
    const level = ([1, 2, 3, 4] as const).find((each) => String(each) === key)
    if (level !== undefined) choose.current(level)
  })
  useShortcut(['Enter'], () => go(1))

  const failed = [accompaniment, questionnaire].find(({ isError }) => isError)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (accompaniment.data === undefined || questionnaire.data === undefined || criterion === undefined) {
    return <Loading lines={6} />
  }
  const view = accompaniment.data
  const dimension = questionnaire.data.dimensions.find((each) => each.id === criterion.dimensionId)
  const inDimension = criteria.filter((each) => each.dimensionId === criterion.dimensionId)

  return (
    <div className="assess">
      <CriterionList
        accompaniment={view}
        questionnaire={questionnaire.data}
        criteria={criteria}
        current={criterion}
        open={listOpen}
        onToggle={() => setListOpen(!listOpen)}
        position={t.position(inDimension.indexOf(criterion) + 1, inDimension.length)}
        progress={(inDimension.indexOf(criterion) + 1) / inDimension.length}
      />
      <div className="assess-main">
        <CriterionQuestion
          key={criterion.id}
          titleRef={title}
          accompaniment={view}
          questionnaire={questionnaire.data}
          criterion={criterion}
          dimension={dimension?.title ?? ''}
          readOnly={!canWrite(view, 'criterion')}
          onReady={onReady}
        />
        <CriterionFooter
          first={index === 0}
          last={index === criteria.length - 1}
          readOnly={!canWrite(view, 'criterion')}
          onPrevious={() => go(-1)}
          onNext={() => go(1)}
        />
      </div>
      <CriterionHelp accompanimentId={id} criterion={criterion} />
    </div>
  )
}
