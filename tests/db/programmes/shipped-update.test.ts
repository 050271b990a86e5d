import { readFileSync } from 'node:fs'
import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { acceptVersion } from '#app/features/programmes/accept-version.command.server.ts'
import { copyProgramme } from '#app/features/programmes/copy-programme.command.server.ts'
import { editProgramme } from '#app/features/programmes/edit-programme.command.server.ts'
import { programmePage } from '#app/features/programmes/programme-page.query.server.ts'
import { programmesPage } from '#app/features/programmes/programmes-page.query.server.ts'
import { putProgrammeInService } from '#app/features/programmes/put-in-service.command.server.ts'
import { saveQuestion } from '#app/features/programmes/save-question.command.server.ts'
import { takeUpdate } from '#app/features/programmes/take-update.command.server.ts'
import { updatePage } from '#app/features/programmes/update-page.query.server.ts'
import { stepPage } from '#app/features/steps/step-page.query.server.ts'
import { programmes } from '#db/schema/programmes.ts'
import { coaching } from '#db/seed/programmes/coaching.ts'
import { withClient } from '../../harness/connection.ts'
import { type TestActor, type TestOperator, test } from '../../harness/operator.ts'
import { coachingBefore, offeredMark, takenAs, wholeEdit } from '../../harness/samples/programmes.ts'
import { coachingCase } from '../../harness/samples/steps.ts'

const code = 'coaching'
async function offered(manager: TestActor, of = code) {
  const page = await manager.read(updatePage, { code: of })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}
async function shown(manager: TestActor) {
  const page = await manager.read(programmePage, { code })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}
const behind = async (manager: TestActor) => {
  const page = await manager.read(programmesPage)
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.programmes.flatMap(({ code, isUpdateOffered }) => (isUpdateOffered ? [code] : []))
}
const keysOf = (differences: readonly { key: string }[] | undefined) => differences?.map(({ key }) => key)
const rowsOf = (operator: TestOperator) =>
  operator.inside(({ tx }) =>
    tx
      .select({ version: programmes.version, current: programmes.current })
      .from(programmes)
      .where(and(eq(programmes.operatorId, operator.id), eq(programmes.code, code)))
      .orderBy(programmes.version),
  )

