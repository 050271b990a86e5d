import { perform } from '#app/access/effect.server.ts'
import { diagnosticValidated } from '#app/features/diagnostics/diagnostics.jobs.ts'
import { tellValidated } from '#app/features/diagnostics/tell-validated.effect.server.ts'
import { handles } from '../handler.ts'

export const handleDiagnosticValidated = handles(diagnosticValidated, (operatorId, ids, clock) =>
  perform(tellValidated, operatorId, ids, { clock }),
)
