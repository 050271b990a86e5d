import { isManager } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { consideredCases, lockCases } from '#app/features/accompaniments/many-cases.store.server.ts'
import type { Considered } from '#app/features/accompaniments/many-cases.ts'
import { giveCase, recordActions } from '#app/features/accompaniments/many-changes.store.server.ts'
import { insertNote } from '#app/features/accompaniments/notes.store.server.ts'
import { notify } from '#app/features/notifications/notify.store.server.ts'
import { isPractitioner, nameOfUser } from '#app/features/operators/practitioners.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { notHers } from './handover.ts'
import { giveCasesInput } from './handover-input.ts'
import { insertHandover, insertHandoverCase, moveNotices, renameOwner } from './handovers.store.server.ts'

type GiveFailure = Failure<'nothing-to-hand-over' | 'unknown-practitioner' | 'same-person' | 'case-not-hers'>

/** The cases of a member who leaves or is away pass to another in one act: tasks, reminders and a brief for each. */
export const giveCases = defineCommand({
  name: 'handover.give',
  input: giveCasesInput,
  subject: async ({ tx, operator }, { cases }): Promise<Considered[] | null> => {
    const numbers = cases.flatMap(({ number, chosen }) => (chosen ? [number] : []))
    await lockCases(tx, operator.id, numbers)
    const found = await consideredCases(tx, operator.id, numbers)
    return found.length === new Set(numbers).size ? found : null
  },
  allow: (actor, _subject, { fromId }) => isManager(actor) || (actor.kind === 'member' && actor.userId === fromId),
  run: async (ctx, { fromId, toId, cases: asked }, cases): Promise<Result<{ handoverId: string }, GiveFailure>> => {
    const { tx, operator, actor, today } = ctx
    if (cases.length === 0) return fail('nothing-to-hand-over')
    if (fromId === toId) return fail('same-person', {}, 'toId')
    const [from, to] = [await nameOfUser(tx, fromId), await nameOfUser(tx, toId)]
    if (!from || !to || !(await isPractitioner(tx, operator.id, toId, today)))
      return fail('unknown-practitioner', {}, 'toId')
    const stray = notHers(cases, fromId)
    if (stray) return fail('case-not-hers', { number: stray.number })
    const givenById = actor.kind === 'member' ? actor.userId : fromId
    const handoverId = await insertHandover(tx, operator.id, {
      fromUserId: fromId,
      toUserId: toId,
      givenOn: today,
      givenById,
    })
    const briefs = new Map(asked.map(({ number, brief }) => [number, brief]))
    for (const known of cases)
      await giveOne(ctx, {
        handoverId,
        known,
        brief: briefs.get(known.number) ?? null,
        from: { id: fromId, name: from },
        to: { id: toId, name: to },
        givenById,
      })
    await tellReceiver(ctx, { handoverId, toId, count: cases.length })
    return ok({ handoverId })
  },
})

type Person = { id: string; name: string }
type Giving = {
  handoverId: string
  known: Considered
  brief: string | null
  from: Person
  to: Person
  givenById: string
}

async function giveOne(ctx: CommandContext, { handoverId, known, brief, from, to, givenById }: Giving): Promise<void> {
  const { tx, operator, now, record } = ctx
  const given = { id: known.id, practitionerId: from.id, practitioner: from.name, to: to.id, after: to.name }
  await giveCase(ctx, given, brief)
  const actions = await renameOwner(tx, operator.id, known.id, { from: from.name, to: to.name })
  await recordActions(ctx, known.id, actions, { owner: [from.name, to.name] })
  const noticeIds = await moveNotices(tx, operator.id, known.id, { fromId: from.id, toId: to.id })
  await insertHandoverCase(tx, operator.id, {
    handoverId,
    accompanimentId: known.id,
    brief,
    actionIds: actions.map(({ id }) => id),
    noticeIds,
  })
  if (!brief) return
  // Where she will read it: in the line of the case.
  const noteId = await insertNote(tx, operator.id, {
    accompanimentId: known.id,
    body: brief,
    authorId: givenById,
    createdAt: now,
  })
  await record({ name: 'note.added', subjectKind: 'note', subjectId: noteId, accompanimentId: known.id })
}

async function tellReceiver(
  { tx, operator, actor, now }: CommandContext,
  { handoverId, toId, count }: { handoverId: string; toId: string; count: number },
): Promise<void> {
  if (actor.kind === 'member' && actor.userId === toId) return
  await notify(tx, operator.id, now, {
    userId: toId,
    kind: 'accompaniment.many-handed-over',
    accompanimentId: null,
    data: { number: String(count) },
    address: `/o/${operator.slug}/equipe/passations/${handoverId}`,
  })
}
