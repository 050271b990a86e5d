import { isManager } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { integer, object, optional } from '#app/kernel/input.ts'
import { mailboxCount, mailboxLines } from './mailbox.store.server.ts'

const perPage = 50

/** The mailbox of the demonstration: what would have left by mail. */
export const mailboxPage = defineQuery({
  name: 'mailbox.page',
  input: object({ page: optional(integer({ min: 1, max: 10_000 })) }),
  subject: theOperator,
  allow: isManager,
  run: async ({ tx, operator }, { page }) => {
    const at = page ?? 1
    const lines = await mailboxLines(tx, operator.id, { limit: perPage, offset: (at - 1) * perPage })
    const count = await mailboxCount(tx, operator.id)
    return {
      lines: lines.map(line => ({ ...line, at: line.at.toISOString() })),
      count,
      page: at,
      hasMore: count > at * perPage,
    }
  },
})
