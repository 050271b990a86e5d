import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { finalReportInput } from '#app/features/accompaniments/accompaniment-input.ts'
import { type Accompaniment, lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { editOrConflict } from '#app/features/accompaniments/edit-case.store.server.ts'
import { ok } from '#app/kernel/result.ts'

const formValues = ({ finalReport, outcome }: Accompaniment) => ({ finalReport, outcome })

/** The final report as far as it is written; filing it is entering the follow-up. */
export const saveFinalReport = defineCommand({
  name: 'restitution.save-report',
  input: finalReportInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (ctx, { number, version, ...next }, { row }) => {
    await editOrConflict(ctx, { row, version, next, formValues, event: 'restitution.report-saved' })
    return ok({ number })
  },
})
