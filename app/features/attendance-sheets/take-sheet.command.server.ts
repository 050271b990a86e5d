import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { fundersOf } from './sheet-funders.store.server.ts'
import { TakeSheetInput } from './sheet-input.ts'
import { sheetOf } from './sheets.store.server.ts'

/** The sheet as a document, to sign or already signed: a command, so that the chain holds who took it. */
export const takeSheet = defineCommand({
  name: 'sheet.take',
  input: TakeSheetInput,
  subject: placedSession,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'read'),
  run: async ({ tx, operator, today }, { langue }, placed) => {
    const { engineering } = placed
    return ok({
      operatorId: operator.id,
      operator: operator.name,
      title: engineering.title,
      funders: await fundersOf(tx, operator.id, engineering.id),
      ...(await sheetOf(tx, operator.id, placed)),
      today,
      locale: langue ?? ('fr' as const),
    })
  },
})
