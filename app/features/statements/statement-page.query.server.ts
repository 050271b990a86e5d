import { worksOn } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { engineeringById } from '#app/features/engineerings/engineerings.store.server.ts'
import { StatementAddress } from './statement-input.ts'
import { statementOf } from './statements.store.server.ts'

/** A consultant's own days of one mission, over the period that she asks for: until today when she asks for none. */
export const statementPage = defineQuery({
  name: 'statement.page',
  input: StatementAddress,
  subject: ({ tx, operator }, { engineeringId }) => engineeringById(tx, operator.id, engineeringId),
  allow: (actor, { id }) => worksOn(actor, id, 'read'),
  run: async ({ tx, operator, actor, today }, { du, au }, engineering) => {
    const userId = 'userId' in actor ? actor.userId : ''
    const asked = { userId, engineering, from: du, to: au ?? today }
    return { slug: operator.slug, engineeringId: engineering.id, statement: await statementOf(tx, operator, asked) }
  },
})
