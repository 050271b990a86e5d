import type { DocumentBlock } from '#app/features/documents/written-document.ts'
import { bytesOf } from '#app/features/files/file-store.server.ts'
import type { Payer } from './payer.ts'

type Logo = Extract<DocumentBlock, { kind: 'logos' }>['items'][number]

/** The logos of those who gave theirs, in their order; one whose bytes are no longer there is left out. */
export async function logosOf(operatorId: string, funders: readonly Payer[]): Promise<Logo[]> {
  const logos = await Promise.all(
    funders.map(async ({ name, logo }): Promise<Logo[]> => {
      const bytes = logo && (await bytesOf(operatorId, logo.id))
      return bytes ? [{ alt: name, format: logo.kind === 'png' ? 'png' : 'jpg', bytes: [...bytes] }] : []
    }),
  )
  return logos.flat()
}