describe('what is shipped since reaches an operator that was installed before', () => {
  test('by itself, nothing; once taken, a version to put in service, then the open cases when they are given it', async ({
    operator,
  }) => {
    const manager = await operator.manager()
    expect(await behind(manager)).toEqual([])
    await takenAs(operator, coachingBefore)
    const { number, practitioner } = await coachingCase(operator)
    const asked = async () => {
      const page = await practitioner.read(stepPage, { number, step: 'framing' })
      return page.kind === 'done' && page.value.questions.some(question => question.code === 'framing_employer')
    }
    expect(await behind(manager)).toEqual([code])
    expect(await shown(manager)).toMatchObject({ isUpdateOffered: true })
    const page = await offered(manager)
    expect(page).toMatchObject({ open: 1, version: 2 })
    expect(keysOf(page.offered?.taken)).toEqual(['name', 'question_framing_employer', 'setting_closingAttempts'])
    expect(await rowsOf(operator)).toEqual([{ version: 1, current: true }])

    await manager.must(takeUpdate, { code, mark: await offeredMark(operator, code) })
    expect(await rowsOf(operator)).toEqual([
      { version: 1, current: true },
      { version: 2, current: false },
    ])
    expect(await behind(manager)).toEqual([])
    expect((await offered(manager)).offered).toBeNull()
    const { revision, definition } = await shown(manager)
    expect(definition).toEqual({ ...coaching, version: 2 })
    expect(await asked()).toBe(false)
    await manager.must(putProgrammeInService, { code, revision })
    expect(await asked()).toBe(false)
    await manager.must(acceptVersion, { code })
    expect(await asked()).toBe(true)
  })

  test('beside what the operator adapted, each conflict chosen', async ({ operator }) => {
    const manager = await operator.manager()
    await takenAs(operator, coachingBefore)
    const edit = await wholeEdit(operator, code)
    await manager.must(editProgramme, {
      ...edit,
      name: { fr: 'Notre coaching' },
      steps: { ...edit.steps, framing: { fr: 'Contrat' } },
      closingAttempts: '9',
      closingDays: '33',
    })
    await manager.must(saveQuestion, { code, step: 'framing', words: { fr: 'Qui paie ?' }, kind: 'line' })
    const page = await offered(manager)
    // The version being written takes the update: it was in service nowhere.
    expect(page.version).toBe(2)
    expect(keysOf(page.offered?.conflicts)).toEqual(['name', 'setting_closingAttempts'])
    expect(keysOf(page.offered?.taken)).toEqual(['question_framing_employer'])
    expect(keysOf(page.offered?.kept)).toEqual(expect.arrayContaining(['question_qui_paie', 'step_framing']))
    const mark = await offeredMark(operator, code)
    expect(await manager.run(takeUpdate, { code, mark, choices: { name: 'own' } })).toMatchObject({
      kind: 'invalid',
      fields: { 'choices.setting_closingAttempts': ['input.required'] },
    })
    expect(
      await manager.run(takeUpdate, { code, mark, choices: { name: 'mine', setting_closingAttempts: 'own' } }),
    ).toMatchObject({ kind: 'invalid', fields: { 'choices.name': [expect.stringContaining('input.')] } })
    await manager.must(takeUpdate, { code, mark, choices: { name: 'own', setting_closingAttempts: 'shipped' } })
    const { definition } = await shown(manager)
    expect(definition).toMatchObject({
      version: 2,
      name: { fr: 'Notre coaching' },
      settings: { closingAttempts: coaching.settings.closingAttempts, closingDays: 33 },
    })
    expect(definition.steps[0]).toMatchObject({ label: { fr: 'Contrat' } })
    const codes = definition.steps[0]?.questions?.map(question => question.code)
    expect(codes).toEqual(expect.arrayContaining(['framing_employer', 'qui_paie']))
    expect(await rowsOf(operator)).toHaveLength(2)
  })

  test('refuses choices that were made on another copy, and an update that was taken', async ({ operator }) => {
    const manager = await operator.manager()
    await takenAs(operator, coachingBefore)
    const mark = await offeredMark(operator, code)
    await manager.must(saveQuestion, { code, step: 'framing', words: { fr: 'Qui paie ?' }, kind: 'line' })
    expect(await manager.run(takeUpdate, { code, mark })).toMatchObject({ kind: 'conflict' })
    await manager.must(takeUpdate, { code, mark: await offeredMark(operator, code) })
    expect(await manager.run(takeUpdate, { code, mark })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'programme-up-to-date' },
    })
  })

  test('never a programme that the operator wrote under a name that is shipped later', async ({ operator }) => {
    const manager = await operator.manager()
    const { code: own } = await manager.must(copyProgramme, { code, name: 'Formation maison' })
    await operator.inside(({ tx }) =>
      tx
        .update(programmes)
        .set({ code: 'formation-avant' })
        .where(and(eq(programmes.operatorId, operator.id), eq(programmes.code, 'formation'))),
    )
    await operator.inside(({ tx }) =>
      tx
        .update(programmes)
        .set({ code: 'formation' })
        .where(and(eq(programmes.operatorId, operator.id), eq(programmes.code, own))),
    )
    expect(await behind(manager)).toEqual([])
    expect((await offered(manager, 'formation')).offered).toBeNull()
  })

  test('an operator of before has as its base what it was given first, and not what it copied', async ({
    operator,
    databaseUrl,
  }) => {
    const manager = await operator.manager()
    await takenAs(operator, coachingBefore)
    const { code: copied } = await manager.must(copyProgramme, { code, name: 'Tutorat' })
    await manager.must(saveQuestion, { code, step: 'framing', words: { fr: 'Qui paie ?' }, kind: 'line' })
    const [, ...move] = readFileSync('db/migrations/0050_shipped_definitions.sql', 'utf8').split(
      '--> statement-breakpoint',
    )
    const bases = await withClient(databaseUrl, async client => {
      await client.query('begin')
      await client.query('alter table programmes no force row level security')
      await client.query('update programmes set shipped = null')
      for (const statement of move) await client.query(statement)
      const { rows } = await client.query<{ code: string; version: number; name: string | null }>(
        "select code, version, shipped -> 'name' ->> 'fr' as name from programmes where operator_id = $1 and code = any($2) order by code, version",
        [operator.id, [code, copied]],
      )
      await client.query('rollback')
      return rows
    })
    expect(bases).toEqual([
      { code, version: 1, name: coachingBefore.name.fr },
      { code, version: 2, name: null },
      { code: copied, version: 1, name: null },
    ])
  })
})
