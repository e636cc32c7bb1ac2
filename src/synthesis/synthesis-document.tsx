import { AuditDocument } from './audit/audit-document.tsx'
import { Poster } from './audit/pages/poster.tsx'
import type { SynthesisContent } from './audiences.ts'
import { Cover } from './pages/cover.tsx'
import { Elements } from './pages/elements.tsx'
import { Identity } from './pages/identity.tsx'
import { Indicators } from './pages/indicators.tsx'
import { KeyArguments } from './pages/key-arguments.tsx'
import { Method } from './pages/method.tsx'
import { Plan } from './pages/plan.tsx'
import { ProfilePage } from './pages/profile.tsx'
import type { Synthesis } from './synthesis.ts'

/** A whole document, the same on screen and in print. */
export function SynthesisDocument({ content }: { readonly content: SynthesisContent }) {
  return (
    <div className="synthesis-document" lang="fr">
      {content.audience === 'full' && <FullDocument synthesis={content} />}
      {content.audience === 'lcd-internal' && <AuditDocument audit={content} />}
      {content.audience === 'lcd-public' && <Poster content={content} />}
    </div>
  )
}

/** A section with nothing to say is left out. */
function FullDocument({ synthesis }: { readonly synthesis: Synthesis }) {
  // With nothing but what is missing, the indicators are a paragraph: it stands under the identity sheet.
  const measured = synthesis.indicators.length > 0
  return (
    <>
      <Cover synthesis={synthesis} />
      <Identity synthesis={synthesis} />
      {!measured && <Indicators synthesis={synthesis} />}
      <ProfilePage synthesis={synthesis} />
      <KeyArguments synthesis={synthesis} />
      {measured && <Indicators synthesis={synthesis} />}
      <Elements synthesis={synthesis} />
      <Plan synthesis={synthesis} />
      <Method synthesis={synthesis} />
    </>
  )
}
