import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { casesOfOrganisation } from '#app/features/accompaniments/cases-of-organisation.store.server.ts'
import { statusOn } from '#app/features/network/network-status.ts'
import { statusesOf } from '#app/features/network/network-statuses.store.server.ts'
import { normGapOf } from '#app/features/network/norm-gap.store.server.ts'
import { snapshotsOfOrganisation } from '#app/features/snapshots/snapshots.store.server.ts'
import { totalOf } from '#app/features/volunteering/value-of-time.ts'
import { volunteerTimeOfOrganisation } from '#app/features/volunteering/volunteer-time.store.server.ts'
import { addDays, day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import { communeAsTyped } from './communes.store.server.ts'
import { establishmentsOf, labelsOf } from './establishments.store.server.ts'
import { undoableDays, undoableUntil } from './merge.ts'
import { standingMerges } from './merges.store.server.ts'
import { organisationPageInput } from './organisation-input.ts'
import { organisationById, peopleOf } from './organisations.store.server.ts'

export const organisationPage = defineQuery({
  name: 'organisation.page',
  input: organisationPageInput,
  subject: ({ tx, operator }, { id }) => organisationById(tx, operator.id, id),
  allow: isMember,
  run: async ({ tx, operator, today }, { modifier, personne, etablissement, label, place, ecart }, organisation) => ({
    base: `/o/${operator.slug}`,
    today,
    organisation: { ...organisation, commune: communeAsTyped(organisation.commune) },
    /** Where this sheet went, when it was a duplicate. */
    into: organisation.mergedIntoId && (await organisationById(tx, operator.id, organisation.mergedIntoId)),
    merges: (await standingMerges(tx, operator.id, organisation.id, addDays(today, -undoableDays))).flatMap(merge => {
      const mergedOn = day(merge.mergedOn)
      return mergedOn ? [{ ...merge, until: undoableUntil(mergedOn) }] : []
    }),
    isEditing: modifier === '1',
    /** The person whose form is open: an id, or `nouvelle`. */
    person: personne,
    /** The establishment or the label whose form is open: an id, or `nouveau`. */
    openEstablishment: etablissement,
    openLabel: label,
    network: await networkOf(tx, operator.id, organisation.id, today),
    isPlacing: place === 'nouvelle',
    isWritingGap: ecart === 'modifier',
    establishments: (await establishmentsOf(tx, operator.id, organisation.id)).map(site => ({
      ...site,
      commune: communeAsTyped(site.commune),
    })),
    labels: await labelsOf(tx, operator.id, organisation.id),
    people: await peopleOf(tx, operator.id, organisation.id),
    cases: await casesOfOrganisation(tx, operator.id, organisation.id),
    snapshots: await snapshotsOfOrganisation(tx, operator.id, organisation.id),
  }),
})

async function networkOf(tx: TenantTx, operatorId: string, organisationId: string, today: string) {
  const statuses = await statusesOf(tx, operatorId, organisationId)
  return {
    holding: statusOn(statuses, today),
    statuses: statuses.toReversed().toSorted((one, other) => other.sinceOn.localeCompare(one.sinceOn)),
    volunteering: totalOf(await volunteerTimeOfOrganisation(tx, operatorId, organisationId)),
    normGap: await normGapOf(tx, operatorId, organisationId),
  }
}
