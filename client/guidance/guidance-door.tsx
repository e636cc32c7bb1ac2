import { IconLifebuoy } from '@tabler/icons-react'
import { paths } from '#client/app/paths.ts'
import { useAccompaniment, useQuestionnaire } from '#client/app/queries.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { guidanceTexts as t } from './texts-fr.ts'
import './guidance-door.css'

/** The page for serious situations, one click away from every page of an accompaniment whose method has one. */
export function GuidanceDoor({ pathname }: { readonly pathname: string }) {
  const id = /^\/accompaniments\/([0-9a-f-]{36})(?:\/|$)/u.exec(pathname)?.[1]
  return id === undefined ? null : <Door accompanimentId={id} />
}

function Door({ accompanimentId }: { readonly accompanimentId: string }) {
  const accompaniment = useAccompaniment(accompanimentId)
  const questionnaire = useQuestionnaire(accompaniment.data)
  if (questionnaire.data?.sections?.['guidance'] === undefined) return null
  return (
    <GoLink to={paths.guidance} className="guidance-door" aria-label={t.link}>
      <IconLifebuoy size={22} aria-hidden />
      <span>{t.short}</span>
    </GoLink>
  )
}
