import { perform } from '#app/access/effect.server.ts'
import { diagnosticContested } from '#app/features/diagnostics/diagnostics.jobs.ts'
import { tellContested } from '#app/features/diagnostics/tell-contested.effect.server.ts'
import { handles } from '../handler.ts'

export const handleDiagnosticContested = handles(diagnosticContested, (operatorId, ids, clock) =>
  perform(tellContested, operatorId, ids, { clock }),
)
