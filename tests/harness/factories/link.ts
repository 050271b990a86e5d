import { sha256 } from '#app/access/sha256.server.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { type LinkPurpose, links } from '#db/schema/operators.ts'
import type { TestOperator } from '../operator.ts'

type LinkFixture = {
  purpose: LinkPurpose
  subjectId: string
  accompanimentId: string | null
  personId?: string
  expiresOn?: string
  revokedAt?: Date
}

/** A personal link; the token itself is given back, since only its hash is stored. */
export async function aLink(
  operator: TestOperator,
  { expiresOn = '2027-12-31', ...link }: LinkFixture,
): Promise<string> {
  const token = newToken()
  await operator.inside(({ tx }) =>
    tx.insert(links).values({ operatorId: operator.id, id: newId(), tokenHash: sha256(token), expiresOn, ...link }),
  )
  return token
}
