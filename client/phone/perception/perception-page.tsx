import { useEffect, useState } from 'react'
import type { PerceptionSheet } from '#src/contract/awareness.ts'
import { ask } from '#client/phone/ask.ts'
import { useSending } from '#client/phone/offline/use-sending.ts'
import { PerceptionEndScreen } from './perception-end-screen.tsx'
import { PerceptionInformationScreen } from './perception-information-screen.tsx'
import { PerceptionItemScreen } from './perception-item-screen.tsx'
import { inLanguage } from './in-language.ts'
import { LanguageChooser } from './language-chooser.tsx'

type PerceptionPageProps = {
  readonly ticket: string
  readonly sheet: PerceptionSheet
  /** Somebody else answers on this phone. */
  readonly onLeave: () => void
}

/**
 * The perception survey. Answers live in this component alone, never in any storage of the device: closing the page
 * forgets them, and nothing leaves before the one send at the end.
 */
export function PerceptionPage({ ticket, sheet, onLeave }: PerceptionPageProps) {
  const [language, setLanguage] = useState('fr')
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const [step, setStep] = useState<'information' | 'end' | number>('information')
  const { sending, start } = useSending(async () => {
    const reply = await ask('POST', '/perception/answers', { ticket, answers })
    if (reply.kind === 'answered') setAnswers({})
    return reply
  })
  const said = inLanguage(sheet, language)
  const { direction } = said

  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = direction
    return () => {
      document.documentElement.lang = 'fr'
      document.documentElement.dir = 'ltr'
    }
  }, [language, direction])

  const isAtRisk = Object.keys(answers).length > 0 && sending.state !== 'refused'
  useEffect(() => {
    if (!isAtRisk) return undefined
    const askFirst = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', askFirst)
    return () => window.removeEventListener('beforeunload', askFirst)
  }, [isAtRisk])

  const chooser = (
    <LanguageChooser sheet={sheet} language={language} label={said.words.language} onChoose={setLanguage} />
  )
  if (step === 'information') {
    return <PerceptionInformationScreen sheet={sheet} said={said} aside={chooser} onBegin={() => setStep(0)} />
  }
  const item = typeof step === 'number' ? said.items[step] : undefined
  if (typeof step === 'number' && item !== undefined) {
    return (
      <PerceptionItemScreen
        said={said}
        structure={sheet.structure}
        item={item}
        number={step + 1}
        chosen={answers[item.id]}
        aside={chooser}
        onChoose={(choice) => setAnswers({ ...answers, [item.id]: choice })}
        onNext={() => setStep(step + 1 < said.items.length ? step + 1 : 'end')}
        onPrevious={() => setStep(step === 0 ? 'information' : step - 1)}
      />
    )
  }
  return (
    <PerceptionEndScreen
      said={said}
      sheet={sheet}
      answered={Object.keys(answers).length}
      sending={sending}
      aside={chooser}
      onSend={start}
      onReview={() => setStep(0)}
      onLeave={onLeave}
    />
  )
}
