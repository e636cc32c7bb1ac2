import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { joinAddress, joinToType, spacedCode } from '#client/meeting/live/join-address.ts'
import { Qr } from '#client/meeting/live/qr.tsx'
import { prepareTexts as t } from './texts-fr.ts'

/** The link for those who cannot come, to copy into a mail, or to print as a small poster. */
export function EarlyLink({ structure, code, named }: EarlyProps) {
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState('')
  const { origin } = window.location
  const link = joinAddress(origin, code)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link)
      setSaid(t.copied)
    } catch {
      // Outside https the clipboard is closed to pages: the keyboard still has it.
      field.current?.select()
      setSaid(t.notCopied)
    }
  }

  return (
    <section className="early" aria-labelledby="early-title">
      <h3 id="early-title">{t.early}</h3>
      <p className="muted">{t.earlyWhy}</p>
      <label className="label" htmlFor="early-link">
        {t.earlyLink}
      </label>
      <input
        id="early-link"
        ref={field}
        className="input"
        readOnly
        value={link}
        onFocus={({ target }) => target.select()}
      />
      <div className="row">
        <button type="button" className="act" onClick={() => void copy()}>
          <IconCopy size={20} aria-hidden />
          {t.copy}
        </button>
        <button type="button" className="act" onClick={() => window.print()}>
          <IconPrinter size={20} aria-hidden />
          {t.print}
        </button>
      </div>
      <p className="small" role="status">
        {said}
      </p>
      <div className="early-poster" aria-hidden="true">
        <p className="early-poster-title">{t.printTitle(structure)}</p>
        <Qr text={link} label={t.qr} />
        <p>{t.printText(joinToType(origin), spacedCode(code))}</p>
        {!named && <p>{t.printAnonymous}</p>}
      </div>
    </section>
  )
}

type EarlyProps = { readonly structure: string; readonly code: string; readonly named: boolean }
