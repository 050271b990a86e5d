import { describe, expect } from 'vitest'
import { globalTables, reachOf } from '#db/isolation.ts'
import { roleName, runtimeRoles } from '#db/roles.ts'
import { withClient } from '../harness/connection.ts'
import { test } from '../harness/operator.ts'

type Row = Record<string, string>
const rows = (url: string, text: string, values: unknown[] = []) =>
  withClient(url, async client => (await client.query<Row>(text, values)).rows)

const tables = `select relname as name, oid, relrowsecurity, relforcerowsecurity from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`

describe('ISO-02 the catalogue of the database', () => {
  test('has no table that nobody declared', async ({ databaseUrl }) => {
    const found = (await rows(databaseUrl, tables)).map(row => row.name)
    const declared = [...Object.keys(reachOf), ...Object.keys(globalTables)]
    expect(found.sort()).toEqual(declared.sort())
  })

  test('forces row-level security on every table of an operator', async ({ databaseUrl }) => {
    const owned = await rows(
      databaseUrl,
      `select t.name from (${tables}) t join pg_attribute a on a.attrelid = t.oid and a.attname = 'operator_id' and a.attnotnull
       where t.relrowsecurity and t.relforcerowsecurity`,
    )
    expect(owned.map(row => row.name).sort()).toEqual(Object.keys(reachOf).sort())
  })

  test('gives each of them a policy on the operator, for reading and for writing, to the run-time roles only', async ({
    databaseUrl,
  }) => {
    const policies = await rows(
      databaseUrl,
      `select tablename as name, cmd, roles::text, qual, with_check from pg_policies where policyname = 'tenant' and permissive = 'PERMISSIVE'`,
    )
    const right = policies.filter(
      row =>
        row.cmd === 'ALL' &&
        row.roles === '{sillage_web,sillage_worker}' &&
        row.qual?.includes('operator_id =') &&
        row.with_check === row.qual &&
        row.qual.includes('NULLIF'),
    )
    expect(right.map(row => row.name).sort()).toEqual(Object.keys(reachOf).sort())
  })

  test('restricts narrow actors wherever the table is not shared', async ({ databaseUrl }) => {
    const restricted = await rows(
      databaseUrl,
      `select distinct tablename as name from pg_policies where permissive = 'RESTRICTIVE'`,
    )
    const expected = Object.entries(reachOf).flatMap(([table, reach]) => (reach === 'shared' ? [] : [table]))
    expect(restricted.map(row => row.name).sort()).toEqual(expected.sort())
  })

  test('has no permissive policy but those with a reason', async ({ databaseUrl }) => {
    const others = await rows(
      databaseUrl,
      `select tablename || '.' || policyname || ' ' || cmd || ' ' || roles::text as name from pg_policies
       where permissive = 'PERMISSIVE' and policyname <> 'tenant' order by 1`,
    )
    expect(others.map(row => row.name)).toEqual([
      'grants.own SELECT {sillage_web}',
      'links.by_token SELECT {sillage_web}',
      'outbox.relay SELECT {sillage_relay}',
      'outbox.relay_mark UPDATE {sillage_relay}',
      'sends.relay SELECT {sillage_relay}',
    ])
  })

  test('has views that ask for the reader, and no function that runs as its owner', async ({ databaseUrl }) => {
    const views = await rows(
      databaseUrl,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
       and not coalesce(reloptions::text, '') like '%security_invoker=true%'`,
    )
    const functions = await rows(
      databaseUrl,
      `select proname as name from pg_proc p where pronamespace = 'public'::regnamespace and prosecdef
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    )
    expect([...views, ...functions]).toEqual([])
  })

  test('runs as roles that own nothing, bypass nothing and belong to nobody who does', async ({ databaseUrl }) => {
    const held = await rows(
      databaseUrl,
      `select r.rolname as name from pg_roles r where r.rolname = any($1) and not r.rolsuper and not r.rolbypassrls and not r.rolcreaterole and not r.rolcreatedb
       and not exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
       and not exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid and (g.rolsuper or g.rolbypassrls))`,
      [runtimeRoles.map(roleName)],
    )
    expect(held.map(row => row.name).sort()).toEqual(runtimeRoles.map(roleName).sort())
  })

  test('lets nobody change or erase history', async ({ databaseUrl }) => {
    const granted = await rows(
      databaseUrl,
      `select grantee || ' ' || privilege_type || ' ' || table_name as name from information_schema.role_table_grants
       where table_name in ('events', 'audit_lines') and grantee like 'sillage_%' and privilege_type not in ('SELECT', 'INSERT')`,
    )
    expect(granted).toEqual([])
  })

  test('lets nobody rewrite what was said of an organisation, which only follows its sheet', async ({
    databaseUrl,
  }) => {
    const held = await rows(
      databaseUrl,
      `select distinct table_name || ' ' || column_name as name from information_schema.column_privileges
       where table_name in ('network_statuses', 'norm_gap_notes') and grantee like 'sillage_%' and privilege_type = 'UPDATE'
       union select table_name || ' ' || privilege_type from information_schema.role_table_grants
       where table_name in ('network_statuses', 'norm_gap_notes') and grantee like 'sillage_%' and privilege_type not in ('SELECT', 'INSERT')
       order by 1`,
    )
    expect(held.map(row => row.name)).toEqual(['network_statuses organisation_id', 'norm_gap_notes organisation_id'])
  })
})

