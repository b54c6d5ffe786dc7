import { resolve } from 'node:path';
import { z } from 'zod';

/** Whether a host name or address only reaches this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

const environment = z.object({
  /** Any PostgreSQL >= 15; without it the embedded one in BREAKEVEN_DATA_DIR is started on demand. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The project's folder, for commands that are run from elsewhere. */
  BREAKEVEN_HOME: z.string().min(1).default('.'),
  BREAKEVEN_DATA_DIR: z.string().min(1).default('.data'),
  /** A folder in which call logs are laid to be imported: `<vendor>/[<program>/]file`. Without it none is watched. */
  BREAKEVEN_WATCH_DIR: z.string().min(1).optional(),
  /** Key of the hash that stands for a customer reference; without it one is made and kept in the data folder. */
  BREAKEVEN_CUSTOMER_KEY: z.string().min(16, 'at least 16 characters').optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine(
      isLoopback,
      'the server listens on loopback only until people can sign in: use 127.0.0.1, ::1 or localhost',
    ),
});

export type Config = {
  databaseUrl: string | null;
  projectDir: string;
  dataDir: string;
  watchDir: string | null;
  customerKey: string | null;
  port: number;
  host: string;
};

/** Reads the settings; throws naming every variable that cannot be used. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = environment.safeParse(present);
  if (!result.success)
    throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const { DATABASE_URL, BREAKEVEN_HOME, BREAKEVEN_DATA_DIR, BREAKEVEN_WATCH_DIR, BREAKEVEN_CUSTOMER_KEY } = result.data;
  const { PORT, HOST } = result.data;
  return {
    databaseUrl: DATABASE_URL ?? null,
    projectDir: resolve(BREAKEVEN_HOME),
    dataDir: resolve(BREAKEVEN_HOME, BREAKEVEN_DATA_DIR),
    watchDir: BREAKEVEN_WATCH_DIR === undefined ? null : resolve(BREAKEVEN_HOME, BREAKEVEN_WATCH_DIR),
    customerKey: BREAKEVEN_CUSTOMER_KEY ?? null,
    port: PORT,
    host: HOST,
  };
}

let current: Config | undefined;

/** The settings of this process. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}
