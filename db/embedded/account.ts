import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Who runs the server: empty for the account that runs this process. */
export type Account = { uid?: number; gid?: number }

/**
 * PostgreSQL refuses to run as root: the server then runs as `postgres`, created when it is missing.
 * Data that another account made stay with that account, or the server would refuse them.
 */
export async function serverAccount(pgData: string): Promise<Account> {
  if (process.getuid?.() !== 0) return {}
  const owner = await stat(pgData).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await lookUp()) ?? (await create())
}

/** Throws, naming the topmost folder that the account cannot enter. `remedy` ends the sentence with what else to do. */
export async function refuseClosedFolders(account: Account, path: string, remedy: string): Promise<void> {
  const closed = await firstClosed(account, path)
  if (closed === null) return
  const { stdout: name } = await run('id', ['-un', String(account.uid)])
  throw new Error(
    [
      `PostgreSQL refuse de tourner sous le compte root\u202f; Sillage le lance donc sous le compte «\u00a0${name.trim()}\u00a0»,`,
      `et ce compte ne peut pas entrer dans le dossier ${closed} (sur le chemin de ${path}).`,
      'Au choix\u202f:',
      `  –\u00a0ouvrez le passage\u202f: chmod o+x ${closed}`,
      `  –\u00a0${remedy}`,
      '  –\u00a0lancez la commande avec un compte ordinaire',
      '  –\u00a0ou indiquez votre propre base PostgreSQL dans DATABASE_URL.',
    ].join('\n'),
  )
}

/** Asks the system rather than reading modes: access lists and read-only mounts count too. */
async function firstClosed(account: Account, path: string): Promise<string | null> {
  if (account.uid === undefined) return null
  const chain = [path]
  for (let at = path; at !== dirname(at); at = dirname(at)) chain.unshift(dirname(at))
  const script = 'for d in "$@"; do [ -x "$d" ] || { printf %s "$d"; exit 0; }; done'
  const { stdout } = await run('/bin/sh', ['-c', script, 'sh', ...chain], { ...account, cwd: '/' })
  return stdout || null
}

async function lookUp(): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

async function create(): Promise<Account> {
  const useradd = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin']
  // The second form is for a system where the group alone is left from an earlier installation.
  for (const group of [['--user-group'], ['--gid', 'postgres']]) {
    await run('useradd', [...useradd, ...group, 'postgres']).catch(() => null)
    const account = await lookUp()
    if (account !== null) return account
  }
  throw new Error(
    'PostgreSQL refuse de tourner sous le compte root, et le compte «\u00a0postgres\u00a0» n’a pas pu être créé. ' +
      'Créez-le (useradd --system postgres), lancez la commande avec un compte ordinaire, ou indiquez DATABASE_URL.',
  )
}
