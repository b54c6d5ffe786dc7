/**
 * Deliveries that no page sends: by the HTTP API, and as files laid into a watched folder. Both are kept, queued and
 * imported exactly as one from a page that nobody looks at first: saved mappings are used, and what cannot be read by
 * itself fails with the reason and waits for a person on its page.
 * Does not own: how a delivery is kept (#operations) and when it is run (#jobs), the addresses of the API (app/api).
 */
export { type Arriving, type Delivered, deliver } from './deliver.ts';
export { deliverRequest } from './deliver-request.ts';
export { startWatching, stopWatching } from './server.ts';
