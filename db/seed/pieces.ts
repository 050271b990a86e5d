import { and, asc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { addNote } from '#app/features/accompaniments/add-note.command.server.ts'
import { setNoteAudience } from '#app/features/accompaniments/set-note-audience.command.server.ts'
import { addFile } from '#app/features/files/add-file.command.server.ts'
import { keepFile } from '#app/features/files/file-store.server.ts'
import { addLabel } from '#app/features/organisations/add-label.command.server.ts'
import { openChallenges } from '#app/features/territories/challenge-cases.store.server.ts'
import { tieCase } from '#app/features/territories/tie-case.command.server.ts'
import { addDays, addMonths } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, diagnostics } from '#db/schema/accompaniments.ts'
import { type Stage, workingDay } from './stage.ts'

const budget = 'Poste;2025;2026\nVentes;41200;46000\nSubventions;58000;52500\nSalaires;-81400;-84100\n'
const note =
  'Nous nous revoyons après votre conseil d’administration. D’ici là, pensez à nous envoyer le budget tel qu’il a été voté.'

/** Around a colleague's case whose diagnostic is being written: a file, a label, a shared note, a challenge. */
export async function tellPieces(stage: Stage, lead: string) {
  const on = workingDay(addDays(stage.today, -6), stage.today)
  const [one] = await stage.inside(on, ({ tx, operator }) =>
    tx
      .select({
        number: accompaniments.number,
        organisationId: accompaniments.organisationId,
        practitionerId: accompaniments.practitionerId,
      })
      .from(accompaniments)
      .innerJoin(
        diagnostics,
        and(eq(diagnostics.operatorId, accompaniments.operatorId), eq(diagnostics.accompanimentId, accompaniments.id)),
      )
      .where(
        and(
          eq(accompaniments.operatorId, operator.id),
          ne(accompaniments.practitionerId, lead),
          isNotNull(accompaniments.organisationId),
          isNull(diagnostics.validatedOn),
        ),
      )
      .orderBy(asc(accompaniments.number))
      .limit(1),
  )
  if (!one?.practitionerId) throw new Error('no diagnostic waits for its validation')
  const door = stage.as(one.practitionerId)
  const { number } = one
  const formKey = newId()
  const kept = await keepFile(new File([budget], 'Budget 2026.csv'), { operatorId: stage.operator.id, formKey })
  if (!kept.ok) throw new Error(kept.failure.tag)
  await stage.must(addFile, door, on, { number, about: 'diagnostic.functional', ...kept.value })
  await stage.must(addLabel, door, on, {
    id: one.organisationId,
    name: 'ESUS',
    source: 'DREETS Centre-Val de Loire',
    grantedOn: addMonths(stage.today, -14),
  })
  const { id: noteId } = await stage.must(addNote, door, on, { number, body: note })
  await stage.must(setNoteAudience, door, on, { number, noteId, version: 1, audience: 'shared' })
  const [challenge] = await stage.inside(on, ({ tx, operator }) => openChallenges(tx, operator.id))
  if (challenge)
    await stage.must(tieCase, door, on, {
      number,
      challengeId: challenge.id,
      reason: 'Deux emplois de plus dans le quartier.',
    })
}
