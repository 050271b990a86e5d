import { createServer, type ServerResponse } from 'node:http'

/** A company as the documented answer of `/search` writes it (API Recherche d’entreprises); fields that we do not read included. */
export const registeredCompany = (over: Record<string, unknown> = {}) => ({
  siren: '732829320',
  nom_complet: 'LA RUCHE DES POSSIBLES',
  nom_raison_sociale: 'LA RUCHE DES POSSIBLES',
  sigle: null,
  nombre_etablissements: 2,
  nombre_etablissements_ouverts: 1,
  siege: {
    activite_principale: '88.99B',
    adresse: '12 RUE DES LILAS 45000 ORLEANS',
    code_postal: '45000',
    commune: '45234',
    libelle_commune: 'ORLEANS',
    departement: '45',
    region: '24',
    date_creation: '2011-04-01',
    est_siege: true,
    etat_administratif: 'A',
    siret: '73282932000074',
    tranche_effectif_salarie: '03',
  },
  activite_principale: '88.99B',
  section_activite_principale: 'Q',
  date_creation: '2011-04-01',
  date_fermeture: null,
  dirigeants: [],
  etat_administratif: 'A',
  nature_juridique: '9220',
  tranche_effectif_salarie: '03',
  annee_tranche_effectif_salarie: '2023',
  statut_diffusion: 'O',
  matching_etablissements: [],
  complements: { est_association: true, est_ess: true, identifiant_association: 'W452001234' },
  ...over,
})

type Answer = (response: ServerResponse, words: string) => void
const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** What the real one answers, by what is asked of it. */
const answers: Record<string, Answer> = {
  surchargé: response => json(response, 429, { erreur: 'Trop de requêtes' }, { 'Retry-After': '2' }),
  panne: response => json(response, 500, { erreur: 'Une erreur inattendue' }),
  court: response => json(response, 400, { erreur: '3 caractères minimum pour les termes de la requête' }),
  maintenance: response => {
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end('<html>Maintenance</html>')
  },
  autre: response => json(response, 200, { resultats: [] }),
  lent: () => {},
  ailleurs: response => {
    response.writeHead(302, { Location: 'http://127.0.0.1:9/search' })
    response.end()
  },
  personne: response => json(response, 200, { results: [], total_results: 0, page: 1, per_page: 5, total_pages: 0 }),
}

/** The State's register of companies, as far as we ask it anything: it counts what it is asked. */
export async function registerServer() {
  const asked: string[] = []
  const results = new Map<string, unknown[]>()
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://register')
    const words = searchParams.get('q') ?? ''
    asked.push(words)
    if (pathname !== '/search') return json(response, 404, { erreur: 'Not found' })
    const special = answers[words.split(' ')[0] ?? '']
    if (special) return special(response, words)
    const found = results.get(words) ?? [registeredCompany()]
    json(response, 200, { results: found, total_results: found.length, page: 1, per_page: 5, total_pages: 1 })
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    asked,
    results,
    stop: () =>
      new Promise<void>(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
