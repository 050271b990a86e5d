import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

/**
 * npm leaves out of the lock the packages for other systems that the registry at hand does not serve, and `npm ci` then
 * refuses the lock. They are written in by name, version and system: `npm run lock`, after each change of dependencies.
 */

const FILE = 'package-lock.json'

const Package = z.object({
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
const Lock = z.object({ packages: z.record(z.string(), Package) })
type Lock = z.infer<typeof Lock>

type Absent = { name: string; version: string; isDev: boolean }

export function readLock(): Lock {
  return Lock.parse(JSON.parse(readFileSync(FILE, 'utf8')))
}

/** The optional packages that a locked package names and the lock does not hold. */
export function absentPackages(lock: Lock): Absent[] {
  return Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isHeld(lock, path, name))
      .map(([name, version]) => ({ name, version, isDev: dev === true })),
  )
}

/** As Node looks for it: beside the package, then up. */
function isHeld(lock: Lock, path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at && `${at}/`}node_modules/${name}` in lock.packages) return true
    if (at === '') return false
  }
}

function entry({ name, version, isDev }: Absent) {
  const [, system, cpu, abi] =
    /(android|darwin|freebsd|linux|netbsd|openbsd|openharmony|win32|wasm32)-([^-]+)-?(.*)$/.exec(name) ?? []
  if (!system || !cpu) throw new Error(`${name}: for which system?`)
  const isWasm = system === 'wasm32'
  const libc = abi?.startsWith('musl') ? 'musl' : 'glibc'
  return {
    version,
    cpu: [isWasm ? 'wasm32' : cpu],
    ...(isDev ? { dev: true } : {}),
    ...(system === 'linux' && abi ? { libc: [libc] } : {}),
    optional: true,
    ...(isWasm ? {} : { os: [system] }),
  }
}

function completeLock(): void {
  const absent = absentPackages(readLock())
  // Records keep the order of what they read, so that only what is added changes.
  const lock = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(FILE, 'utf8')))
  const packages = z.record(z.string(), z.unknown()).parse(lock.packages)
  for (const one of absent) packages[`node_modules/${one.name}`] = entry(one)
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${absent.length} added to ${FILE}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) completeLock()
