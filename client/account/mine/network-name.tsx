import '@mantine/core/styles/Input.css'
import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { faultOf, sentenceOf } from '#client/app/api.ts'
import { api } from '#client/app/endpoints.ts'
import { keys } from '#client/app/query-client.ts'
import { Note } from '#client/feedback/note.tsx'
import { mineTexts as t } from './texts-fr.ts'

/** What the network is called, which signs its mails. */
export function NetworkName({ name: present }: { readonly name: string }) {
  const [name, setName] = useState(present)
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState(false)
  const queries = useQueryClient()

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setMissing(name.trim() === '')
    if (name.trim() === '') {
      document.getElementById('network-name')?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    setSaved(false)
    try {
      await api.changeNetwork({ name: name.trim() })
      await queries.invalidateQueries({ queryKey: keys.me })
      setSaved(true)
    } catch (error) {
      setFailure(error)
    }
    setBusy(false)
  }

  return (
    <section className="mine-section" aria-labelledby="network">
      <h2 className="rule" id="network">
        {t.network}
      </h2>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate>
        <TextInput
          id="network-name"
          label={t.networkName}
          description={t.networkHint}
          maxLength={120}
          value={name}
          error={missing ? t.networkNeeded : faultOf(failure, '/name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {failure !== undefined && <Note kind="error">{sentenceOf(failure)}</Note>}
        <div className="row">
          <button type="submit" className="btn" aria-busy={busy}>
            {t.renameNetwork}
          </button>
          <span role="status">{saved ? t.saved : ''}</span>
        </div>
      </form>
    </section>
  )
}
