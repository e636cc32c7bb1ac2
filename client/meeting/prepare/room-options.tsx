import { useState } from 'react'
import { outlineOf } from '#src/accompaniment/journeys/outline.ts'
import { sentenceOf } from '#client/app/api.ts'
import { Note } from '#client/feedback/note.tsx'
import { ChoiceField } from '#client/fields/choice.tsx'
import type { Room } from '#client/meeting/live/use-room.ts'
import type { Opened } from '#client/opened/opened.ts'
import { GoLink } from '#client/shell/go-link.tsx'
import { EarlyLink } from './early-link.tsx'
import { prepareTexts as t } from './texts-fr.ts'

/** Whether people answer on their phones, and with their name where the journey leaves it to the team. */
export function RoomOptions({ opened, room, onCreate, panel }: OptionsProps) {
  const [names, setNames] = useState<'anonymous' | 'named'>('anonymous')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const mayChoose = outlineOf(opened.questionnaire).positions === 'team-chooses'

  async function prepare(): Promise<void> {
    setBusy(true)
    setFailure(undefined)
    try {
      await onCreate(mayChoose && names === 'named')
    } catch (error) {
      setFailure(sentenceOf(error))
    }
    setBusy(false)
  }

  if (room !== undefined) {
    return (
      <aside className="prepare-rail" aria-labelledby="phones-title">
        <h2 className="rule" id="phones-title">
          {room.status === 'open' ? t.openNow : t.ready}
        </h2>
        <p className="muted">{room.status === 'open' ? t.phonesWhy : t.readyWhy}</p>
        <GoLink className="btn primary" to={panel}>
          {t.goToMeeting}
        </GoLink>
        {room.status === 'prepared' && room.view.earlyCode !== undefined && (
          <EarlyLink structure={opened.view.structure.name} code={room.view.earlyCode} named={room.view.named} />
        )}
      </aside>
    )
  }

  return (
    <aside className="prepare-rail" aria-labelledby="phones-title">
      <h2 className="rule" id="phones-title">
        {t.phones}
      </h2>
      <p className="muted">{t.phonesWhy}</p>
      {mayChoose ? (
        <ChoiceField
          id="names"
          label={t.names}
          choices={[
            { value: 'anonymous', label: t.anonymous, why: t.anonymousWhy },
            { value: 'named', label: t.named, why: t.namedWhy },
          ]}
          value={names}
          onChange={setNames}
        />
      ) : (
        <Note>{t.alwaysAnonymous}</Note>
      )}
      {failure !== undefined && <Note kind="error">{failure}</Note>}
      <button
        type="button"
        className="btn primary"
        aria-busy={busy}
        onClick={() => (busy ? undefined : void prepare())}
      >
        {t.prepareRoom}
      </button>
      <h3>{t.without}</h3>
      <p className="muted">{t.withoutWhy}</p>
      <GoLink className="act" to={panel}>
        {t.withoutGo}
      </GoLink>
    </aside>
  )
}

type OptionsProps = {
  readonly opened: Opened
  readonly room: Room | undefined
  readonly onCreate: (named: boolean) => Promise<void>
  readonly panel: string
}
