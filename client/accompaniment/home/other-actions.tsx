import {
  IconCalendar,
  IconChevronDown,
  IconLifebuoy,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconUsers,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { outlines } from '#src/accompaniment/journeys/outline.ts'
import type { NextStep } from '#src/accompaniment/missing-step.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { paths } from '#client/app/paths.ts'
import { journeyTexts } from '#client/journey/texts-fr.ts'
import { guidanceTexts } from '#client/guidance/texts-fr.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { DisclosureMenu } from '#client/shell/menu.tsx'
import { accompanimentTexts as t } from '#client/accompaniment/texts-fr.ts'
import { useTransition } from '#client/accompaniment/use-transition.ts'

const ReasonDialog = lazy(() => import('#client/feedback/reason-dialog.tsx'))

/** What stands beside the journey: framing, people, and, for whom it is allowed, pausing, stopping, taking up again. */
export function OtherActions({ accompaniment, next }: OtherActionsProps) {
  const [asked, setAsked] = useState<'hold' | 'cancel'>()
  const move = useTransition(accompaniment)
  const offered = (event: NextStep['event']) => next.some((step) => step.event === event && step.allowed)
  const ask = asked === 'hold' ? holdWords : cancelWords

  return (
    <>
      <DisclosureMenu
        buttonClass="btn s"
        button={
          <>
            {t.otherActions}
            <IconChevronDown size={18} aria-hidden />
          </>
        }
      >
        {(close) => (
          <>
            <GoLink to={paths.page(accompaniment.id, 'framing')} onClick={close}>
              <IconCalendar size={20} aria-hidden />
              {t.framing}
            </GoLink>
            <GoLink to={paths.page(accompaniment.id, 'people')} onClick={close}>
              <IconUsers size={20} aria-hidden />
              {t.people}
            </GoLink>
            {outlines[accompaniment.journey].confidential && (
              <GoLink to={paths.guidance} onClick={close}>
                <IconLifebuoy size={20} aria-hidden />
                {guidanceTexts.link}
              </GoLink>
            )}
            {offered('resume') && accompaniment.state === 'cancelled' && (
              <MenuButton label={journeyTexts.events.resume} icon="resume" onClick={() => void move('resume')} />
            )}
            {offered('hold') && (
              <MenuButton
                label={journeyTexts.events.hold}
                icon="hold"
                onClick={() => {
                  close()
                  setAsked('hold')
                }}
              />
            )}
            {offered('cancel') && (
              <MenuButton
                label={journeyTexts.events.cancel}
                icon="cancel"
                onClick={() => {
                  close()
                  setAsked('cancel')
                }}
              />
            )}
          </>
        )}
      </DisclosureMenu>
      {asked !== undefined && (
        <Suspense fallback={null}>
          <ReasonDialog
            {...ask}
            action={journeyTexts.events[asked]}
            onConfirm={(reason) => move(asked, reason)}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}

type OtherActionsProps = { readonly accompaniment: AccompanimentView; readonly next: readonly NextStep[] }

const holdWords = { title: t.holdTitle, question: t.holdQuestion, why: t.holdWhy }
const cancelWords = { title: t.cancelTitle, question: t.cancelQuestion, why: t.cancelWhy }
const icons = { resume: IconPlayerPlay, hold: IconPlayerPause, cancel: IconPlayerStop }

function MenuButton({ label, icon, onClick }: MenuButtonProps) {
  const Icon = icons[icon]
  return (
    <button type="button" onClick={onClick}>
      <Icon size={20} aria-hidden />
      {label}
    </button>
  )
}

type MenuButtonProps = { readonly label: string; readonly icon: keyof typeof icons; readonly onClick: () => void }
