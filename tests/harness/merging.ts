import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Outcome } from '#app/access/outcome.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { lockSheets, writeMerge } from '#app/features/organisations/merges.store.server.ts'
import type { accompaniments } from '#db/schema/accompaniments.ts'
import type { establishments, organisationLabels, people } from '#db/schema/organisations.ts'
import { withClient } from './connection.ts'
import type { TestActor, TestOperator } from './operator.ts'

/** A sheet, and the one into which it is merged. */
export async function twoSheets(actor: TestActor) {
  const { id: absorbedId } = await actor.must(createOrganisation, { name: 'Ruche' })
  const { id: keptId } = await actor.must(createOrganisation, { name: 'La Ruche', isAnother: 'oui' })
  return { absorbedId, keptId }
}
type Sheets = Awaited<ReturnType<typeof twoSheets>>

/** How many wait for a lock, in this database. */
export const waiting = (url: string) => () =>
  withClient(url, async client => {
    const locked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    return (await client.query(locked)).rowCount
  })

/** The sheet of each row. */
export const sheetsOf = (
  operator: TestOperator,
  table: typeof accompaniments | typeof people | typeof organisationLabels | typeof establishments,
) =>
  operator.inside(async ({ tx }) =>
    (await tx.select({ id: table.organisationId }).from(table).where(eq(table.operatorId, operator.id))).map(
      ({ id }) => id,
    ),
  )

/** The merge has done all its writing and has not committed when the other begins; it commits once the other waits. */
export async function whileMerging(
  operator: TestOperator,
  url: string,
  { absorbedId, keptId }: Sheets,
  open: () => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  const { opening } = await operator.inside(async ({ tx, today }) => {
    const sheets = await lockSheets(tx, operator.id, [absorbedId, keptId])
    const [kept, absorbed] = [keptId, absorbedId].map(id => sheets.find(sheet => sheet.id === id))
    if (!kept || !absorbed) throw new Error('no sheets')
    await writeMerge(tx, operator.id, { kept, absorbed, before: {}, after: {}, today, by: null })
    const started = open()
    await expect.poll(waiting(url)).toBeGreaterThanOrEqual(1)
    return { opening: started }
  })
  return opening
}
