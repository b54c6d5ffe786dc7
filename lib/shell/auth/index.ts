/**
 * Who acts and what they may do: the one question every operation and view asks first.
 * Does not own: sign-in, which arrives with people; until then there is one local administrator and the server
 * listens on loopback only.
 */
export {
  type Action,
  type Actor,
  type Context,
  can,
  ForbiddenError,
  localContext,
  type Resource,
  requirePermission,
} from './can.ts';
