import { execute } from '#app/access/command.server.ts'
import { sessionTell } from '#app/features/sessions/sessions.jobs.ts'
import { tellSession } from '#app/features/sessions/tell-session.command.server.ts'
import { handles } from '../handler.ts'

/** A session that is gone meanwhile has nobody left to tell. */
export const handleSessionTell = handles(sessionTell, (operatorId, payload, clock) =>
  execute(tellSession, { kind: 'system', operatorId }, payload, { clock, systemName: sessionTell.name }),
)
