import type { ReactNode } from 'react'
import { ChoiceCard } from '#client/phone/screen/choice-card.tsx'
import { Frame, GuidanceLink, Remark, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { Icon } from '#client/phone/screen/icons.tsx'
import { ListenButton } from '#client/phone/screen/listen-button.tsx'
import type { PerceptionSaid, SaidItem } from './in-language.ts'
import { filled } from './words.ts'

type PerceptionItemScreenProps = {
  readonly said: PerceptionSaid
  readonly structure: string
  readonly item: SaidItem
  readonly number: number
  readonly chosen: string | undefined
  readonly aside: ReactNode
  readonly onChoose: (choice: string) => void
  readonly onNext: () => void
  readonly onPrevious: () => void
}

/** One sentence and its choices; any may be passed. */
export function PerceptionItemScreen(props: PerceptionItemScreenProps) {
  const { said, structure, item, number, chosen, aside, onChoose, onNext, onPrevious } = props
  const { words } = said
  return (
    <Frame place={filled(words.question, { number, count: said.items.length })} aside={aside}>
      <p className="where">
        <bdi>{structure}</bdi>
      </p>
      <ScreenTitle screen={item.id} className="statement">
        {item.text}
      </ScreenTitle>
      <div className="acts">
        <ListenButton
          text={[item.text, ...item.choices.map((choice) => choice.text)]}
          language={said.language}
          start={words.listen}
          stop={words.stopListening}
        />
      </div>
      <div className="list" role="group" aria-label={words.answers}>
        {item.choices.map((choice) => (
          <ChoiceCard
            key={choice.id}
            text={choice.text}
            isChosen={chosen === choice.id}
            isAbsence={choice.isDeclined}
            onChoose={() => onChoose(choice.id)}
          />
        ))}
      </div>
      <div className="bottom">
        <Remark icon="lock">{words.nothingSent}</Remark>
        <div className="pair">
          <button className="btn" type="button" aria-label={words.previous} onClick={onPrevious}>
            <Icon name="back" />
          </button>
          <button className={chosen === undefined ? 'btn wide' : 'btn primary'} type="button" onClick={onNext}>
            {chosen === undefined ? words.pass : words.next}
          </button>
        </div>
      </div>
      <GuidanceLink>{words.helpLink}</GuidanceLink>
    </Frame>
  )
}
