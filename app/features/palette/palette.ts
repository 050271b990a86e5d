import { foldForSearch } from '#app/features/organisations/search-text.ts'

/** The pages that the palette leads to, each with its end of address; its words are `palette:pages.<key>`. */
export const pages = [
  { key: 'today', path: 'aujourdhui' },
  { key: 'cases', path: 'accompagnements' },
  { key: 'board', path: 'accompagnements?vue=colonnes' },
  { key: 'late', path: 'accompagnements?retard=1' },
  { key: 'open', path: 'accompagnements/nouveau' },
  { key: 'organisations', path: 'structures' },
  { key: 'newOrganisation', path: 'structures/nouvelle' },
  { key: 'sessions', path: 'seances' },
  { key: 'cohorts', path: 'collectifs' },
  { key: 'providers', path: 'prestataires' },
  { key: 'territories', path: 'territoires' },
  { key: 'reminders', path: 'rappels' },
  { key: 'followUps', path: 'suivis' },
  { key: 'notifications', path: 'notifications' },
  { key: 'testimonies', path: 'temoignages' },
  { key: 'figures', path: 'rapports/chiffres' },
  { key: 'reports', path: 'rapports' },
  { key: 'agreements', path: 'conventions' },
  { key: 'team', path: 'equipe' },
  { key: 'handover', path: 'equipe/passations/nouvelle' },
  { key: 'shortcuts', path: 'raccourcis' },
] as const

/** What may be done in a case straight from its name: « note 0042 », « séance ruche ». */
const acts: Record<string, 'note' | 'session'> = {
  note: 'note',
  noter: 'note',
  seance: 'session',
  session: 'session',
}
export type Act = 'case' | 'note' | 'session'

/** A first word that is a verb says what to do there; the rest is what is looked for. */
export function readWish(typed: string): { act: Act; text: string } {
  const [first = '', ...rest] = foldForSearch(typed).split(' ')
  const act = Object.hasOwn(acts, first) ? acts[first] : undefined
  return act && rest.length > 0 ? { act, text: rest.join(' ') } : { act: 'case', text: typed.trim() }
}

/** Where a case is opened to do this: its sessions, since a case without engineering has none to write yet. */
export const placeOfAct = (act: Act): string => ({ case: '', note: '#f-body', session: '/seances' })[act]

/** The pages whose words hold all that was typed; all of them while nothing is. */
export function pagesNamed<Row extends { label: string }>(rows: readonly Row[], typed: string): Row[] {
  const words = foldForSearch(typed).split(' ').filter(Boolean)
  return rows.filter(({ label }) => words.every(word => foldForSearch(label).includes(word)))
}

export const beginsWith = (label: string, typed: string) => foldForSearch(label).startsWith(foldForSearch(typed))
