import pg from 'pg'

/** From which the passwords of the run-time roles are derived in every test database. */
export const SECRET = 'a secret that only test databases know'

export function inDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

export function execute(url: string, statement: string): Promise<void> {
  return withClient(url, async client => {
    await client.query(statement)
  })
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
