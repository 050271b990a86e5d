import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { sha256 } from '#app/access/sha256.server.ts'
import { databaseUrls, provideEnvironment } from '#app/env.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { addDays, dayOf } from '#app/kernel/day.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { closeDatabase, configureDatabase, database } from '#db/client.ts'
import { ensureDatabase } from '#db/embedded.ts'
import { diagnostics } from '#db/schema/accompaniments.ts'
import { invitations } from '#db/schema/consultations.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import { type LinkPurpose, links, operators } from '#db/schema/operators.ts'
import { providerReferences } from '#db/schema/references.ts'
import { type OpenTenant, withTenant } from '#db/tenant.ts'
import type { Product } from './product.ts'

/** The rows behind a running product, from beside it: what its pages would not tell. */
export class RunningProduct {
  private constructor(
    /** As the owner of the tables. */
    readonly url: string,
    readonly operators: readonly { id: string; slug: string }[],
    readonly release: () => Promise<void>,
  ) {}

  static async open({ dataDir }: Product): Promise<RunningProduct> {
    const server = await ensureDatabase({ dataDir })
    const secret = (await readFile(join(dataDir, 'secret'), 'utf8')).trim()
    provideEnvironment({ DATABASE_URL: server.url, APP_SECRET: secret })
    configureDatabase(databaseUrls())
    const known = await database('worker').select({ id: operators.id, slug: operators.slug }).from(operators)
    return new RunningProduct(server.url, known, async () => {
      await closeDatabase()
      await server.release()
    })
  }

  async inside<T>(operatorId: string, fn: (tenant: OpenTenant) => Promise<T>): Promise<T> {
    const done = await withTenant({ kind: 'system', operatorId }, 'write', systemClock, async tenant => ({
      value: await fn(tenant),
    }))
    if (!done) throw new Error(`no operator ${operatorId}`)
    return done.value
  }

  /** Personal links as letters carry them, on what waits for an answer: their addresses. */
  async personalLinks(): Promise<string[]> {
    const addresses: string[] = []
    for (const { id: operatorId } of this.operators)
      await this.inside(operatorId, async tenant => {
        const { tx } = tenant
        const [sent] = await tx
          .select({ subjectId: diagnostics.id, accompanimentId: diagnostics.accompanimentId })
          .from(diagnostics)
          .where(
            and(
              eq(diagnostics.operatorId, operatorId),
              isNotNull(diagnostics.sentForValidationAt),
              isNull(diagnostics.validatedOn),
            ),
          )
          .limit(1)
        const [wave] = await tx
          .select({ subjectId: followUps.id, accompanimentId: followUps.accompanimentId })
          .from(followUps)
          .where(and(eq(followUps.operatorId, operatorId), eq(followUps.state, 'planned')))
          .limit(1)
        if (sent) addresses.push(await this.#link(tenant, 'diagnostic_validation', sent))
        if (wave) addresses.push(await this.#link(tenant, 'follow_up', wave))
        const [reference] = await tx
          .select({ subjectId: providerReferences.id })
          .from(providerReferences)
          .where(eq(providerReferences.operatorId, operatorId))
          .limit(1)
        const [invitation] = await tx
          .select({ subjectId: invitations.id })
          .from(invitations)
          .where(and(eq(invitations.operatorId, operatorId), isNull(invitations.intention)))
          .orderBy(desc(invitations.deadline))
          .limit(1)
        if (reference) addresses.push(await this.#link(tenant, 'reference', reference))
        if (invitation) addresses.push(await this.#link(tenant, 'consultation', invitation))
      })
    return addresses
  }

  async #link(
    { tx, operator, now }: OpenTenant,
    purpose: LinkPurpose,
    subject: { subjectId: string; accompanimentId?: string },
  ): Promise<string> {
    const token = newToken()
    await tx.insert(links).values({
      ...subject,
      operatorId: operator.id,
      id: newId(),
      tokenHash: sha256(token),
      purpose,
      expiresOn: addDays(dayOf(now), 30),
    })
    return `/r/${token}`
  }
}