describe('ISO-04 keys', () => {
  test('of an operator’s tables carry the operator: primary, unique and foreign', async ({ databaseUrl }) => {
    const constraints = await rows(
      databaseUrl,
      `select c.conrelid::regclass || ' ' || c.conname as name from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'operator_id'
       where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u') and c.conkey[1] <> a.attnum`,
    )
    const indexes = await rows(
      databaseUrl,
      `select i.indexrelid::regclass::text as name from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'operator_id'
       join pg_class t on t.oid = i.indrelid and t.relnamespace = 'public'::regnamespace
       where i.indisunique and i.indkey[0] <> a.attnum`,
    )
    // The hash of a random secret names one link in the world; it is looked up before any operator is known.
    expect([...constraints, ...indexes].map(row => row.name)).toEqual(['links_token'])
  })

  test('that join two of them are composite', async ({ databaseUrl }) => {
    const single = await rows(
      databaseUrl,
      `select c.conrelid::regclass || ' -> ' || c.confrelid::regclass as name from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'operator_id'
       join pg_attribute b on b.attrelid = c.confrelid and b.attname = 'operator_id'
       where c.contype = 'f' and not (c.conkey[1] = a.attnum and c.confkey[1] = b.attnum)`,
    )
    expect(single).toEqual([])
  })

  test('leave no column that names a row of an operator without its key', async ({ databaseUrl }) => {
    const loose = await rows(
      databaseUrl,
      `select t.relname || '.' || a.attname as name from pg_class t
       join pg_attribute o on o.attrelid = t.oid and o.attname = 'operator_id'
       join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and a.attname like '%\\_id' and a.attname <> 'operator_id' and not a.attisdropped
       where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.atttypid = 'uuid'::regtype
       and not exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'f' and a.attnum = any(c.conkey)) order by 1`,
    )
    expect(loose.map(row => row.name)).toEqual(Object.keys(columnsWithoutKey).sort())
  })
})

/** Columns that name a row without a foreign key, each with its reason. */
const columnsWithoutKey: Record<string, string> = {
  'events.actor_id': 'a user, a person or nobody, as it was that day',
  'events.subject_id': 'a row of any table; history outlives it',
  'follow_up_responses.person_id': 'somebody who may have been forgotten since: it names nobody, and keeps two apart',
  'grants.subject_id': 'an engineering or an agreement, by the kind of the grant',
  'import_refs.subject_id': 'a row of the table that the file fills',
  'links.subject_id':
    'a diagnostic, a wave, a session, a seat, a reference, an invitation or a digest, by the purpose of the link',
  'reminders.subject_id': 'a row of the table that the rule is about',
  'signatures.file_id': 'the scan of a paper, whose row is forgotten some weeks after it was taken away',
}
