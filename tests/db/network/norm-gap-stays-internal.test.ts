import { expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { takePack } from '#app/features/committees/take-pack.command.server.ts'
import { takeDiagnostic } from '#app/features/diagnostics/take-diagnostic.command.server.ts'
import { computeFigures } from '#app/features/figures/figures.store.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { writeNormGap } from '#app/features/network/write-norm-gap.command.server.ts'
import { buildEdition } from '#app/features/reports/build-edition.effect.server.ts'
import { fundedAgreementPage } from '#app/features/reports/funded-agreement.query.server.ts'
import { publishEdition } from '#app/features/reports/publish-edition.command.server.ts'
import { requestEdition } from '#app/features/reports/request-edition.command.server.ts'
import { restitutionPage } from '#app/features/restitutions/restitution-page.query.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { day } from '#app/kernel/day.ts'
import { editions } from '#db/schema/agreements.ts'
import { normGapNotes } from '#db/schema/network.ts'
import { withTenant } from '#db/tenant.ts'
import { diagnosticRow, linkOn } from '#tests/harness/cases.ts'
import { aCommittee, seatLink } from '#tests/harness/committees.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { createEngineering } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test, testClock } from '#tests/harness/operator.ts'

const canary = 'CANARI-écart'

/** A case with everything around it that somebody outside may read, and the note on its organisation. */
async function aWatchedCase(operator: TestOperator) {
  const made = await aCommittee(operator)
  const { practitioner, organisationId: id } = made
  await practitioner.must(writeNormGap, { id, version: 0, difference: canary, acceptedBecause: canary })
  const { agreementId } = await anAgreement(operator)
  const engineeringId = await createEngineering(operator, [{ ...made, name: 'La Ruche' }])
  const diagnostic = await diagnosticRow(operator, made.id)
  const link = await linkOn(operator, made, { purpose: 'diagnostic_validation', subjectId: diagnostic?.id ?? '' })
  return { ...made, agreementId, engineeringId, link }
}

test('PostgreSQL shows the note to the team, and to nobody else who has a way in', async ({ operator }) => {
  const { practitioner, agreementId, engineeringId, link, memberId } = await aWatchedCase(operator)
  const seat = { kind: 'link' as const, tokenHash: sha256(await seatLink(operator, memberId)) }
  const notes = async (door: TestActor['door']) =>
    withTenant(door, 'read', testClock, async ({ tx }) => (await tx.select().from(normGapNotes)).length)
  expect(await notes(practitioner.door)).toBe(1)
  const narrow = {
    consultant: (await operator.consultant(engineeringId)).door,
    funder: (await operator.funder(agreementId)).door,
    network: (await operator.network()).door,
    contact: { kind: 'link' as const, tokenHash: sha256(link) },
    seat,
    visitor: operator.visitor().door,
  }
  for (const [who, door] of Object.entries(narrow)) expect(await notes(door), who).toBe(0)
})

test('no page, restitution, paper, figure or report that leaves the team holds a word of it', async ({ operator }) => {
  const { practitioner, number, agreementId, engineeringId, link, committeeId } = await aWatchedCase(operator)
  const { editionId } = await practitioner.must(requestEdition, { agreementId, year: 2026 })
  await perform(buildEdition, operator.id, { editionId }, { clock: testClock })
  await (await operator.manager()).must(publishEdition, { editionId })
  const [from, to] = [day('2026-01-01'), day('2026-12-31')]
  if (!from || !to) throw new Error('no such day')
  const left = {
    funder: await (await operator.funder(agreementId)).read(fundedAgreementPage, { agreementId }),
    consultant: await (await operator.consultant(engineeringId)).read(missionPage, { engineeringId }),
    contact: await operator.contact(link).read(personalLinkPage),
    restitution: await practitioner.read(restitutionPage, { number }),
    diagnostic: await practitioner.run(takeDiagnostic, { number, format: 'docx' }),
    pack: await practitioner.run(takePack, { committeeId, format: 'pdf' }),
    edition: { kind: 'done', rows: await operator.inside(({ tx }) => tx.select().from(editions)) },
    figures: {
      kind: 'done',
      value: await operator.inside(({ tx }) =>
        computeFigures(tx, operator.id, {
          period: { from, to },
          dimension: null,
          agreement: null,
          audience: 'operator',
        }),
      ),
    },
  }
  for (const [what, value] of Object.entries(left)) {
    expect(value, what).toMatchObject({ kind: 'done' })
    expect(JSON.stringify(value), what).not.toContain('CANARI')
  }
})
