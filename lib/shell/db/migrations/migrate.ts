import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../client.ts';
import { withSchemaEngine } from './engine.ts';

const filters = { externalTables: [], externalEnums: [] };

type Migration = { name: string; sql: string };

/** The migrations of a folder in Prisma's format, in order of their names. */
function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function appliedNames(url: string): Promise<Set<string>> {
  return withClient(url, async (client) => {
    const there = await client.query(`select to_regclass('_prisma_migrations') is not null as there`);
    if (!there.rows[0]?.there) return new Set();
    const done = await client.query('select migration_name from _prisma_migrations where finished_at is not null');
    return new Set(done.rows.map((row: { migration_name: string }) => row.migration_name));
  });
}

/**
 * Applies the migrations that the database does not have yet and returns their names. Prisma's own table and checksums
 * are used, so `prisma migrate deploy` works on the same folder and database.
 */
export async function migrate(url: string, projectDir: string): Promise<string[]> {
  const folder = join(projectDir, 'prisma/migrations');
  const migrations = readMigrations(folder);
  const applied = await appliedNames(url);
  if (migrations.every(({ name }) => applied.has(name))) return [];
  const lockfile = { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') };
  const migrationDirectories = migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  }));
  const migrationsList = { baseDir: folder, lockfile, shadowDbInitScript: '', migrationDirectories };
  return withSchemaEngine({ url, projectDir }, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  });
}
