import type { Advisor } from '#src/contract/account.ts'
import { api } from '#client/app/endpoints.ts'
import { RemovalDialog } from '#client/feedback/removal-dialog.tsx'
import { mineTexts as t } from './texts-fr.ts'

/** Takes the network back from a colleague, after saying what stays. */
export default function RemoveColleague({ advisor, onRemoved, onClose }: RemoveProps) {
  async function remove(): Promise<void> {
    await api.removeAdvisor(advisor.id)
    await onRemoved()
  }

  return (
    <RemovalDialog
      title={t.removeTitle(advisor.name)}
      why={t.removeWhy}
      keep={t.keep}
      remove={t.remove}
      onRemove={remove}
      onClose={onClose}
    />
  )
}

type RemoveProps = {
  readonly advisor: Advisor
  readonly onRemoved: () => Promise<unknown>
  readonly onClose: () => void
}
