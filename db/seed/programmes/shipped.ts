import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { accueilMembreMes } from './accueil-membre-mes.ts'
import { changementEchelle } from './changement-echelle.ts'
import { coaching } from './coaching.ts'
import { dlaCollectifMse } from './dla-collectif-mse.ts'
import { dlaIndividuel } from './dla-individuel.ts'
import { fabriqueAInitiatives } from './fabrique-a-initiatives.ts'
import { formation } from './formation.ts'
import { incubation } from './incubation.ts'
import { mesureImpact } from './mesure-impact.ts'
import { orientationCress } from './orientation-cress.ts'

/** What every operator receives; it may adapt its copies. */
export const shippedProgrammes: readonly ProgrammeDefinition[] = [
  dlaIndividuel,
  dlaCollectifMse,
  fabriqueAInitiatives,
  incubation,
  changementEchelle,
  orientationCress,
  formation,
  coaching,
  accueilMembreMes,
  mesureImpact,
]
