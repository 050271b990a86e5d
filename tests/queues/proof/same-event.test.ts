import { and, eq } from 'drizzle-orm'
import { afterEach, beforeAll, expect } from 'vitest'
import { buildProduct } from '#app/commands/build.ts'
import { hashPassword } from '#app/features/sign-in/password-hash.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { events } from '#db/schema/journal.ts'
import { credentials, users } from '#db/schema/users.ts'
import { startWorkers } from '#tests/harness/bundled-workers.ts'
import { caseIn, writeDiagnostic } from '#tests/harness/cases.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { tallyOf, tell, untilSettled } from '#tests/harness/tally.ts'
import { Visitor } from '#tests/harness/visitor.ts'
import { WebProcess } from '#tests/harness/web-process.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

const times = 50
const password = 'une phrase que personne ne devine'

beforeAll(() => buildProduct(), 240_000)
let webs: WebProcess[] = []
afterEach(async () => {
  await Promise.all(webs.map(web => web.kill()))
  webs = []
})

/** A practitioner who can sign in at a real door. */
async function practitionerWithPassword(operator: TestOperator): Promise<string> {
  const { userId } = await operator.practitioner()
  const email = `${userId}@test.example`
  const identity = database('identity')
  await identity.update(users).set({ email }).where(eq(users.id, userId))
  await identity.insert(credentials).values({
    id: newId(),
    accountId: userId,
    providerId: 'credential',
    userId,
    password: await hashPassword(password),
  })
  return email
}

test.for(workerBackends)(
  'the same request 50 times at once is one letter on $name, a web server killed meanwhile (JOB-05)',
  {
    timeout: 180_000,
  },
  async ({ name, settings }, { operator, databaseUrl }) => {
    await migrateQueue({ url: databaseUrl })
    const opened = await caseIn(operator, 'diagnostic')
    await writeDiagnostic(opened.practitioner, opened.number)
    const email = await practitionerWithPassword(operator)
    webs = await Promise.all([WebProcess.start(databaseUrl), WebProcess.start(databaseUrl)])
    const tabs = await Promise.all(
      webs.map(async ({ address }) => {
        const visitor = new Visitor(address, email)
        await visitor.signIn(email, password)
        const path = `/o/${operator.slug}/accompagnements/${opened.number}/diagnostic`
        const { forms } = await visitor.explore(path, 1)
        const form = forms.find(found => found.name === 'send-for-validation')
        if (!form) throw new Error('nothing to send')
        const fields = form.fields.map(({ name, value }) => [name, name === 'personId' ? opened.personId : value])
        return { visitor, action: form.action, body: new URLSearchParams(fields).toString() }
      }),
    )
    const startedAt = performance.now()
    // Two tabs, each clicked 25 times; one of the servers dies in the middle, and who clicked there clicks again elsewhere.
    const statuses: (number | null)[] = []
    const clicks = Array.from({ length: times }, async (_, turn) => {
      const tab = tabs[turn % tabs.length]
      if (!tab) throw new Error('no tab')
      statuses.push(
        await tab.visitor.post(tab.action, tab.body).then(
          ({ status }) => status,
          () => null,
        ),
      )
      if (statuses.length === 5) await webs[0]?.kill()
    })
    await Promise.all(clicks)
    const [dead, alive] = tabs
    for (const tab of [dead, alive])
      expect((await alive?.visitor.post(tab?.action ?? '', tab?.body ?? ''))?.status).toBe(302)
    expect(statuses.filter(status => status === 302).length).toBeGreaterThan(0)

    const mailServer = await MailServer.start()
    const worker = await startWorkers({ ...settings({ url: databaseUrl }, 10), SMTP_URL: mailServer.url })
    await untilSettled(operator, 1, 60_000)
    await worker.stop()
    await mailServer.stop()
    const tally = await tallyOf(operator, mailServer, [{ recipient: 'aicha@structure.example' }])
    const answers = `${statuses.filter(status => status === 302).length} answered, ${statuses.filter(status => status === null).length} cut`
    tell('the same event 50 times at once', name, tally, answers, startedAt)
    expect(tally).toMatchObject({ due: 1, sent: 1, distinct: 1, lost: 0, doubled: 0, uncertain: 0 })
    const asked = await operator.inside(({ tx }) =>
      tx
        .select({ id: events.id })
        .from(events)
        .where(and(eq(events.operatorId, operator.id), eq(events.name, 'diagnostic.sent-for-validation'))),
    )
    // One line of history for each of the two tabs at most: 48 clicks more leave nothing.
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(2)
  },
)
