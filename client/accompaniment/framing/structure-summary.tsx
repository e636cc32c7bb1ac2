import { lazy, Suspense, useState } from 'react'
import { can } from '#src/access/can.ts'
import type { AccompanimentView } from '#src/contract/accompaniments.ts'
import { accompanimentTexts } from '#client/accompaniment/texts-fr.ts'
import { useRefreshAccompaniment } from '#client/app/queries.ts'
import { structureTexts } from '#client/structures/texts-fr.ts'
import { framingTexts as t } from './texts-fr.ts'

const StructureDialog = lazy(() => import('#client/structures/structure-dialog.tsx'))

/** Who is accompanied, and the way to complete it. */
export function StructureSummary({ accompaniment }: { readonly accompaniment: AccompanimentView }) {
  const [editing, setEditing] = useState(false)
  const refresh = useRefreshAccompaniment(accompaniment.id)
  const { structure, role } = accompaniment
  return (
    <section className="framing-section" aria-labelledby="structure-title">
      <h2 className="rule" id="structure-title">
        {t.structure}
      </h2>
      <div id="structure" className="framing-structure">
        <div>
          <b>{structure.name}</b>
          <p className="muted">
            {[
              structure.kinds.length === 0
                ? t.noKind
                : structure.kinds.map((kind) => accompanimentTexts.kindShort[kind]).join(', '),
              structure.city,
              structure.siret === undefined ? t.noSiret : structureTexts.siretIs(structure.siret),
            ]
              .filter((part) => part !== undefined && part !== '')
              .join(' · ')}
          </p>
        </div>
        {can(role, 'edit-structure') && (
          <button type="button" className="act" onClick={() => setEditing(true)}>
            {t.change}
          </button>
        )}
      </div>
      {editing && (
        <Suspense fallback={null}>
          <StructureDialog structure={structure} onSaved={() => refresh()} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </section>
  )
}
