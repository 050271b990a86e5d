import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { todayPage } from '#app/features/accompaniments/today-page.query.server.ts'
import { memberInvitation } from '#app/features/messages/member.message.server.ts'
import { openPasswordLink } from '#app/features/sign-in/open-password-link.server.ts'
import { changeRole } from '#app/features/team/change-role.command.server.ts'
import { deactivateMember } from '#app/features/team/deactivate-member.command.server.ts'
import { declareAbsence } from '#app/features/team/declare-absence.command.server.ts'
import { endAbsence } from '#app/features/team/end-absence.command.server.ts'
import { endOrphanSignIns } from '#app/features/team/end-orphan-sign-ins.effect.server.ts'
import { inviteAgain } from '#app/features/team/invite-again.command.server.ts'
import { inviteMember } from '#app/features/team/invite-member.command.server.ts'
import { membersOf } from '#app/features/team/members.store.server.ts'
import { teamPage } from '#app/features/team/team-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { outbox, sends } from '#db/schema/journal.ts'
import { grants } from '#db/schema/operators.ts'
import { createOperator, type TestActor, type TestOperator, test, testDay } from '../../harness/operator.ts'
import { newPerson } from '../../harness/person.ts'

const managersOf = async (operator: TestOperator) =>
  (await operator.inside(tenant => membersOf(tenant.tx, operator.id, tenant.today))).filter(
    ({ kind }) => kind === 'manager',
  )
const grantOf = async (operator: TestOperator, actor: TestActor) =>
  (await operator.inside(tenant => membersOf(tenant.tx, operator.id, tenant.today))).find(
    ({ userId }) => userId === actor.userId,
  )?.grantId ?? newId()
const tagOf = (outcome: { kind: string; failure?: { tag: string } }) => outcome.failure?.tag ?? outcome.kind

describe('inviting', () => {
  test('opens the operator to an address and plans one mail', async ({ operator }) => {
    const manager = await operator.manager()
    const email = `${newId()}@new.example`
    await manager.must(inviteMember, { name: 'Noor Haddad', email, role: 'practitioner' })
    const page = await manager.read(teamPage)
    expect(page).toMatchObject({ kind: 'done' })
    const member = page.kind === 'done' ? page.value.members.find(row => row.email === email) : null
    expect(member).toMatchObject({ name: 'Noor Haddad', role: 'practitioner', state: 'invited', openCases: 0 })
    const planned = await operator.inside(({ tx }) => tx.select().from(sends).where(eq(sends.recipient, email)))
    expect(planned).toMatchObject([{ message: 'member.invitation', state: 'planned', urgent: true }])
    expect(tagOf(await manager.run(inviteMember, { name: 'Noor', email, role: 'manager' }))).toBe('already-member')
  })

  test('leads who never came to a page where she chooses a password, and who did to the sign-in', async ({
    operator,
  }) => {
    const manager = await operator.manager()
    const email = `${newId()}@new.example`
    await manager.must(inviteMember, { name: 'Noor Haddad', email, role: 'practitioner' })
    const known = await newPerson({ name: 'Lise Known' })
    await manager.must(inviteMember, { name: 'Another name', email: known.email, role: 'practitioner' })
    const letters = await operator.inside(async tenant => {
      const rows = await tenant.tx.select().from(sends).where(eq(sends.operatorId, operator.id))
      const written = new Map<string, string>()
      for (const send of rows) {
        const letter = await memberInvitation.write({ ...tenant, locale: 'fr', send }, send.payload)
        written.set(send.recipient, `${letter?.greeting} ${letter?.action?.address}`)
      }
      return written
    })
    const token = /\/mot-de-passe\/([\w-]{43})$/.exec(letters.get(email) ?? '')?.[1] ?? ''
    expect(await openPasswordLink(token)).toBe(true)
    // Her own name, not the one that the manager typed.
    expect(letters.get(known.email)).toMatch(/Lise Known.*\/connexion$/)
  })

  test('mails three times an hour at most', async ({ operator }) => {
    const manager = await operator.manager()
    const member = await operator.practitioner()
    const grantId = await grantOf(operator, member)
    for (let i = 0; i < 3; i++) await manager.must(inviteAgain, { grantId })
    expect(tagOf(await manager.run(inviteAgain, { grantId }))).toBe('too-many-mails')
  })

  test('is not possible for who is paid, or pays, here', async ({ operator }) => {
    const manager = await operator.manager()
    for (const kind of ['consultant', 'funder'] as const) {
      const person = await newPerson()
      await operator.grant(person.userId, kind, { subjectId: newId() })
      const outcome = await manager.run(inviteMember, { name: 'Paul', email: person.email, role: 'practitioner' })
      expect(tagOf(outcome), kind).toBe('forbidden-pair')
    }
  })
})

