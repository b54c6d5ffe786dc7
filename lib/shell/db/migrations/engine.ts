import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';

/** What we use of Prisma's schema engine (@prisma/schema-engine-wasm; its own types are not published for Node). */
type SchemaEngine = {
  diff(input: unknown): Promise<{ stdout: string | null }>;
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
  free?(): void;
};
type EngineModule = {
  SchemaEngine: { new: (options: unknown, log: () => void, adapter: unknown) => Promise<SchemaEngine> };
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/** PostgreSQL's one-byte "char", which the engine's catalogue queries return and the adapter has no mapping for. */
const CHAR_OID = 18;
const TEXT_OID = 25;

type Field = { dataTypeID: number };
type Adapter = {
  performIO(query: SqlQuery): Promise<{ fields: Field[] }>;
  queryRaw(query: SqlQuery): Promise<SqlResultSet>;
  startTransaction?(...input: unknown[]): Promise<Adapter>;
  dispose?(): Promise<void>;
};

/** Reads "char" columns as text and hands them to the engine as characters (seen with adapter-pg 7.10). */
function withCharColumns(adapter: Adapter): Adapter {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  const startTransaction = adapter.startTransaction?.bind(adapter);
  let charColumns: boolean[] = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = result.fields.map((field) => field.dataTypeID === CHAR_OID);
    for (const [index, field] of result.fields.entries()) if (charColumns[index]) field.dataTypeID = TEXT_OID;
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    result.columnTypes = result.columnTypes.map((type, index) =>
      charColumns[index] ? ColumnTypeEnum.Character : type,
    );
    for (const row of result.rows)
      for (const [index, isChar] of charColumns.entries()) if (isChar && row[index] === '') row[index] = '\0';
    return result;
  };
  if (startTransaction)
    adapter.startTransaction = async (...input) => withCharColumns(await startTransaction(...input));
  return adapter;
}

/** The engine's way to the database, and the end of every connection that it opened: it closes none itself. */
function adapterFor(url: string): { adapter: unknown; close: () => Promise<void> } {
  const factory = new PrismaPg({ connectionString: url });
  const opened: Adapter[] = [];
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    opened.push(withCharColumns(adapter as unknown as Adapter));
    return adapter;
  };
  const close = async () => {
    for (const adapter of opened) await adapter.dispose?.();
  };
  return { adapter: bindMigrationAwareSqlAdapterFactory(factory), close };
}

let loaded: Promise<EngineModule> | undefined;

/** The engine, once a process: its JavaScript keeps a view of the first memory that it was given. */
function engineModule(projectDir: string): Promise<EngineModule> {
  loaded ??= loadEngine(projectDir);
  return loaded;
}

async function loadEngine(projectDir: string): Promise<EngineModule> {
  const require = createRequire(pathToFileURL(join(projectDir, 'package.json')));
  const folder = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/schema_engine_bg\.js$/, '');
  const module = (await import(/* turbopackIgnore: true */ `${folder}schema_engine_bg.js`)) as EngineModule;
  const bytes = readFileSync(`${folder}schema_engine_bg.wasm`);
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': module as never });
  module.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as (() => void) | undefined)?.();
  const scope = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: unknown };
  scope.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message: string) => process.stderr.write(`schema engine: ${message}\n`),
  };
  return module;
}

/** Runs `work` with Prisma's schema engine, compiled to WebAssembly, on a database. */
export async function withSchemaEngine<T>(
  { url, projectDir }: { url: string; projectDir: string },
  work: (engine: SchemaEngine, schema: string) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await engineModule(projectDir);
  const schema = readFileSync(join(projectDir, 'prisma/schema.prisma'), 'utf8');
  const { adapter, close } = adapterFor(url);
  try {
    const engine = await SchemaEngine.new({ datamodels: [['prisma/schema.prisma', schema]] }, () => {}, adapter);
    try {
      return await work(engine, schema);
    } finally {
      engine.free?.();
    }
  } finally {
    await close();
  }
}
