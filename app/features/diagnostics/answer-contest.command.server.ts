import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { nameOfUser } from '#app/features/operators/practitioners.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { answerContestInput } from './diagnostic-input.ts'
import { contestsOf, answerContest as write } from './remarks.store.server.ts'

/** What the practitioner answers to a contested line; who contested reads it by the same link. */
export const answerContest = defineCommand({
  name: 'diagnostic.answer-contest',
  input: answerContestInput,
  subject: async ({ tx, operator }, { number, contestId }) => {
    const found = await caseByNumber(tx, operator.id, number)
    const contests = found ? await contestsOf(tx, operator.id, found.row.id) : []
    return contests.find(({ id }) => id === contestId) ?? null
  },
  allow: isMember,
  run: async ({ tx, operator, actor, now, record }, { number, version, answer }, contest) => {
    const { id, accompanimentId } = contest
    const answeredByName = (await nameOfUser(tx, 'userId' in actor ? actor.userId : null)) ?? ''
    if (!(await write(tx, operator.id, { id, version, answer, answeredByName, answeredAt: now })))
      throw await conflictOn(tx, operator.id, id, {
        version: contest.version,
        values: { answer: contest.answer },
      })
    await record({
      name: 'diagnostic.contest-answered',
      subjectKind: 'diagnostic_contest',
      subjectId: id,
      accompanimentId,
      data: { by: contest.contestedBy, changes: { answer: [contest.answer, answer] } },
    })
    return ok({ number })
  },
})
