import { worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringById } from '#app/features/engineerings/engineerings.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { TakeStatementInput } from './statement-input.ts'
import { statementOf } from './statements.store.server.ts'

/** Takes her statement away to sign it: a command, so that the chain holds when. */
export const takeStatement = defineCommand({
  name: 'statement.take',
  input: TakeStatementInput,
  subject: ({ tx, operator }, { engineeringId }) => engineeringById(tx, operator.id, engineeringId),
  allow: (actor, { id }) => worksOn(actor, id, 'read'),
  run: async ({ tx, operator, actor, today }, { du, au, langue }, engineering) => {
    const userId = 'userId' in actor ? actor.userId : ''
    const statement = await statementOf(tx, operator, { userId, engineering, from: du, to: au ?? today })
    return ok({ statement, today, locale: langue ?? ('fr' as const) })
  },
})
