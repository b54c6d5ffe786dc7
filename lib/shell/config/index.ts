/**
 * The environment, through zod, read once: the only place that looks at process.env.
 * Does not own: what the settings mean to the database or the server.
 */
export { type Config, config, isLoopback, readConfig } from './config.ts';
