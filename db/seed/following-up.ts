import { sha256 } from '#app/access/sha256.server.ts'
import { answerByLink } from '#app/features/follow-ups/answer-by-link.command.server.ts'
import { followUpAnswered } from '#app/features/follow-ups/follow-ups.jobs.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { settleFollowUp } from '#app/features/follow-ups/settle-follow-up.command.server.ts'
import { tellAnswered } from '#app/features/follow-ups/tell-answered.effect.server.ts'
import { closeAccompaniment } from '#app/features/restitutions/close-accompaniment.command.server.ts'
import { addDays, day } from '#app/kernel/day.ts'
import { newId, newToken } from '#app/kernel/ids.ts'
import { volunteerTime } from '#db/schema/accompaniments.ts'
import { consents, type followUps, qualitativePieces } from '#db/schema/follow-ups.ts'
import { links } from '#db/schema/operators.ts'
import type { CaseFile } from './case-file.ts'
import type { Story } from './stage.ts'
import { newAlliances, newNeeds, speakers, testimonies, verbatims, volunteerActivities } from './texts.ts'
import { trackedAgain } from './tracking.ts'

type Wave = typeof followUps.$inferSelect

/** The waves as far as today, what people told besides, then the closure. */
export async function* followingUp(file: CaseFile): Story {
  const { chance, plan } = file
  await volunteering(file)
  for (const wave of await file.waves()) {
    const plannedOn = day(wave.plannedOn)
    if (!plannedOn) continue
    // What waits since less than three weeks has not been answered yet: the first sweep of the workers asks for it.
    const delay = chance.between(2, 20)
    if (file.on < plannedOn) file.on = plannedOn
    yield file.later(delay)
    const isMain = wave.wave === 'T3'
    if (isMain && plan.lost) {
      await file.does(settleFollowUp, { followUpId: wave.id, state: plan.lost })
      return
    }
    if (wave.wave === 'T2' && chance.isTrue(0.12)) {
      await file.does(settleFollowUp, { followUpId: wave.id, state: chance.isTrue(0.7) ? 'unreachable' : 'refused' })
      continue
    }
    await answer(file, wave)
    if (isMain && chance.isTrue(0.6)) await telling(file)
  }
  yield file.within(5, 25)
  if (plan.stop === 'follow_up') return
  await file.does(closeAccompaniment, {
    closedOn: file.on,
    outcome: chance.pick(['objectives_reached', 'objectives_reached', 'partly', 'partly', 'not_reached', 'unknown']),
  })
}

/** Neighbours in time say different things: a report quotes the latest. */
const ownWords = <const Texts extends readonly [unknown, ...unknown[]]>(texts: Texts, rank: number): Texts[number] =>
  texts[rank % texts.length] ?? texts[0]

function answers(file: CaseFile, { wave }: Wave) {
  const { chance, headcount, organisation, plan } = file
  const before = headcount ?? chance.between(1, 8)
  const grown = Math.max(0, before + chance.pick([-1, 0, 0, 0, 1, 1, 2, Math.round(before * 0.15)]))
  const says = chance.isTrue(0.55)
  return {
    standing: wave === 'T1' ? '' : 'active',
    useful: wave === 'T1' ? 8 : '',
    recommend: wave === 'T1' ? 9 : '',
    satisfaction: wave === 'T1' ? chance.pick([6, 7, 8, 8, 9, 9, 10]) : '',
    headcount: wave === 'T1' ? '' : grown,
    permanent: wave === 'T1' ? '' : Math.round(grown * 0.75),
    governance: wave === 'T1' ? '' : Math.min(4, (plan.seed % 3) + 1),
    alliances: wave === 'T3' ? newAlliances[plan.seed % newAlliances.length] : '',
    funderKinds:
      wave === 'T3'
        ? ['town', 'state', 'region', 'foundation', 'company'].slice(plan.seed % 2, 3 + (plan.seed % 3))
        : [],
    funderCount: wave === 'T3' ? chance.between(3, 10) : '',
    strategy: wave === 'T3' ? chance.between(1, 4) : '',
    jobLink: wave === 'T3' ? chance.pick(['none', 'low', 'low', 'strong']) : '',
    jobsKept: wave === 'T3' ? chance.between(0, Math.min(4, before)) : '',
    economicSituation:
      wave === 'T3' ? chance.pick(['improved', 'improved', 'improved', 'stable', 'stable', 'degraded']) : '',
    objectivesReached: wave === 'T2' ? '' : chance.pick([2, 3, 3, 3, 4]),
    appropriation: wave === 'T1' ? '' : chance.pick([1, 2, 3, 3, 4]),
    newNeeds: chance.isTrue(0.3) ? chance.pick(newNeeds) : '',
    verbatim: says ? ownWords(verbatims, plan.seed * 3 + Number(wave.slice(1))) : '',
    quoteConsent: says && chance.isTrue(0.6) ? 'on' : 'non',
    respondent: organisation?.leader.name,
    ...trackedAgain(file, wave),
  }
}

