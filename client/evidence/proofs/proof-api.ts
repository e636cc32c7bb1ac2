import type { ProofBody } from '#src/contract/proofs.ts'
import { request } from '#client/app/api.ts'

export const proofApi = {
  add: (accompanimentId: string, body: ProofBody) =>
    request<unknown>(`/accompaniments/${accompanimentId}/proofs`, { method: 'POST', body }),
  remove: (accompanimentId: string, proofId: string) =>
    request<void>(`/accompaniments/${accompanimentId}/proofs/${proofId}`, { method: 'DELETE' }),
  restore: (accompanimentId: string, proofId: string) =>
    request<unknown>(`/accompaniments/${accompanimentId}/proofs/${proofId}/restore`, { method: 'POST', body: {} }),
  fileHref: (accompanimentId: string, proofId: string) =>
    `/api/accompaniments/${accompanimentId}/proofs/${proofId}/file`,
}
