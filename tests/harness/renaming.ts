import { and, eq, sql } from 'drizzle-orm'
import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Conflict } from '#app/access/outcome.ts'
import { newId } from '#app/kernel/ids.ts'
import { id, line, object, version } from '#app/kernel/input.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { auditLines, events, outbox } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TestOperator } from './operator.ts'

/** A command that does all that commands do: it locks nothing, writes history, leaves a job, and may refuse or break. */
export const rename = defineCommand({
  name: 'test.rename',
  input: object({ organisationId: id(), name: line({ max: 100 }), version: version() }),
  subject: async ({ tx, operator }, input) => {
    const [row] = await tx
      .select()
      .from(organisations)
      .where(and(eq(organisations.operatorId, operator.id), eq(organisations.id, input.organisationId)))
    return row ?? null
  },
  allow: isMember,
  run: async (ctx, input, organisation) => {
    await ctx.record({
      name: 'test.renamed',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      data: { from: organisation.name, to: input.name },
    })
    await ctx.enqueue({ name: 'test.job' }, { id: organisation.id }, organisation.id)
    if (input.name === 'refuse') return fail('form-already-sent')
    if (input.name === 'break') throw new Error('defect')
    const changed = await ctx.tx
      .update(organisations)
      .set({ name: input.name, version: sql`${organisations.version} + 1` })
      .where(
        and(
          eq(organisations.operatorId, ctx.operator.id),
          eq(organisations.id, organisation.id),
          eq(organisations.version, input.version),
        ),
      )
      .returning({ version: organisations.version })
    if (changed.length === 0) throw new Conflict({ version: organisation.version, values: { name: organisation.name } })
    return ok({ version: changed[0]?.version ?? 0 })
  },
})

export async function anOrganisation(operator: TestOperator) {
  const organisationId = newId()
  await operator.inside(({ tx }) =>
    tx
      .insert(organisations)
      .values({ operatorId: operator.id, id: organisationId, name: 'Avant', searchText: 'avant' }),
  )
  return organisationId
}

/** What one command leaves behind: all of it, or none. */
export const traces = (operator: TestOperator) =>
  operator.inside(async ({ tx }) => ({
    names: (
      await tx.select({ name: organisations.name }).from(organisations).where(eq(organisations.operatorId, operator.id))
    ).map(row => row.name),
    events: (await tx.select().from(events).where(eq(events.operatorId, operator.id))).length,
    outbox: (await tx.select().from(outbox).where(eq(outbox.operatorId, operator.id))).length,
    audit: (await tx.select().from(auditLines).where(eq(auditLines.operatorId, operator.id))).length,
  }))