describe('roles', () => {
  test('AUT-09: hold from the next request on', async ({ operator }) => {
    const manager = await operator.manager()
    const member = await operator.practitioner()
    expect((await member.run(inviteMember, { name: 'X Y', email: 'x@y.example', role: 'manager' })).kind).toBe(
      'not-found',
    )
    await manager.must(changeRole, { grantId: await grantOf(operator, member), role: 'manager' })
    await member.must(inviteMember, { name: 'X Y', email: `${newId()}@y.example`, role: 'practitioner' })
    await manager.must(changeRole, { grantId: await grantOf(operator, member), role: 'practitioner' })
    expect((await member.run(inviteMember, { name: 'X Y', email: 'x@y.example', role: 'manager' })).kind).toBe(
      'not-found',
    )
  })

  test('AUT-09: who leaves the team is refused at the next request, and her contract’s end ends hers', async ({
    operator,
  }) => {
    const manager = await operator.manager()
    const member = await operator.practitioner()
    expect((await member.read(todayPage)).kind).toBe('done')
    await manager.must(deactivateMember, { grantId: await grantOf(operator, member) })
    expect((await member.read(todayPage)).kind).toBe('not-found')
    const consultant = await operator.consultant(newId(), { fromOn: '2025-01-01', toOn: '2025-12-31' })
    expect((await consultant.read(todayPage)).kind).toBe('not-found')
  })

  test('changed meanwhile are not changed again', async ({ operator }) => {
    const manager = await operator.manager()
    const member = await operator.practitioner()
    const grantId = await grantOf(operator, member)
    await manager.must(changeRole, { grantId, role: 'manager' })
    expect(tagOf(await manager.run(changeRole, { grantId, role: 'practitioner' }))).toBe('member-changed')
    expect(tagOf(await manager.run(deactivateMember, { grantId }))).toBe('member-changed')
  })

  test('leave the history of what she was', async ({ operator }) => {
    const manager = await operator.manager()
    const member = await operator.practitioner()
    await manager.must(changeRole, { grantId: await grantOf(operator, member), role: 'manager' })
    const rows = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(grants)
        .where(and(eq(grants.operatorId, operator.id), eq(grants.userId, member.userId))),
    )
    expect(rows.map(({ kind, revokedAt }) => [kind, revokedAt !== null]).sort()).toEqual([
      ['manager', false],
      ['practitioner', true],
    ])
  })
})

describe('an operator is never left without a manager', () => {
  test('one by one', async ({ operator }) => {
    const manager = await operator.manager()
    const grantId = await grantOf(operator, manager)
    expect(tagOf(await manager.run(changeRole, { grantId, role: 'practitioner' }))).toBe('last-manager')
    expect(tagOf(await manager.run(deactivateMember, { grantId }))).toBe('last-manager')
  })

  test('DUR-06: fifty at once, each taking another’s role away', async () => {
    for (let round = 0; round < 3; round++) {
      const operator = await createOperator()
      const managers = await Promise.all(Array.from({ length: 10 }, () => operator.manager()))
      const targets = await managersOf(operator)
      const commands = Array.from({ length: 50 }, (_, index) => {
        const by = managers[index % 10]
        const grantId = targets[(index * 7 + 3) % 10]?.grantId
        return index % 2 === 0
          ? by?.run(changeRole, { grantId, role: 'practitioner' })
          : by?.run(deactivateMember, { grantId })
      })
      const outcomes = await Promise.all(commands)
      expect(outcomes.filter(outcome => outcome?.kind === 'done').length).toBeLessThanOrEqual(9)
      const left = await managersOf(operator)
      expect(left.length, 'a manager is left').toBeGreaterThanOrEqual(1)
      // She is a real one: she can still do it.
      const last = managers.find(({ userId }) => userId === left[0]?.userId)
      expect((await last?.read(teamPage))?.kind).toBe('done')
    }
  }, 60_000)
})

