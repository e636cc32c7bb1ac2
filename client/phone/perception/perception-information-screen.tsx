import type { ReactNode } from 'react'
import type { PerceptionSheet } from '#src/contract/awareness.ts'
import { Frame, GuidanceLink, ScreenTitle } from '#client/phone/screen/frame.tsx'
import { Icon, type IconName } from '#client/phone/screen/icons.tsx'
import { ListenButton } from '#client/phone/screen/listen-button.tsx'
import type { PerceptionSaid } from './in-language.ts'
import { filled } from './words.ts'

type PerceptionInformationScreenProps = {
  readonly sheet: PerceptionSheet
  readonly said: PerceptionSaid
  readonly aside: ReactNode
  readonly onBegin: () => void
}

const icons: readonly IconName[] = ['info', 'done', 'hidden', 'lock']

/** What people read before they begin: what it is for, that it is free and anonymous, who answers for it. */
export function PerceptionInformationScreen({ sheet, said, aside, onBegin }: PerceptionInformationScreenProps) {
  const { words } = said
  const length = filled(words.length, { count: said.items.length })
  const until = filled(words.until, { date: said.until })
  return (
    <Frame aside={aside}>
      <p className="where">
        <bdi>{sheet.structure}</bdi> · <bdi>{sheet.network}</bdi>
      </p>
      <ScreenTitle screen="information">{said.title}</ScreenTitle>
      <div className="acts">
        <ListenButton
          text={[said.title, ...said.information, until, length]}
          language={said.language}
          start={words.listenPage}
          stop={words.stopListening}
        />
      </div>
      <ul className="facts">
        {said.information.map((sentence, index) => (
          <li key={sentence}>
            <Icon name={icons[index] ?? 'info'} />
            {sentence}
          </li>
        ))}
      </ul>
      <GuidanceLink>{words.helpLink}</GuidanceLink>
      <div className="bottom">
        <p className="small muted">
          {length} {until}
        </p>
        <button className="btn primary" type="button" onClick={onBegin}>
          {words.begin}
        </button>
      </div>
    </Frame>
  )
}
