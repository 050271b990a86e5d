import { isMember, worksOn } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import { sessionFormPage } from './session-form.store.server.ts'
import { SessionFormAddress } from './session-input.ts'
import { type Session, sessionById } from './sessions.store.server.ts'

type Subject = { engineering: Engineering; session: Session | null }

async function formOf(
  { tx, operator }: QueryContext,
  {
    engineeringId,
    sessionId,
    number,
  }: { engineeringId: string | null; sessionId: string | null; number: string | null },
): Promise<Subject | null> {
  const session = sessionId === null ? null : await sessionById(tx, operator.id, sessionId)
  if (sessionId !== null && (!session || (engineeringId && engineeringId !== session.engineeringId))) return null
  const id = session?.engineeringId ?? engineeringId
  const engineering = id && (await engineeringOfCase(tx, operator.id, { engineeringId: id, number }))
  return engineering ? { engineering, session } : null
}

/** The form of a session, new or known: who may be there, and what the last one was like. */
export const sessionForm = defineQuery({
  name: 'session.form',
  input: SessionFormAddress,
  subject: formOf,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: ({ tx, operator, today }, { statut: status, comme }, subject) =>
    sessionFormPage(tx, { operator, today }, { ...subject, status, again: comme !== null }),
})