/** Two in three answer by their link, the others when they are called. */
async function answer(file: CaseFile, wave: Wave): Promise<void> {
  const given = answers(file, wave)
  if (file.chance.isTrue(0.35)) await file.does(recordByPhone, { followUpId: wave.id, answeredOn: file.on, ...given })
  else {
    const token = newToken()
    await file.stage.inside(file.on, ({ tx, operator, now }) =>
      tx.insert(links).values({
        operatorId: operator.id,
        id: newId(),
        tokenHash: sha256(token),
        purpose: 'follow_up',
        subjectId: wave.id,
        accompanimentId: file.id,
        personId: file.organisation?.leader.id,
        expiresOn: addDays(file.on, 60),
        lastOpenedAt: now,
      }),
    )
    await file.stage.must(answerByLink, { kind: 'link', tokenHash: sha256(token) }, file.on, given)
    const told = { accompanimentId: file.id, followUpId: wave.id }
    await file.stage.works(followUpAnswered, tellAnswered, told, file.on)
  }
}

/** A story worth telling, with the consent of the one who tells it: for the funder, for everybody, or since withdrawn. */
async function telling(file: CaseFile): Promise<void> {
  const { chance, plan } = file
  const piece = { ...ownWords(testimonies, plan.seed), author: chance.pick(speakers) }
  await file.stage.inside(file.on, async ({ tx, operator }) => {
    const base = { operatorId: operator.id, accompanimentId: file.id }
    const pieceId = newId()
    await tx.insert(qualitativePieces).values({ ...base, id: pieceId, ...piece, collectedOn: file.on })
    if (chance.isTrue(0.2)) return
    await tx.insert(consents).values({
      ...base,
      id: newId(),
      pieceId,
      audience: chance.pick(['funder', 'funder', 'public', 'internal']),
      personName: file.organisation?.leader.name ?? '',
      givenOn: file.on,
      withdrawnOn: chance.isTrue(0.1) ? file.on : null,
      evidence: 'Accord signé lors de la visite',
    })
  })
}

/** What volunteers gave to the work: it counts in the plan of financing. */
async function volunteering(file: CaseFile): Promise<void> {
  const { chance } = file
  const rows = Array.from({ length: chance.between(0, 3) }, () => ({
    doneOn: addDays(file.on, -chance.between(20, 150)),
    activity: chance.pick(volunteerActivities),
    hours: chance.between(2, 24),
    hourlyRate: chance.isTrue(0.7) ? 14 : null,
  }))
  if (rows.length === 0) return
  await file.stage.inside(file.on, ({ tx, operator }) =>
    tx
      .insert(volunteerTime)
      .values(rows.map(row => ({ operatorId: operator.id, id: newId(), accompanimentId: file.id, ...row }))),
  )
}
