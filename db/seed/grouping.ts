import { explainLimit } from '#app/features/cohorts/explain-limit.command.server.ts'
import { saveCohort } from '#app/features/cohorts/save-cohort.command.server.ts'
import { saveEnrolment } from '#app/features/cohorts/save-enrolment.command.server.ts'
import { saveWork } from '#app/features/cohorts/save-work.command.server.ts'
import { sendShares } from '#app/features/shares/send-shares.effect.server.ts'
import { shareEngineering } from '#app/features/shares/share-engineering.command.server.ts'
import { shareSend } from '#app/features/shares/shares.jobs.ts'
import { addDays, type Day } from '#app/kernel/day.ts'
import type { TenantDoor } from '#db/tenant.ts'
import type { CaseFile, Company } from './case-file.ts'

type Group = { engineeringId: string; members: readonly CaseFile[] }

/** The first days of a group: who comes for whom, what is prepared, and one reason to do otherwise than the guide. */
export async function gather({ stage }: Company, door: TenantDoor, on: Day, { engineeringId, members }: Group) {
  await stage.must(saveCohort, door, on, { engineeringId, version: 0, grouping: 'territorial', minimum: '4' })
  for (const [rank, member] of members.entries()) {
    const of = { engineeringId, accompanimentId: member.id, version: 0 }
    await stage.must(saveEnrolment, door, on, {
      ...of,
      leader: member.organisation?.leader.name,
      charterSignedOn: rank === 0 ? '' : on,
    })
    const title = 'État des missions et du modèle socio-économique'
    await stage.must(saveWork, door, on, {
      ...of,
      phase: '0',
      title,
      dueOn: addDays(on, 12),
      doneOn: rank === 1 ? on : '',
    })
  }
  const reason = 'Les structures se connaissent : une réunion de réseau a tenu lieu de sensibilisation.'
  await stage.must(explainLimit, door, on, { engineeringId, limit: 'no-awareness', reason })
}

/** A quarter of it is proposed to another operator, which has not answered. */
export async function shareWith(slug: string, { stage }: Company, door: TenantDoor, on: Day, engineeringId: string) {
  const partners = [{ slug, weight: '1' }]
  await stage.must(shareEngineering, door, on, { engineeringId, version: 2, own: '3', partners })
  await stage.works(shareSend, sendShares, { engineeringId }, on)
}
