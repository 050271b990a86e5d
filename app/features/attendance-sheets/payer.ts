/** Somebody who pays for an engineering. The bytes of its logo are kept under the logo's id. */
export type Payer = { name: string; logo: { id: string; kind: string } | null }
