import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { factsOfCase } from '#app/features/accompaniments/move-case.store.server.ts'
import { offeredTransitions } from '#app/features/accompaniments/offered-transitions.ts'
import { filesOf } from '#app/features/files/files.store.server.ts'
import { peopleOf } from '#app/features/organisations/organisations.store.server.ts'
import { doubts } from '#app/features/snapshots/snapshot.ts'
import { snapshotFormValues } from '#app/features/snapshots/snapshot-form.ts'
import { diagnosticSnapshot } from '#app/features/snapshots/snapshots.store.server.ts'
import { readOrigins } from '#app/features/snapshots/stored-origins.ts'
import { diagnosticFormValues } from './diagnostic-form.ts'
import { diagnosticOf, needsOf } from './diagnostics.store.server.ts'
import { authorsOf, commentsOf, contestsOf } from './remarks.store.server.ts'
import { scoresOf } from './situation.ts'

export const diagnosticPage = defineQuery({
  name: 'diagnostic.page',
  input: caseInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, _input, { row, programme }) => {
    const { tx, operator, today } = ctx
    const diagnostic = await diagnosticOf(tx, operator.id, row.id)
    const needs = await needsOf(tx, operator.id, row.id)
    const snapshot = await diagnosticSnapshot(tx, operator.id, row.id)
    const known = row.organisationId ? await peopleOf(tx, operator.id, row.organisationId) : []
    const facts = await factsOfCase(ctx, row)
    // What is missing besides the validation itself, to be done before it is asked for.
    const supposed = { ...facts, validation: { on: today, by: '', function: 'governance' as const } }
    return {
      number: row.number,
      base: `/o/${operator.slug}`,
      today,
      version: diagnostic?.version ?? 0,
      values: diagnosticFormValues(diagnostic, needs),
      authors: await authorsOf(tx, operator.id, row.id),
      comments: await commentsOf(tx, operator.id, row.id),
      contests: await contestsOf(tx, operator.id, row.id),
      scores: scoresOf(diagnostic?.situation),
      files: await filesOf(tx, operator.id, row.id),
      needs: needs.map(({ id, title, domain, urgency, jobsEffect, rank, reservation }) => ({
        id,
        title,
        domain,
        urgency,
        jobsEffect,
        rank,
        reservation,
      })),
      snapshot: {
        version: snapshot?.version ?? 0,
        values: snapshotFormValues(snapshot, readOrigins(snapshot?.origins)),
        doubts: snapshot ? doubts(snapshot) : [],
      },
      organisationId: row.organisationId,
      people: known.map(({ id, name, role, email }) => ({ id, name, role, hasEmail: email !== null })),
      contactPersonId: row.contactPersonId,
      sentOn: facts.sentForValidationOn,
      validation: diagnostic?.validatedOn
        ? {
            on: diagnostic.validatedOn,
            by: diagnostic.validatedByName,
            function: diagnostic.validatedByFunction,
            reservation: diagnostic.reservation,
          }
        : null,
      beforeSending: offeredTransitions(programme.definition, supposed, ['validate_diagnostic'])[0] ?? null,
    }
  },
})
