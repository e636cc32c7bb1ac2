import type { AuditSynthesis } from './model/audit-synthesis.ts'
import { Context } from './pages/context.tsx'
import { AuditCover } from './pages/cover.tsx'
import { Findings } from './pages/findings.tsx'
import { GuidancePage } from './pages/guidance.tsx'
import { AuditMethod } from './pages/method.tsx'
import { PerceptionPage } from './pages/perception.tsx'
import { AuditPlan } from './pages/plan.tsx'
import { StagesMap } from './pages/stages-map.tsx'

/** The confidential document: eight sheets at most where the plan holds to its eight actions. */
export function AuditDocument({ audit }: { readonly audit: AuditSynthesis }) {
  return (
    <>
      <AuditCover audit={audit} />
      <Context audit={audit} />
      <StagesMap audit={audit} />
      <Findings audit={audit} />
      <PerceptionPage audit={audit} />
      <AuditPlan audit={audit} />
      <GuidancePage audit={audit} />
      <AuditMethod audit={audit} />
    </>
  )
}
