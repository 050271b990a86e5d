import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { dlaCollectifMse } from './dla-collectif-mse.ts'
import { dlaIndividuel } from './dla-individuel.ts'
import { fabriqueAInitiatives } from './fabrique-a-initiatives.ts'

/** What every operator receives; it may adapt its copies. */
export const shippedProgrammes: readonly ProgrammeDefinition[] = [dlaIndividuel, dlaCollectifMse, fabriqueAInitiatives]
