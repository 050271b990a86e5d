import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import { dlaIndividuel } from './dla-individuel.ts'

/**
 * Collective support on the socio-economic model: each member of the cohort is a case of its own. The committee gives
 * its opinion on the cohort, not on each member, so members' plans do not wait for one.
 */
export const dlaCollectifMse: ProgrammeDefinition = {
  ...dlaIndividuel,
  code: 'dla-collectif-mse',
  name: { fr: 'DLA collectif – modèle socio-économique', en: 'Collective DLA – socio-economic model' },
  typology: { target: 'organisation', trade: 'guidance', format: 'collective' },
  settings: { ...dlaIndividuel.settings, committeeRequired: false },
}