describe('who left', () => {
  test('loses her sign-ins, unless another operator counts on her', async ({ operator, foreign }) => {
    const manager = await operator.manager()
    const [gone, shared] = [await newPerson(), await newPerson()]
    for (const person of [gone, shared]) {
      await operator.grant(person.userId, 'practitioner')
      await person.signIn()
    }
    await foreign.grant(shared.userId, 'practitioner')
    const members = await operator.inside(tenant => membersOf(tenant.tx, operator.id, tenant.today))
    for (const person of [gone, shared]) {
      const grantId = members.find(({ userId }) => userId === person.userId)?.grantId
      await manager.must(deactivateMember, { grantId })
    }
    const jobs = await operator.inside(({ tx }) => tx.select().from(outbox).where(eq(outbox.job, 'member.left')))
    expect(jobs.map(({ payload }) => payload.userId).sort()).toEqual([gone.userId, shared.userId].sort())
    for (const { payload } of jobs) await perform(endOrphanSignIns, operator.id, payload)
    expect(await gone.current()).toBeNull()
    expect(await shared.current()).not.toBeNull()
  })
})

describe('absences', () => {
  const dates = { fromOn: testDay, toOn: '2026-03-20' }

  test('are declared by her for herself, or by a manager', async ({ operator }) => {
    const [manager, away, other] = [
      await operator.manager(),
      await operator.practitioner(),
      await operator.practitioner(),
    ]
    const absence = { userId: away.userId, delegateId: other.userId, ...dates }
    expect((await other.run(declareAbsence, absence)).kind).toBe('not-found')
    await away.must(declareAbsence, absence)
    await manager.must(declareAbsence, { ...absence, userId: other.userId, delegateId: away.userId })
    const page = await manager.read(teamPage)
    const listed = page.kind === 'done' ? page.value.absences : []
    expect(listed.map(({ fromOn, toOn, canEnd }) => [fromOn, toOn, canEnd])).toEqual([
      [testDay, '2026-03-20', true],
      [testDay, '2026-03-20', true],
    ])
    const mine = listed.find(row => row.userId === away.userId)
    expect((await other.run(endAbsence, { absenceId: mine?.id })).kind).toBe('not-found')
    await away.must(endAbsence, { absenceId: mine?.id })
  })

  test('name somebody else of the team, days in order, and do not overlap', async ({ operator, foreign }) => {
    const [away, other, stranger] = [
      await operator.practitioner(),
      await operator.practitioner(),
      await foreign.practitioner(),
    ]
    const absence = { userId: away.userId, delegateId: other.userId, ...dates }
    const tag = async (change: object) => tagOf(await away.run(declareAbsence, { ...absence, ...change }))
    expect(await tag({ delegateId: away.userId })).toBe('own-delegate')
    expect(await tag({ delegateId: stranger.userId })).toBe('not-found')
    expect(await tag({ toOn: '2026-03-01' })).toBe('ends-before')
    expect(await tag({ fromOn: '2026-01-01', toOn: '2026-01-09' })).toBe('absence-over')
    expect(await tag({ toOn: '2028-01-01' })).toBe('absence-too-long')
    const together = await Promise.all([away.run(declareAbsence, absence), away.run(declareAbsence, absence)])
    expect(together.map(tagOf).sort()).toEqual(['absence-overlaps', 'done'])
  })
})
