import type { Person } from '#src/contract/people.ts'
import { api } from '#client/app/endpoints.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { RemovalDialog } from '#client/feedback/removal-dialog.tsx'
import { peopleTexts as t } from './texts-fr.ts'

/** Takes someone's access back, after saying what stays. */
export default function RemoveDialog({ accompanimentId, person, onClose }: RemoveProps) {
  const refresh = useRefreshAccompaniment(accompanimentId)

  async function remove(): Promise<void> {
    await api.takeBackAccess(accompanimentId, person.userId)
    await refresh()
  }

  return (
    <RemovalDialog
      title={t.removeTitle(person.name)}
      why={t.removeWhy}
      keep={t.keep}
      remove={t.remove}
      onRemove={remove}
      onClose={onClose}
    />
  )
}

type RemoveProps = { readonly accompanimentId: string; readonly person: Person; readonly onClose: () => void }
