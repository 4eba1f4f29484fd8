/**
 * Version of the engine's semantics. It enters every result hash: whatever changes a fill, a
 * figure or the canonical bytes changes it too, and CHANGELOG says so.
 */
export const ENGINE_VERSION = '0.2.0';
