/** What a proof may be attached to, and the words for it. */
export type ProofTarget = { readonly target: string; readonly label: string }
