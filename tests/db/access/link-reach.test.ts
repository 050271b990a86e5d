import { expect } from 'vitest'
import { sha256 } from '#app/access/sha256.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { organisations } from '#db/schema/organisations.ts'
import { withTenant } from '#db/tenant.ts'
import { aCase, aFollowUp } from '../../harness/factories/accompaniment.ts'
import { aLink } from '../../harness/factories/link.ts'
import { test, testClock } from '../../harness/operator.ts'

test('behind a personal link PostgreSQL shows its case alone, whatever a query forgets to ask', async ({
  operator,
  foreign,
}) => {
  const own = await aCase(operator)
  const followUpId = await aFollowUp(operator, own)
  for (const other of [operator, foreign]) await aFollowUp(other, await aCase(other))
  const { accompanimentId, organisationId } = own
  const token = await aLink(operator, { purpose: 'follow_up', subjectId: followUpId, accompanimentId })
  const seen = await withTenant({ kind: 'link', tokenHash: sha256(token) }, 'read', testClock, async ({ tx }) => ({
    cases: (await tx.select().from(accompaniments)).map(({ id }) => id),
    organisations: (await tx.select().from(organisations)).map(({ id }) => id),
    waves: (await tx.select().from(followUps)).map(({ id }) => id),
  }))
  expect(seen).toEqual({ cases: [accompanimentId], organisations: [organisationId], waves: [followUpId] })
})
